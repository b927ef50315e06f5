"""What class names, ids, roles and tags say of an element: shut out of the article, or a kind of its own.

The words are those that news sites and their content systems (WordPress, Arc, Chorus, Brightspot, Drupal, Blox, …)
use. They are compared as whole words, so that "ad" is not found in "headline" nor "comment" in "commentary".
"""

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

from provaudit.model import BlockKind

Attributes = Mapping[str, str | None]


class Shut(IntEnum):
    """How surely an element is no part of the article."""

    ASIDE = 1  # beside the text as a rule: taken where an extractor takes it
    OUT = 2  # not restored, even between two kept paragraphs
    NEVER = 3  # not taken even where an extractor takes it


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def _names(value: str) -> str:
    return _NOT_WORD.sub(" ", _CAMEL.sub(" ", value).lower()).strip()


def names_of(attributes: Attributes) -> str:
    """The words of class, id and the like, lower-case, with one space between and around them."""
    values = [
        attributes.get(key)
        for key in ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-module")
    ]
    return f" {' '.join(_names(value) for value in values if value)} "


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(words.split())}) ".replace("_", "[ ]?"))


_NEVER = _whole(
    "comments comment_list comment_section comments_area commentlist disqus disqus_thread livefyre respond coral_talk "
    "cookie cookies cookie_banner consent gdpr onetrust ccpa "
    "outbrain taboola zergnet revcontent adsbygoogle "
    "newsletter newsletters newsletter_signup newsletter_promo sign_up signup email_signup "
    "sharedaddy jp_relatedposts addtoany addthis share_buttons share_bar share_tools social_share social_sharing share_links sharing "
    "breadcrumb breadcrumbs sr_only screen_reader_text visually_hidden visuallyhidden skip_link skip_links "
    "site_header site_footer global_header global_footer site_nav main_nav primary_nav navbar masthead "
    "most_popular most_read most_viewed trending popular_posts recent_posts paywall_prompt "
    "advertisement advert ad_slot ad_unit ad_container ad_wrapper google_ad dfp_ad ad_label"
)
_OUT = _whole(
    "nav navigation menu submenu footer colophon pagination pager page_numbers related relateds related_articles related_posts related_content related_stories related_links "
    "related_news related_story relatedarticles relatedposts recommended recommendations recommendation recirc recirculation "
    "more_stories more_news more_from more_on more_like read_more readmore also_read read_next up_next next_article prev_next post_navigation "
    "popular latest latest_news promo promos promotion promoted promobox partner sponsored sponsor sponsors advertising ads ad advertorial "
    "subscribe subscription subscriptions subscriber membership donate donation donations register registration login signin paywall regwall "
    "share shares sharing social social_media social_links social_bar follow follow_us tags tag_list taglist topics topic_list keywords post_tags entry_tags "
    "author_bio author_box author_info about_author about_the_author authorbox bio post_author byline bylines byline_wrapper article_meta post_meta entry_meta meta metadata "
    "timestamp dateline_date publish_date toolbar tools utility utilities widget widgets sidebar side_bar rail right_rail teaser teasers card cards thumbnails carousel slider "
    "modal popup pop_up overlay lightbox banner alert_bar ticker leaderboard credits_bar feedback rating ratings survey poll quiz_results app_download "
    "table_of_contents toc newsletter_box callout_newsletter trust_badge trust_project hidden print_only noprint reading_time read_time wp_block_button"
)
_ASIDE = _whole(
    "aside infobox fact_box factbox sidebar_box inset gallery slideshow video player embed_caption callout box module secondary complementary"
)
_PULL = _whole(
    "pullquote pull_quote pullquotes pull_quotes quote_pull blockquote_pull wp_block_pullquote block_pullquote callout_quote article_pullquote"
)
_TWEET = _whole(
    "twitter_tweet twitter_video tweet tweet_embed embedded_tweet twitter_embed twitter_quote instagram_media fb_post bluesky_embed mastodon_embed tiktok_embed threads_post reddit_embed_bq text_post_media"
)
_CAPTION = _whole(
    "caption captions wp_caption_text figcaption image_caption photo_caption img_caption media_caption caption_text article_caption cutline photo_credit image_credit img_credit"
)
_ROLES_OUT = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "status",
    }
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def shut_of(tag: str, names: str, attributes: Attributes) -> Shut | None:
    """How surely an element with this tag and these names is no part of the article; None where nothing says so."""
    if tag in {"body", "html", "main", "article"}:
        return None
    if tag == "nav" or _NEVER.search(names):
        return Shut.NEVER
    if tag in {"footer", "menu"} or (attributes.get("role") or "").lower() in _ROLES_OUT or _OUT.search(names):
        return Shut.OUT
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style") or "")
    ):
        return Shut.OUT
    return Shut.ASIDE if tag in {"aside", "header"} or _ASIDE.search(names) else None


def kind_of_names(tag: str, names: str) -> BlockKind | None:
    """The block kind that an element's names give it, None where they give none."""
    if names.isspace():
        return None
    if _TWEET.search(names) and tag in {"blockquote", "div", "figure", "section", "twitter-widget"}:
        return BlockKind.TWEET
    if _PULL.search(names):
        return BlockKind.PULL_QUOTE
    if _CAPTION.search(names) and tag in {"p", "div", "span", "figcaption", "small", "dd", "footer", "section"}:
        return BlockKind.CAPTION
    return None
