"""A page comes with its proof, and whatever goes wrong on the web is a value with its name."""

import time

import pytest

from provaudit.model import Miss, Outcome, Page
from provaudit.trace import open_web
from tests.trace.local_web import Answer

STORY = """<html><head><title>Harbour tax passes</title><link rel="canonical" href="https://harborherald.com/2016/05/tax">
<meta property="article:published_time" content="2016-05-12T10:00:00Z"></head><body><article><h1>Harbour tax passes</h1>
<p>The council passed the harbour tax by seven votes to two on Thursday night, after nine hours of talk.</p>
<p>"Nobody in this room wanted it," council member Ada Lund said, "and nobody found another way to pay the dredgers."</p>
</article></body></html>"""


def fetched(world, registry, *urls, **options):
    with open_web(world.options(**options), registry) as web:
        draft = web.draft()
        found = [draft.fetch(url) for url in urls]
    return found[0] if len(found) == 1 else found


@pytest.fixture
def herald(world):
    return world.host("harborherald.com")


def test_a_page_carries_its_address_time_and_digest(world, registry, herald):
    import hashlib

    herald.on("/2016/05/tax?utm_source=x", STORY).on("/2016/05/tax", STORY)
    page = fetched(world, registry, "https://harborherald.com/2016/05/tax?utm_source=x#top")
    assert isinstance(page, Page)
    assert page.url == "https://harborherald.com/2016/05/tax"
    assert page.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert page.retrieved.endswith("Z")
    assert "seven votes to two" in page.article.text
    assert not page.archived_only


def test_a_page_names_the_hops_it_took(world, registry, herald):
    herald.on("/a", Answer(status=301, location="/b")).on(
        "/b", Answer(status=302, location="http://harborherald.com/c")
    )
    herald.on("/c", STORY)
    page = fetched(world, registry, "https://harborherald.com/a")
    assert page.redirects == ("https://harborherald.com/b", "http://harborherald.com/c")


def test_a_canonical_address_on_another_site_is_not_believed(world, registry, herald):
    herald.on("/a", STORY.replace("https://harborherald.com/2016/05/tax", "https://gullblog.net/mine"))
    assert fetched(world, registry, "https://harborherald.com/a").url == "https://harborherald.com/a"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer("x", 401), Outcome.PAYWALLED),
        (Answer("x", 402), Outcome.PAYWALLED),
        (Answer("x", 403), Outcome.BLOCKED_BOT_WALL),
        (Answer("x", 404), Outcome.GONE),
        (Answer("x", 410), Outcome.GONE),
        (Answer("x", 500), Outcome.UNREACHABLE),
        (Answer("x", 503), Outcome.UNREACHABLE),
        (Answer("<title>Just a moment...</title>", 503), Outcome.BLOCKED_BOT_WALL),
        (Answer("<title>Just a moment...</title><p>Checking your browser.", 200), Outcome.BLOCKED_BOT_WALL),
        (Answer(STORY, 200, {"cf-mitigated": "challenge"}), Outcome.BLOCKED_BOT_WALL),
        (Answer("<title>Before you continue</title><p>We use cookies.", 200), Outcome.BLOCKED_BOT_WALL),
        (Answer("x", 429), Outcome.RATE_LIMITED),
        (Answer("x", 429, {"Retry-After": "0"}), Outcome.RATE_LIMITED),
        (Answer("x", 429, {"Retry-After": "3600"}), Outcome.RATE_LIMITED),
        (Answer(b"%PDF-1.7", content_type="application/pdf"), Outcome.UNREACHABLE),
        (Answer(b"\x89PNG\r\n", content_type="image/png"), Outcome.UNREACHABLE),
        (Answer(b"%PDF-1.7 harbor commission", content_type="text/html"), Outcome.UNREACHABLE),
        (Answer(b"{\\rtf1 harbor commission}", content_type="text/plain"), Outcome.UNREACHABLE),
        (Answer("<p>The commission voted.</p>" * 40_000), Outcome.UNREACHABLE),
        (Answer("   "), Outcome.UNREACHABLE),
        (Answer(b"\x00" * 4000), Outcome.UNREACHABLE),
        (Answer("<html><body><script>render()</script></body></html>"), Outcome.UNREACHABLE),
        (Answer(status=301, location="/page"), Outcome.UNREACHABLE),
        (Answer(status=301, location="//["), Outcome.UNREACHABLE),
        (Answer(status=301, location="ftp://harborherald.com/a"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="http://169.254.169.254/latest/meta-data/"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="http://[::ffff:10.0.0.1]/"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="http://2130706433/"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="https://user:secret@harborherald.com/"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="https://harborherald.com:8443/"), Outcome.REFUSED_ADDRESS),
        (Answer(status=302, location="https://nowhere.example/"), Outcome.UNREACHABLE),
        (Answer(fault="silent"), Outcome.TIMEOUT),
        (Answer(fault="dribble"), Outcome.TIMEOUT),
        (Answer(fault="endless"), Outcome.UNREACHABLE),
        (Answer(fault="bomb"), Outcome.UNREACHABLE),
        (Answer(fault="reset"), Outcome.UNREACHABLE),
        (Answer(fault="reset-late"), Outcome.UNREACHABLE),
        (Answer(fault="truncated"), Outcome.UNREACHABLE),
        (Answer(fault="bad-length"), Outcome.UNREACHABLE),
        (Answer(fault="bad-gzip"), Outcome.UNREACHABLE),
        (Answer(fault="cut-gzip"), Outcome.UNREACHABLE),
        (Answer(fault="huge-headers"), Outcome.UNREACHABLE),
        (Answer(fault="garbage"), Outcome.UNREACHABLE),
        (Answer("x", 200, {"Content-Encoding": "br"}), Outcome.UNREACHABLE),
    ],
    ids=lambda value: (
        value.value if isinstance(value, Outcome) else (value.fault or value.location or str(value.status))
    ),
)
def test_a_spoilt_answer_is_a_value_in_time(world, registry, herald, answer, outcome):
    herald.on("/page", answer)
    began = time.monotonic()
    miss = fetched(world, registry, "https://harborherald.com/page", request_seconds=0.7)
    assert isinstance(miss, Miss)
    assert (miss.outcome, bool(miss.detail)) == (outcome, True)
    assert "secret" not in f"{miss}"
    assert time.monotonic() - began < 15


def test_a_wrong_length_still_gives_what_was_announced(world, registry, herald):
    herald.on("/page", Answer(fault="overlong"))
    page = fetched(world, registry, "https://harborherald.com/page")
    assert page.article.text.strip() == "twenty characters"


def test_a_wrong_charset_is_still_read(world, registry, herald):
    body = STORY.replace("Ada Lund", "Ádá Lünd").encode("latin-1")
    herald.on("/page", Answer(body, content_type="text/html; charset=utf-8"))
    herald.on("/odd", Answer(STORY, content_type="text/html; charset=no-such-charset"))
    for page in fetched(world, registry, "https://harborherald.com/page", "https://harborherald.com/odd"):
        assert "seven votes to two" in page.article.text


def test_six_redirects_are_one_too_many(world, registry, herald):
    for number in range(7):
        herald.on(f"/{number}", Answer(status=302, location=f"/{number + 1}"))
    herald.on("/7", STORY)
    from_one, from_two = fetched(world, registry, "https://harborherald.com/1", "https://harborherald.com/2")
    assert from_one.outcome is Outcome.UNREACHABLE
    assert "redirects" in from_one.detail
    assert isinstance(from_two, Page)


def test_a_redirect_that_only_adds_a_tracker_is_followed(world, registry, herald):
    herald.on("/a", Answer(status=302, location="/a?guccounter=1")).on("/a?guccounter=1", STORY)
    assert isinstance(fetched(world, registry, "https://harborherald.com/a"), Page)


def test_a_front_page_that_mentions_cookies_and_robots_is_no_wall(world, registry, herald):
    from provaudit.trace.desk import Desk

    herald.on(
        "/",
        '<title>Herald</title><div class="g-recaptcha"></div><p>We value your privacy. Before you continue, choose.',
    )
    with open_web(world.options(), registry) as web:
        draft = web.draft()
        assert Desk(web, draft._draft).front("harborherald.com").trouble is None
        assert draft.fetch("https://harborherald.com/").outcome is Outcome.BLOCKED_BOT_WALL


def test_a_deep_address_that_leads_home_is_a_soft_404(world, registry, herald):
    herald.on("/2016/05/tax", Answer(status=301, location="/")).on("/", STORY)
    assert fetched(world, registry, "https://harborherald.com/2016/05/tax").outcome is Outcome.SOFT_404


def test_a_paywalled_page_comes_as_what_it_shows_and_says_so(world, registry, herald):
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false, "wordCount": 900}</script>'
    herald.on("/2016/05/tax", STORY.replace("</head>", f"{declared}</head>"))
    page = fetched(world, registry, "https://harborherald.com/2016/05/tax")
    assert page.article.paywalled
    assert "seven votes to two" in page.article.text
    assert not fetched_free(world, registry, herald).article.paywalled


def fetched_free(world, registry, herald):
    herald.on("/2016/05/free", STORY)
    return fetched(world, registry, "https://harborherald.com/2016/05/free")


def test_a_front_page_asked_for_as_such_is_no_soft_404(world, registry, herald):
    herald.on("/", STORY)
    assert isinstance(fetched(world, registry, "http://harborherald.com/"), Page)


def test_bad_tls_is_unreachable(world, registry):
    late = world.host("late.example")  # not among the names that the open world's certificate vouches for
    late.on("*", STORY)
    miss = fetched(world, registry, "https://late.example/page")
    assert miss.outcome is Outcome.UNREACHABLE
    assert "certificate" in miss.detail


def test_one_private_address_among_public_ones_refuses_the_host(world, registry, herald):
    herald.on("*", STORY)
    herald.addresses = ["127.0.0.1", "10.1.2.3"]
    miss = fetched(world, registry, "https://harborherald.com/page")
    assert miss.outcome is Outcome.REFUSED_ADDRESS
    assert world.asked == []


def test_a_name_that_leads_to_loopback_is_refused_unless_the_settings_allow_it(world, registry, herald):
    herald.on("/page", STORY)
    assert (
        fetched(world, registry, "https://harborherald.com/page", allow_private=()).outcome is Outcome.REFUSED_ADDRESS
    )
    named = fetched(world, registry, "https://harborherald.com/page", allow_private=("harborherald.com",))
    assert isinstance(named, Page)


def test_an_address_with_a_password_is_neither_asked_nor_printed(world, registry, caplog):
    with caplog.at_level("DEBUG"):
        miss = fetched(world, registry, "https://ada:hunter2@harborherald.com/page")
    assert miss.outcome is Outcome.REFUSED_ADDRESS
    assert "hunter2" not in f"{miss} {caplog.text}"
    assert world.asked == []


def test_what_is_no_web_address_is_refused(world, registry):
    for url in (
        "mailto:ada@harborherald.com",
        "javascript:alert(1)",
        "",
        "//",
        "http://",
        "https://[::1",
        "file:///etc/passwd",
    ):
        assert fetched(world, registry, url).outcome is Outcome.REFUSED_ADDRESS, url


def test_no_cookie_is_sent_back(world, registry, herald):
    herald.on("/a", Answer(STORY, headers={"Set-Cookie": "id=1; Path=/"})).on("/b", STORY)
    fetched(world, registry, "https://harborherald.com/a", "https://harborherald.com/b")
    assert all("cookie" not in asked.headers for asked in world.asked)


def test_the_user_agent_says_who_asks_and_where_to_complain(world, registry, herald):
    herald.on("/a", STORY)
    fetched(world, registry, "https://harborherald.com/a")
    agents = {asked.headers["user-agent"] for asked in world.asked}
    assert len(agents) == 1
    assert agents.pop().startswith("provaudit/")
