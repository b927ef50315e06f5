"""The walk up, on small webs."""

from itertools import pairwise

from provaudit.chain import Reach, Standpoint, claims_of, follow, steps, with_chains
from provaudit.match import match
from provaudit.model import AttributionKind, End, Link, Outcome, PassageStatus, SourceKind, Span, Statement, Wanted
from tests.chain.words import SmallWeb, article, attribution, mention, outlet, source

WORDS = "the mayor met the builder of the Narrow Creek bridge at a dinner in March"
DRAFT = f"It said {WORDS}, the paper wrote."


def draft_of(*sources, links=(), venue=None):
    text = article(DRAFT, links=tuple(Link(Span(8, 20), url) for url in links))
    entry = attribution(
        "A1",
        DRAFT,
        WORDS,
        mention(
            DRAFT, "the paper", *(entry.id for entry in sources if entry.kind is not SourceKind.OUTLET or not venue)
        ),
        venue=mention(DRAFT, "It", venue) if venue else None,
    )
    return text, (entry,), {entry.id: entry for entry in sources}


def walked(web, *sources, links=(), venue=None, publisher=None, max_depth=5):
    text, attributions, by_id = draft_of(*sources, links=links, venue=venue)
    (claim,) = claims_of(text, attributions, by_id, publisher)
    statement = Statement(claim.text, AttributionKind.INDIRECT, sentence=DRAFT)

    def wanted_for(stand, outlet_):
        urls = tuple(link.url for link in stand.article.links)
        return Wanted(stand.statement.text, (), outlet_, urls, None, None)

    reach = Reach(web.find, web.fetch, match, web.reread, web.outlet_of, wanted_for, max_depth)
    plan = steps(attributions[0], attributions, by_id, publisher)
    chain = follow(plan, Standpoint(text, claim.spans, statement), publisher, reach)
    (done,), listed = with_chains((claim,), {claim.id: chain}, sources, publisher)
    return done, {entry.id: entry.name for entry in listed}


def names(claim, listed):
    return [listed[hop.source] for hop in claim.hops]


LEDGER = source("S1", SourceKind.OUTLET, "Ledger")
STORY = f"In a long report on the city, {WORDS}. The council votes on Friday, and the bids lie open."


def test_own_reporting_is_the_origin():
    web = SmallWeb()
    page = web.publish("Ledger", STORY)
    claim, listed = walked(web, LEDGER)
    assert (claim.stated, claim.traced, claim.end, claim.complete) == (2, 2, End.ORIGIN, True)
    assert names(claim, listed) == ["Ledger"]
    assert claim.origin == "S1"
    assert claim.hops[0].page == page
    assert claim.hops[0].passage.status is PassageStatus.EXACT


def test_an_outlet_that_credits_another_makes_the_claim_third_hand():
    web = SmallWeb()
    courier = source("S1", SourceKind.OUTLET, "Courier")
    text = f"The Courier said that {WORDS}."
    web.publish("Ledger", text, attribution("A1", text, WORDS, mention(text, "The Courier", "S1")), sources=(courier,))
    web.publish("Courier", STORY)
    claim, listed = walked(web, LEDGER)
    assert (claim.stated, claim.traced, claim.end) == (2, 3, End.ORIGIN)
    assert names(claim, listed) == ["Ledger", "Courier"]
    assert claim.hops[1].attribution is None
    assert listed[claim.origin] == "Courier"


def test_two_outlets_that_credit_each_other_are_a_loop_with_its_return_shown():
    web = SmallWeb()
    for name, other in (("Ledger", "Courier"), ("Courier", "Ledger")):
        credited = source("S1", SourceKind.OUTLET, other)
        text = f"The {other} said that {WORDS}."
        said = attribution("A1", text, WORDS, mention(text, f"The {other}", "S1"))
        web.publish(name, text, said, sources=(credited,))
    claim, listed = walked(web, LEDGER)
    assert (claim.end, claim.traced) == (End.LOOP, 4)
    assert names(claim, listed) == ["Ledger", "Courier", "Ledger"]


def test_a_chain_back_to_the_publisher_is_a_loop():
    web = SmallWeb()
    own = source("S1", SourceKind.OUTLET, "Daily Draft")
    text = f"The Daily Draft said that {WORDS}."
    web.publish("Ledger", text, attribution("A1", text, WORDS, mention(text, "The Daily Draft", "S1")), sources=(own,))
    claim, listed = walked(web, LEDGER, publisher=outlet("Daily Draft"))
    assert claim.end is End.LOOP
    assert names(claim, listed) == ["Ledger", "Daily Draft"]


def test_an_unnamed_official_upstream_ends_the_chain_anonymous():
    web = SmallWeb()
    official = source("S1", SourceKind.ANONYMOUS, "a city official")
    text = f"A city official said {WORDS}."
    web.publish(
        "Ledger", text, attribution("A1", text, WORDS, mention(text, "A city official", "S1")), sources=(official,)
    )
    claim, listed = walked(web, LEDGER)
    assert (claim.end, claim.traced, claim.origin) == (End.ANONYMOUS, 2, None)
    assert names(claim, listed) == ["Ledger", "a city official"]


def test_the_person_the_draft_names_is_one_with_the_longer_name_upstream():
    web = SmallWeb()
    mayor = source("S1", SourceKind.PERSON, "Elena Marsh")
    text = f"Elena Marsh said {WORDS}."
    web.publish("Ledger", text, attribution("A1", text, WORDS, mention(text, "Elena Marsh", "S1")), sources=(mayor,))
    marsh = source("S2", SourceKind.PERSON, "Marsh")
    claim, listed = walked(web, LEDGER, marsh, venue="S1")
    assert names(claim, listed) == ["Ledger", "Marsh"]
    assert (claim.end, claim.origin, claim.traced) == (End.ORIGIN, "S2", 2)
    assert claim.hops[1].attribution == "A1"
    assert claim.hops[0].speaker == "Elena Marsh"


def test_another_speaker_upstream_is_named_as_the_speaker():
    web = SmallWeb()
    other = source("S1", SourceKind.PERSON, "Paul Denner")
    text = f"Paul Denner said {WORDS}."
    web.publish("Ledger", text, attribution("A1", text, WORDS, mention(text, "Paul Denner", "S1")), sources=(other,))
    claim, listed = walked(web, LEDGER, source("S2", SourceKind.PERSON, "Marsh"), venue="S1")
    assert claim.hops[0].speaker == "Paul Denner"
    assert names(claim, listed) == ["Ledger", "Paul Denner"]


def test_a_dead_page_ends_the_chain_and_is_no_verdict_on_the_claim():
    web = SmallWeb()
    web.lose("Ledger", Outcome.GONE)
    claim, _ = walked(web, LEDGER)
    assert (claim.end, claim.traced, claim.complete) == (End.DEAD, 2, False)
    assert claim.hops[0].outcome is Outcome.GONE
    assert claim.hops[0].passage is None


def test_a_paywall_refuses():
    web = SmallWeb()
    web.lose("Ledger", Outcome.PAYWALLED)
    assert walked(web, LEDGER)[0].end is End.REFUSED


def test_what_no_healthy_tier_has_is_not_found():
    claim, _ = walked(SmallWeb(), LEDGER)
    assert (claim.end, claim.hops[0].outcome) == (End.NOT_FOUND, Outcome.NOT_FOUND)


def test_a_linked_page_that_lacks_the_claim_stays_as_the_page():
    web = SmallWeb()
    page = web.publish(
        "Ledger", "A recipe for plum cake with a little nutmeg, which serves eight at a picnic by the river."
    )
    claim, _ = walked(web, LEDGER, links=(page.url,))
    assert claim.hops[0].page == page
    assert claim.hops[0].passage.status is PassageStatus.ABSENT
    assert claim.end is End.NOT_FOUND


def test_a_linked_page_that_lacks_the_claim_does_not_end_the_search():
    web = SmallWeb()
    wrong = web.publish("Ledger annex", "A recipe for plum cake with a little nutmeg, which serves eight at a picnic.")
    page = web.publish("Ledger", STORY)
    claim, _ = walked(web, LEDGER, links=(wrong.url,))
    assert claim.hops[0].page == page
    assert [tried.outcome for tried in claim.hops[0].tried] == [Outcome.NOT_FOUND, Outcome.FOUND]


def test_the_depth_limit_ends_the_walk_in_the_open():
    web = SmallWeb()
    chain = ["Ledger", "Courier", "Mercury", "Herald"]
    for name, other in pairwise(chain):
        credited = source("S1", SourceKind.OUTLET, other)
        text = f"The {other} said that {WORDS}."
        said = attribution("A1", text, WORDS, mention(text, f"The {other}", "S1"))
        web.publish(name, text, said, sources=(credited,))
    web.publish("Herald", STORY)
    claim, listed = walked(web, LEDGER, max_depth=2)
    assert claim.end is End.LIMIT
    assert names(claim, listed) == ["Ledger", "Courier", "Mercury"]
    assert not claim.complete
    assert walked(web, LEDGER, max_depth=4)[0].end is End.ORIGIN


def test_a_link_beside_a_person_that_leads_to_an_outlet_is_a_step_the_draft_did_not_admit():
    web = SmallWeb()
    mayor = source("S1", SourceKind.PERSON, "Marsh")
    text = f"Marsh said {WORDS}."
    page = web.publish("Ledger", text, attribution("A1", text, WORDS, mention(text, "Marsh", "S1")), sources=(mayor,))
    claim, listed = walked(web, source("S1", SourceKind.PERSON, "Marsh"), links=(page.url,))
    assert (claim.stated, claim.traced, claim.end) == (1, 2, End.ORIGIN)
    assert names(claim, listed) == ["Ledger", "Marsh"]


def test_a_link_beside_a_person_that_lacks_the_words_is_left_out():
    web = SmallWeb()
    page = web.publish("Ledger", "A recipe for plum cake with a little nutmeg, which serves eight at a picnic.")
    claim, listed = walked(web, source("S1", SourceKind.PERSON, "Marsh"), links=(page.url,))
    assert names(claim, listed) == ["Marsh"]
    assert (claim.traced, claim.end) == (None, End.ORIGIN)


def test_a_link_to_the_publisher_itself_is_not_asked():
    web = SmallWeb()
    page = web.publish("Daily Draft", STORY)
    walked(web, source("S1", SourceKind.PERSON, "Marsh"), links=(page.url,), publisher=outlet("Daily Draft"))
    assert web.asked == []


def test_nothing_is_asked_for_a_person_without_a_link():
    web = SmallWeb()
    claim, _ = walked(web, source("S1", SourceKind.PERSON, "Marsh"))
    assert web.asked == []
    assert claim.traced is None
