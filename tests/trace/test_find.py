"""Each way to find an upstream page says whom it asked, what it found and how it ended."""

import gzip
import time
from dataclasses import replace

import pytest

from provaudit.model import Domain, Outcome, Outlet, OutletKind, Tier, Wanted
from provaudit.trace import open_web
from tests.trace.local_web import Answer, data

HERALD = "https://harborherald.com"
STORY = f"{HERALD}/2016/05/12/dredgers-harbour-tax-lund"
WANTED = Wanted(
    text='Ada Lund said the Dredgers would cost "every household in Skerry 340 crowns"',
    quotations=("every household in Skerry 340 crowns",),
    outlet=None,
    links=(),
    after="2016-05-01",
    before="2016-05-31",
)


@pytest.fixture
def herald(world):
    return world.host("harborherald.com")


@pytest.fixture
def find(world, registry):
    """The leads of one tier, or of all."""

    def find(tier, wanted=WANTED, outlet="The Harbor Herald", **options):
        tiers = frozenset({tier}) if isinstance(tier, Tier) else frozenset(Tier)
        named = registry.lookup(outlet)[0] if outlet else None
        with open_web(world.options(tiers=tiers, **options), registry) as web:
            return list(web.draft().find(replace(wanted, outlet=wanted.outlet or named)))

    return find


def only(leads):
    (lead,) = leads
    return lead


# --- links


def with_links(*links):
    return replace(WANTED, links=links)


def test_a_link_to_the_outlet_is_taken_nearest_first(find, world):
    lead = only(
        find(
            Tier.LINK, with_links("https://gullblog.net/x", f"{HERALD}/b?utm_source=y", f"{HERALD}/a#c", f"{HERALD}/b")
        )
    )
    assert lead.tried.outcome is Outcome.FOUND
    assert [candidate.url for candidate in lead.candidates] == [f"{HERALD}/b", f"{HERALD}/a"]
    assert lead.candidates[0].reason == "a link of the draft to The Harbor Herald"
    assert world.asked == []


def test_wrapped_links_are_unwrapped_without_asking(find, world):
    wrapped = f"https://www.google.com/url?url={HERALD}/a"
    captured = f"https://web.archive.org/web/20160513/{HERALD}/b"
    lead = only(find(Tier.LINK, with_links(wrapped, captured)))
    assert [candidate.url for candidate in lead.candidates] == [f"{HERALD}/a", captured]
    assert world.asked == []


def test_a_link_on_a_carrier_or_behind_a_shortener_comes_after_the_outlets_own(find):
    lead = only(find(Tier.LINK, with_links("https://newsheap.com/1", "https://t.co/abc", f"{HERALD}/a")))
    assert [candidate.url for candidate in lead.candidates] == [
        f"{HERALD}/a",
        "https://newsheap.com/1",
        "https://t.co/abc",
    ]
    assert "on Newsheap" in lead.candidates[1].reason


def test_links_that_lead_elsewhere_are_no_candidates(find):
    lead = only(
        find(
            Tier.LINK,
            with_links("https://gullblog.net/x", "mailto:ada@harborherald.com", "https://harborherald.com.evil.org/"),
        )
    )
    assert lead.candidates == ()
    assert lead.tried.outcome is Outcome.NOT_FOUND


def test_without_an_outlet_every_link_may_be_meant(find):
    lead = only(find(Tier.LINK, with_links("https://gullblog.net/x", "https://unknown.example/y"), outlet=None))
    assert len(lead.candidates) == 2


def test_an_outlet_of_unknown_domain_is_looked_for_behind_links_nobody_else_owns(find):
    unknown = replace(
        with_links("https://gullblog.net/x", "https://skerrypost.example/y"),
        outlet=Outlet("skerry", "Skerry Post", known=False),
    )
    lead = only(find(Tier.LINK, unknown))
    assert [candidate.url for candidate in lead.candidates] == ["https://skerrypost.example/y"]


def test_no_links_no_lead(find):
    assert find(Tier.LINK) == []


# --- WordPress


def post(link, title, content, date="2016-05-12T14:00:00"):
    return {"id": 1, "date_gmt": date, "link": link, "title": title, "content": content}


POSTS = [
    post(STORY, "Dredgers &#8211; the harbour tax", "<p>Ada Lund: every household in Skerry 340 crowns</p>"),
    post(
        f"{HERALD}/2016/05/20/skerry-fair",
        "Skerry fair opens",
        "<p>Ada Lund opened it. No Dredgers.</p>",
        "2016-05-20T09:00:00",
    ),
    post(f"{HERALD}/2015/01/01/lund", "Lund and the Dredgers of Skerry", "<p>Ada again</p>", "2015-01-01T09:00:00"),
]
ADVERTISED = (
    '<head><link rel="https://api.w.org/" href="https://harborherald.com/wp-json/"></head><p>Front page of the Herald'
)


def test_wordpress_finds_the_post_by_words_and_dates(find, herald):
    herald.on("/", ADVERTISED)
    herald.posts = POSTS
    lead = only(find(Tier.WORDPRESS))
    assert lead.tried.outcome is Outcome.FOUND
    best = lead.candidates[0]
    assert (best.url, best.title, best.published) == (STORY, "Dredgers – the harbour tax", "2016-05-12")
    assert all(candidate.published.startswith("2016-05") for candidate in lead.candidates)


def test_wordpress_relaxes_its_words(find, herald, world):
    herald.on("/", ADVERTISED)
    herald.posts = [post(STORY, "The Dredgers", "<p>A tax for Skerry, somebody said.</p>")]
    lead = only(find(Tier.WORDPRESS))
    assert [candidate.url for candidate in lead.candidates] == [STORY]
    assert sum("posts" in path for path in world.paths()) == 2


def test_wordpress_without_advertisement_is_known_by_its_paths(find, herald, world):
    herald.on("/", '<img src="/wp-content/logo.png"><p>Front page')
    herald.posts = POSTS
    assert only(find(Tier.WORDPRESS)).candidates
    assert any(path.startswith("/?rest_route=/wp/v2/posts&search=") for path in world.paths())


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer("no", 401), Outcome.BLOCKED_BOT_WALL),
        (Answer("no", 403), Outcome.BLOCKED_BOT_WALL),
        (Answer("<html>Please wait</html>"), Outcome.BLOCKED_BOT_WALL),
        (Answer("no", 404), Outcome.ABSENT),
        (Answer("no", 429), Outcome.RATE_LIMITED),
        (Answer("no", 500), Outcome.UNREACHABLE),
        (data([]), Outcome.NOT_FOUND),
        (data([{"link": 7}, "x", None]), Outcome.NOT_FOUND),
        (data({"code": "rest_forbidden"}), Outcome.BLOCKED_BOT_WALL),
    ],
)
def test_a_closed_wordpress_is_told_from_one_without_the_post(find, herald, answer, outcome):
    herald.on("/", ADVERTISED).on("/wp-json/*", answer)
    lead = only(find(Tier.WORDPRESS))
    assert (lead.tried.outcome, lead.candidates) == (outcome, ())


def test_a_site_that_is_no_wordpress_has_no_such_tier(find, herald, world):
    herald.on("/", "<p>Front page")
    assert only(find(Tier.WORDPRESS)).tried.outcome is Outcome.ABSENT
    assert world.paths() == ["/robots.txt", "/"]


def test_an_api_advertised_on_a_strangers_host_is_not_asked(find, herald, world):
    herald.on("/", '<link rel="https://api.w.org/" href="https://gullblog.net/wp-json/"><p>Front page')
    assert only(find(Tier.WORDPRESS)).tried.outcome is Outcome.ABSENT
    assert world.paths("gullblog.net") == []


def test_a_front_page_that_cannot_be_had_is_the_tiers_trouble(find, herald):
    herald.on("/", Answer("no", 403))
    assert only(find(Tier.WORDPRESS)).tried.outcome is Outcome.BLOCKED_BOT_WALL


def test_robots_txt_closes_the_api(find, herald, world):
    herald.on("/", ADVERTISED).on("/robots.txt", Answer("User-agent: *\nDisallow: /wp-json/"))
    herald.posts = POSTS
    assert only(find(Tier.WORDPRESS)).tried.outcome is Outcome.BLOCKED_ROBOTS


# --- Wayback


def capture(original, timestamp="20160513100000", **more):
    return {"timestamp": timestamp, "original": original, "body": "<p>old", **more}


def test_the_archives_index_finds_addresses_by_the_claims_words(find, world):
    archive = world.host("web.archive.org")
    archive.captures = [
        capture(STORY),
        capture(f"{HERALD}/2016/05/13/weather"),
        capture("https://gullblog.net/dredgers"),
        capture(f"{HERALD}/dredgers.pdf", mimetype="application/pdf"),
    ]
    lead = only(find(Tier.WAYBACK))
    assert [candidate.url for candidate in lead.candidates] == [STORY]
    query = world.asked[0].query
    assert query["matchType"] == ["domain"]
    assert query["from"][0] == "20160429"
    assert query["to"][0] > "20170501"  # captures come later than publication
    assert "filter" in query
    assert world.paths() == [world.asked[0].path]  # no robots.txt


def test_without_a_hint_the_archive_is_asked_about_two_years(find, world):
    find(Tier.WAYBACK, replace(WANTED, after=None))
    assert world.asked[0].query["from"] == ["20140603"]


def test_a_platform_is_looked_for_behind_links_only(find, world):
    platform = Outlet("tube", "Tube", OutletKind.PLATFORM, domains=(Domain("harborherald.com"),))
    leads = find(None, replace(with_links(f"{HERALD}/watch"), outlet=platform))
    assert [lead.tried.tier for lead in leads] == [Tier.LINK]
    assert world.asked == []


def test_the_archives_index_is_resumed_once(find, world):
    pages = [
        data([["timestamp", "original"], ["20160512", f"{HERALD}/other-lund"], [], ["next+key"]]),
        data([["timestamp", "original"], ["20160512", STORY], [], ["more"]]),
    ]
    world.host("web.archive.org").on("/cdx/*", lambda _: pages.pop(0))
    assert STORY in [candidate.url for candidate in only(find(Tier.WAYBACK)).candidates]
    assert world.asked[1].query["resumeKey"] == ["next+key"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (data([]), Outcome.NOT_FOUND),
        (Answer(""), Outcome.NOT_FOUND),
        (Answer("<html>Under maintenance"), Outcome.NOT_FOUND),
        (Answer("slow down", 429, {"Retry-After": "0"}), Outcome.RATE_LIMITED),
        (Answer("blocked", 403), Outcome.BLOCKED_BOT_WALL),
        (Answer("down", 503), Outcome.UNREACHABLE),
        (Answer(fault="silent"), Outcome.TIMEOUT),
    ],
)
def test_the_archive_is_asked_once_and_its_trouble_is_named(find, world, answer, outcome):
    world.host("web.archive.org").on("/cdx/*", answer)
    assert only(find(Tier.WAYBACK, archive_seconds=0.4)).tried.outcome is outcome
    assert len(world.asked) == 1


def test_the_archive_is_left_alone_after_a_429(find, world, registry):
    world.host("web.archive.org").on("/cdx/*", Answer("slow down", 429))
    with open_web(world.options(), registry) as web:
        for path in ("a", "b", "c"):
            web.draft().fetch(f"{HERALD}/{path}")
    assert len(world.paths("web.archive.org")) == 1


def test_requests_to_the_archive_keep_their_own_gap(world, registry):
    slept = []
    with open_web(world.options(archive_gap=2.5, sleep=slept.append, clock=lambda: 0.0), registry) as web:
        draft = web.draft()
        for path in ("a", "b"):
            draft.fetch(f"{HERALD}/{path}")
    assert slept == [2.5]


# --- sitemaps


def urlset(*entries):
    rows = "".join(f"<url><loc>{url}</loc>{more}</url>" for url, more in entries)
    return Answer(
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>',
        content_type="application/xml",
    )


def index(*entries):
    rows = "".join(f"<sitemap><loc>{url}</loc>{more}</sitemap>" for url, more in entries)
    return Answer(
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>',
        content_type="text/xml",
    )


def test_a_monthly_sitemap_is_chosen_by_its_name(find, herald, world):
    months = [(f"{HERALD}/sitemap-{year}-{month:02d}.xml", "") for year in (2015, 2016) for month in range(1, 13)]
    herald.on("/robots.txt", Answer(f"Sitemap: {HERALD}/index.xml")).on("/index.xml", index(*months))
    herald.on("/sitemap-2016-05.xml", urlset((STORY, ""), (f"{HERALD}/2016/05/11/weather", "")))
    lead = only(find(Tier.SITEMAP))
    assert [candidate.url for candidate in lead.candidates] == [STORY]
    assert "/sitemap-2016-05.xml" in world.paths()
    assert not any("2015" in path or "2016-07" in path for path in world.paths())


@pytest.mark.parametrize(
    "name",
    ["posts-201605.xml", "2016/05.xml", "news-may-2016.xml", "sitemap.xml?yyyy=2016&mm=05&dd=12", "2016-may.xml"],
)
def test_months_are_read_in_every_usual_spelling(find, herald, name):
    herald.on("/robots.txt", Answer(f"Sitemap: {HERALD}/index.xml"))
    others = [(f"{HERALD}/{name.replace('2016', str(year)).replace('&', '&amp;')}", "") for year in range(2000, 2016)]
    herald.on("/index.xml", index(*others, (f"{HERALD}/{name.replace('&', '&amp;')}", "")))
    herald.on(f"/{name}", urlset((STORY, "")))
    assert only(find(Tier.SITEMAP)).candidates


def test_sitemaps_nest_and_may_be_gzipped(find, herald):
    herald.on("/sitemap.xml", index((f"{HERALD}/posts.xml.gz", "<lastmod>2016-06-01</lastmod>")))
    inner = urlset((STORY, "<lastmod>2016-05-12</lastmod>"))
    herald.on("/posts.xml.gz", Answer(gzip.compress(inner.body.encode()), content_type="application/gzip"))
    assert [candidate.url for candidate in only(find(Tier.SITEMAP)).candidates] == [STORY]


def test_a_news_sitemap_gives_titles_and_dates(find, herald):
    news = "<n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:publication_date>2016-05-12T10:00:00Z</n:publication_date><n:title>Lund: Dredgers cost Skerry 340 crowns</n:title></n:news>"
    herald.on("/sitemap.xml", urlset((f"{HERALD}/story-77", news)))
    (candidate,) = only(find(Tier.SITEMAP)).candidates
    assert (candidate.published[:10], candidate.title) == ("2016-05-12", "Lund: Dredgers cost Skerry 340 crowns")


def test_a_sitemap_that_last_changed_before_the_page_was_written_is_left_out(find, herald, world):
    herald.on("/sitemap.xml", index((f"{HERALD}/old.xml", "<lastmod>2014-01-01</lastmod>"), (f"{HERALD}/new.xml", "")))
    find(Tier.SITEMAP)
    assert "/new.xml" in world.paths()
    assert "/old.xml" not in world.paths()


def test_few_sitemaps_are_fetched_however_many_there_are(find, herald, world):
    herald.on("/sitemap.xml", index(*((f"{HERALD}/part-{number}.xml", "") for number in range(500))))
    herald.on("/part-*", urlset())
    assert only(find(Tier.SITEMAP)).tried.outcome is Outcome.NOT_FOUND
    assert len(world.asked) <= 8  # robots.txt, the front page and six sitemaps


BILLION = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>'


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer(BILLION), Outcome.UNREACHABLE),
        (Answer(EXTERNAL), Outcome.UNREACHABLE),
        (Answer("<urlset><url><loc>"), Outcome.UNREACHABLE),
        (Answer(gzip.compress(bytes(20_000_000))), Outcome.UNREACHABLE),
        (Answer(b"\x1f\x8b broken"), Outcome.UNREACHABLE),
        (Answer("<html><body>Not here"), Outcome.ABSENT),
        (Answer("no", 404), Outcome.ABSENT),
        (Answer("no", 403), Outcome.BLOCKED_BOT_WALL),
        (urlset(("javascript:alert(1)", ""), ("", "")), Outcome.NOT_FOUND),
    ],
)
def test_a_sitemap_that_cannot_be_read_is_no_harm(find, herald, answer, outcome):
    herald.on("/sitemap.xml", answer)
    assert only(find(Tier.SITEMAP)).tried.outcome is outcome


def test_a_sitemap_in_a_circle_ends(find, herald, world):
    herald.on("/sitemap.xml", index((f"{HERALD}/sitemap.xml", ""), (f"{HERALD}/two.xml", "")))
    herald.on("/two.xml", index((f"{HERALD}/sitemap.xml", "")))
    find(Tier.SITEMAP)
    assert world.paths().count("/sitemap.xml") == 1


# --- feeds

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>
<item><title>Dredgers: Lund names the price</title><link>{}</link><pubDate>Thu, 12 May 2016 14:00:00 GMT</pubDate>
<description>&lt;p&gt;every household in Skerry 340 crowns&lt;/p&gt;</description></item>
<item><title>Weather</title><link>https://harborherald.com/weather</link></item></channel></rss>"""
FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="/feed/"><p>Front page'


def test_a_feed_item_is_found(find, herald):
    herald.on("/", FEED_LINK).on("/feed/", Answer(FEED.format(STORY), content_type="application/rss+xml"))
    lead = only(find(Tier.FEED))
    assert [(candidate.url, candidate.published) for candidate in lead.candidates] == [(STORY, "2016-05-12")]


@pytest.mark.parametrize(
    ("front", "feed", "outcome"),
    [
        ("<p>Front page", Answer("", 404), Outcome.ABSENT),
        (FEED_LINK.replace("/feed/", "https://gullblog.net/feed"), Answer(""), Outcome.ABSENT),
        (FEED_LINK, Answer("no", 404), Outcome.GONE),
        (FEED_LINK, Answer("<html>Log in</html>"), Outcome.UNREACHABLE),
        (FEED_LINK, Answer(BILLION), Outcome.UNREACHABLE),
        (FEED_LINK, Answer(BILLION.encode("utf-16")), Outcome.UNREACHABLE),
        (FEED_LINK, Answer("<?xml version='1.0'?><!--" + "x" * 100_000 + "-->" + BILLION[21:]), Outcome.UNREACHABLE),
        (FEED_LINK, Answer("not xml at all"), Outcome.UNREACHABLE),
        (FEED_LINK, Answer(FEED.format(STORY) + " " * 2_000_000), Outcome.UNREACHABLE),
        (FEED_LINK, Answer("<rss><channel><item><title>cut off"), Outcome.NOT_FOUND),
        (FEED_LINK, Answer(FEED.format("javascript:alert(1)")), Outcome.NOT_FOUND),
    ],
)
def test_a_feed_without_the_item_says_why(find, herald, front, feed, outcome):
    herald.on("/", front).on("/feed/", feed)
    assert only(find(Tier.FEED)).tried.outcome is outcome


# --- site search

OPENSEARCH = '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><Url type="text/html" template="https://harborherald.com/search?q={searchTerms}&amp;p={startPage?}"/></OpenSearchDescription>'
SEARCH_LINK = '<link rel="search" type="application/opensearchdescription+xml" href="/osd.xml"><p>Front page'
HITS = f'<a href="/">Home</a><a href="{STORY}">Lund: <b>Dredgers</b> to cost Skerry 340 crowns</a><a href="/about">About us</a><a href="https://gullblog.net/dredgers">Lund Dredgers Skerry</a>'


def test_the_sites_own_search_is_asked_as_it_describes_itself(find, herald, world):
    herald.on("/", SEARCH_LINK).on("/osd.xml", Answer(OPENSEARCH, content_type="application/xml")).on("/search*", HITS)
    lead = only(find(Tier.SEARCH))
    assert [candidate.url for candidate in lead.candidates] == [STORY]
    asked = next(asked for asked in world.asked if asked.path.startswith("/search"))
    assert set(asked.query["q"][0].split()) == {"Dredgers", "Skerry", "Lund", "Ada"}


def test_a_hostile_result_page_is_read_in_time(find, herald):
    herald.on("/", SEARCH_LINK).on("/osd.xml", OPENSEARCH)
    herald.on(
        "/search*",
        f"{HITS}<a href='http://['>x</a><a href>y</a>" + "<!--" * 200_000 + "<![CDATA[" * 100_000 + "<a " * 100_000,
    )
    began = time.monotonic()
    assert [candidate.url for candidate in only(find(Tier.SEARCH)).candidates] == [STORY]
    assert time.monotonic() - began < 60


def test_a_search_action_of_schema_org_is_understood(find, herald):
    action = '{"@context":"https://schema.org","@type":"WebSite","url":"https://harborherald.com/","potentialAction":{"@type":"SearchAction","target":"https://harborherald.com/search?q={search_term_string}","query-input":"required name=search_term_string"}}'
    herald.on("/", f'<script type="application/ld+json">{action}</script><p>Front page').on("/search*", HITS)
    assert only(find(Tier.SEARCH)).candidates


def test_a_search_that_robots_txt_forbids_is_not_asked(find, herald, world):
    herald.on("/robots.txt", Answer("User-agent: *\nDisallow: /search")).on("/", SEARCH_LINK).on(
        "/osd.xml", OPENSEARCH
    ).on("/search*", HITS)
    assert only(find(Tier.SEARCH)).tried.outcome is Outcome.BLOCKED_ROBOTS
    assert not any(path.startswith("/search") for path in world.paths())


def test_a_search_template_that_leads_elsewhere_is_not_used(find, herald, world):
    herald.on("/", SEARCH_LINK).on("/osd.xml", OPENSEARCH.replace("harborherald.com", "gullblog.net"))
    assert only(find(Tier.SEARCH)).tried.outcome is Outcome.ABSENT
    assert world.paths("gullblog.net") == []


# --- third parties


def test_third_parties_are_not_asked_unless_switched_on(find, world, herald):
    herald.on("/", "<p>Front page")
    find(None)
    find(None, outlet="The Guardian")
    find(None, outlet="The New York Times")
    asked = {asked.host for asked in world.asked}
    assert not asked & {"api.gdeltproject.org", "api.nytimes.com", "content.guardianapis.com", "api.search.brave.com"}


LATE = replace(WANTED, after="2018-05-01", before="2018-05-31")


def test_gdelt_answers_with_control_characters_and_all(find, world):
    articles = '{"articles":[{"url":"%s","title":"Lund:\x01 Dredgers","seendate":"20180512T031500Z","domain":"harborherald.com"},{"url":"https://gullblog.net/dredgers-lund","title":"x","seendate":"20180512T031500Z"}]}'
    world.host("api.gdeltproject.org").on(
        "/api/*", Answer(articles % STORY.replace("2016", "2018"), content_type="application/json")
    )
    lead = only(find(Tier.GDELT, LATE, providers={"gdelt": "on"}))
    assert [(candidate.tier, candidate.published) for candidate in lead.candidates] == [(Tier.GDELT, "2018-05-12")]
    assert world.asked[0].query["query"] == ['"every household in Skerry 340 crowns" domainis:harborherald.com']
    assert world.asked[0].query["startdatetime"] == ["20180429000000"]


def test_gdelt_knows_nothing_before_2017_and_is_not_asked(find, world):
    assert find(Tier.GDELT, providers={"gdelt": "on"}) == []
    assert world.asked == []


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer("Your query was too short"), Outcome.UNREACHABLE),
        (data({}), Outcome.NOT_FOUND),
        (Answer("", 429), Outcome.RATE_LIMITED),
    ],
)
def test_gdelts_errors_are_named(find, world, answer, outcome):
    world.host("api.gdeltproject.org").on("/api/*", answer)
    lead = only(find(Tier.GDELT, LATE, providers={"gdelt": "on"}))
    assert lead.tried.outcome is outcome
    assert "GDELT" in lead.tried.detail


@pytest.mark.parametrize(
    ("provider", "host", "outlet", "answer", "sent"),
    [
        ("guardian", "content.guardianapis.com", "The Guardian", {"response": {"results": [{"webUrl": "https://www.theguardian.com/dredgers-skerry", "webTitle": "Lund", "webPublicationDate": "2016-05-12T10:00:00Z"}]}}, "api-key=k3y"),
        ("nyt", "api.nytimes.com", "The New York Times", {"response": {"docs": [{"web_url": "https://www.nytimes.com/dredgers-skerry", "headline": {"main": "Lund"}, "pub_date": "2016-05-12T10:00:00Z", "abstract": "Skerry"}]}}, "api-key=k3y"),
        ("brave", "api.search.brave.com", "The Harbor Herald", {"web": {"results": [{"url": STORY, "title": "Lund", "page_age": "2016-05-12T10:00:00"}]}}, "freshness=2016-04-29to2016-06-02"),
    ],
)  # fmt: skip
def test_a_keyed_service_is_asked_about_its_own(find, world, provider, host, outlet, answer, sent):
    world.host(host).on("*", data(answer))
    leads = find(Tier.SEARCH, outlet=outlet, providers={provider: "k3y"})
    (lead,) = [lead for lead in leads if lead.candidates]
    assert lead.candidates[0].published == "2016-05-12"
    (asked,) = [asked for asked in world.asked if asked.host == host]
    assert sent in asked.path
    if provider == "brave":
        assert asked.headers["x-subscription-token"] == "k3y"
        assert "k3y" not in asked.path


def test_the_newsrooms_own_searxng_is_asked_where_it_stands(find, world):
    world.host("searx.example").on(
        "/search*", data({"results": [{"url": STORY, "title": "Lund", "content": "Dredgers"}]})
    )
    leads = find(Tier.SEARCH, providers={"searxng": "https://searx.example/"})
    assert [candidate.url for lead in leads for candidate in lead.candidates] == [STORY]


# --- all of them


def test_tiers_are_asked_one_by_one_as_leads_are_taken(world, registry, herald):
    herald.on("/", ADVERTISED)
    herald.posts = POSTS
    wanted = replace(WANTED, outlet=registry.lookup("The Harbor Herald")[0], links=(f"{HERALD}/a",))
    with open_web(world.options(), registry) as web:
        leads = web.draft().find(wanted)
        assert next(leads).tried.tier is Tier.LINK
        assert world.asked == []
        assert next(leads).tried.tier is Tier.WORDPRESS
        assert world.paths("web.archive.org") == []


def test_every_tier_reports_in_order_and_the_front_page_is_asked_for_once(find, herald, world):
    herald.on("/", "<p>Front page")
    leads = find(None, with_links(f"{HERALD}/a"))
    assert [lead.tried.tier for lead in leads] == [
        Tier.LINK,
        Tier.WORDPRESS,
        Tier.WAYBACK,
        Tier.SITEMAP,
        Tier.FEED,
        Tier.SEARCH,
    ]
    assert world.paths("harborherald.com").count("/") == 1


def test_an_outlet_without_a_known_domain_is_only_looked_for_behind_links(find):
    assert find(None, replace(WANTED, outlet=Outlet("skerry", "Skerry Post", known=False))) == []


def test_the_domain_of_the_time_is_asked(find, world, registry):
    moved = Outlet(
        "moved", "The Moved", domains=(Domain("harborherald.com", until="2012"), Domain("gullblog.net", since="2012"))
    )
    find(Tier.WORDPRESS, replace(WANTED, outlet=moved))
    assert {asked.host for asked in world.asked} == {"gullblog.net"}


def test_a_dry_run_names_the_hosts_and_asks_nobody(world, registry):
    wanted = replace(
        WANTED,
        outlet=registry.lookup("The Harbor Herald")[0],
        links=(f"{HERALD}/a", "https://t.co/x", "https://gullblog.net/y"),
    )
    with open_web(world.options(providers={"brave": "k"}), registry) as web:
        hosts = web.draft().hosts(wanted)
    assert hosts == ("api.search.brave.com", "harborherald.com", "t.co", "web.archive.org")
    assert world.asked == []


def test_a_log_line_says_who_was_asked_and_why(find, herald, caplog):
    herald.on("/", ADVERTISED)
    herald.posts = POSTS
    with caplog.at_level("INFO", logger="provaudit.trace"):
        find(Tier.WORDPRESS)
    assert f"GET {HERALD}/ (front page): 200" in caplog.text
    assert "(WordPress search of harborherald.com): 200" in caplog.text


def test_a_site_that_moved_to_another_host_of_its_own_is_searched_there(find, herald, world):
    www = world.host("www.harborherald.com")
    herald.on("/", Answer(status=301, location="http://www.harborherald.com/"))
    www.on("/", "<title>The Harbor Herald</title><p>Front page")
    www.on("/sitemap.xml", urlset((STORY.replace("https://", "http://www."), "")))
    assert only(find(Tier.SITEMAP)).candidates[0].url == STORY.replace("https://", "http://www.")


def test_a_site_without_a_front_page_may_still_be_a_wordpress(find, herald):
    herald.posts = [
        {
            "id": 1,
            "date_gmt": "2016-05-12T14:00:00",
            "link": STORY,
            "title": "Dredgers",
            "content": "<p>Lund in Skerry</p>",
        }
    ]
    assert only(find(Tier.WORDPRESS)).candidates[0].url == STORY


@pytest.mark.parametrize("tier", [Tier.WORDPRESS, Tier.FEED, Tier.SEARCH, Tier.SITEMAP])
def test_a_site_without_a_front_page_is_no_trouble(find, herald, tier):
    assert only(find(tier)).tried.outcome is Outcome.ABSENT
