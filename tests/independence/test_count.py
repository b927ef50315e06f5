"""How many voices: worlds as an editor knows them."""

from dataclasses import replace

from drawn_chains import chain, outlet, page, source, sources_of, text

from provaudit.independence import by_group, describe, independence
from provaudit.model import End

SIGNED = "nine ministers signed the fisheries treaty in Oslo"


def voices(*claims, publisher=None):
    return independence(claims, sources_of(*claims), {}, publisher)


def test_three_papers_and_one_wire_story_are_one_origin():
    story = text("wire")
    claims = [
        chain(
            "C1", ("post", page("https://post.test/a", story)), ("ap", page("https://ap.test/a", story)), "an official"
        ),
        chain("C2", ("mail", page("https://mail.test/a", story)), "an official"),
        chain(
            "C3",
            ("star", page("https://star.test/a", text("other"))),
            ("ap", page("https://ap.test/a", story)),
            "an official",
        ),
    ]
    claims = [replace(claim, end=End.ANONYMOUS, origin=None) for claim in claims]
    found = voices(*claims)
    assert (found.outlets_cited, found.lower, found.upper) == (3, 1, 1)
    assert found.same_text == (("https://ap.test/a", "https://mail.test/a", "https://post.test/a"),)
    assert describe(found, sources_of(*claims)) == "3 outlets cited, 1 origin (a single unnamed official, via Ap)"


def test_an_owner_with_four_mastheads_is_one_voice():
    names = ("dawn", "dusk", "noon", "eve")
    found = voices(
        *(chain(f"C{n}", (name, page(f"https://{name}.test/a", text(name)))) for n, name in enumerate(names))
    )
    assert (found.outlets_cited, found.lower, found.upper) == (4, 1, 1)


def test_papers_of_four_owners_are_four_voices():
    names = ("post", "mail", "star", "herald")
    found = voices(
        *(chain(f"C{n}", (name, page(f"https://{name}.test/a", text(name)))) for n, name in enumerate(names))
    )
    assert (found.outlets_cited, found.lower, found.upper) == (4, 4, 4)
    assert found.choke_points == ()


def test_two_papers_that_credit_each_other_are_a_loop_without_an_origin():
    first, second = page("https://post.test/a", text("a")), page("https://mail.test/a", text("b"))
    claim = chain("C1", ("post", first), ("mail", second), ("post", first), end=End.LOOP)
    found = voices(claim)
    assert found.loops == (("mail", "post"),)
    assert (found.lower, found.upper) == (0, 0)
    assert "no origin" in describe(found, sources_of(claim))


def test_a_chain_that_comes_back_to_the_publisher_is_a_loop():
    claim = chain("C1", ("post", page("https://post.test/a", text("a"))), "gazette", end=End.LOOP)
    assert voices(claim, publisher=outlet("gazette")).loops == (("gazette", "post"),)


def test_outlets_that_cite_each_other_for_different_news_are_no_loop():
    one = chain(
        "C1", ("post", page("https://post.test/a", text("a"))), ("mail", page("https://mail.test/a", text("b")))
    )
    other = chain(
        "C2",
        ("mail", page("https://mail.test/b", text("c"))),
        ("post", page("https://post.test/b", text("d"))),
        said=SIGNED,
    )
    assert voices(one, other).loops == ()
    assert voices(one, replace(other, text=one.text)).loops == (("mail", "post"),)


def test_two_people_through_one_outlet_may_not_be_independent():
    paper = page("https://post.test/a", text("a"))
    found = voices(chain("C1", ("post", paper), "Ana Ruiz"), chain("C2", ("post", paper), "Bo Lind", said=SIGNED))
    assert (found.lower, found.upper) == (1, 2)
    assert found.choke_points == ("post",)


def test_two_people_who_spoke_to_the_draft_are_two():
    found = voices(chain("C1", "Ana Ruiz"), chain("C2", "Bo Lind"))
    assert (found.outlets_cited, found.lower, found.upper) == (0, 2, 2)


def test_one_person_in_many_claims_is_one_origin_and_its_choke_point():
    claims = [chain("C1", "Ana Ruiz"), chain("C2", ("post", page("https://post.test/a", text("a"))), "Ana Ruiz")]
    found = voices(*claims)
    assert (found.lower, found.upper) == (1, 1)
    assert found.choke_points == ("Ana Ruiz",)
    assert describe(found, sources_of(*claims)) == "1 outlet cited, 1 origin (Ana Ruiz)"


def test_what_was_not_followed_widens_the_range():
    found = voices(
        chain("C1", "Ana Ruiz"),
        chain("C2", "post", end=End.NOT_FOLLOWED),
        chain("C3", "mail", "Bo Lind", end=End.DEAD, named=2),
    )
    assert (found.outlets_cited, found.lower, found.upper) == (2, 1, 3)


def test_nothing_followed_is_nothing_sure():
    found = voices(chain("C1", "post", end=End.NOT_FOLLOWED), chain("C2", "mail", end=End.NOT_FOLLOWED))
    assert (found.lower, found.upper) == (0, 2)


def test_an_outlet_that_was_not_followed_once_and_reports_itself_elsewhere_is_one():
    found = voices(
        chain("C1", "post", end=End.NOT_FOLLOWED),
        chain("C2", ("post", page("https://post.test/a", text("a"))), said=SIGNED),
    )
    assert (found.lower, found.upper) == (1, 1)


def test_unnamed_people_of_two_pages_may_be_one_or_two():
    claims = [
        chain("C1", ("post", page("https://post.test/a", text("a"))), "an official", end=End.ANONYMOUS),
        chain("C2", ("mail", page("https://mail.test/a", text("b"))), "an official", end=End.ANONYMOUS),
    ]
    found = voices(*claims)
    assert (found.lower, found.upper) == (1, 2)


def test_vague_reports_are_never_sure():
    found = voices(chain("C1", "media reports", end=End.VAGUE), chain("C2", "Ana Ruiz"))
    assert (found.lower, found.upper) == (1, 2)


def test_the_publisher_and_platforms_are_no_outlets_cited():
    claims = [chain("C1", "gazette"), chain("C2", "x", said=SIGNED)]
    assert voices(*claims, publisher=outlet("gazette")).outlets_cited == 0


def test_what_the_publisher_reports_itself_is_one_sure_origin_however_often():
    claims = [replace(chain(id_, "gazette", said=said), end=End.ORIGIN) for id_, said in (("C1", "a"), ("C2", SIGNED))]
    found = voices(*claims, publisher=outlet("gazette"))
    assert (found.outlets_cited, found.lower, found.upper) == (0, 1, 1)


def test_the_publisher_reporting_and_a_person_it_heard_are_two():
    own = replace(chain("C1", "gazette"), end=End.ORIGIN)
    found = voices(own, chain("C2", "Ana Ruiz", said=SIGNED), publisher=outlet("gazette"))
    assert (found.lower, found.upper) == (2, 2)


def test_an_outlet_that_only_a_page_names_is_not_cited():
    found = voices(
        chain("C1", ("post", page("https://post.test/a", text("a"))), ("mail", page("https://mail.test/a", text("b"))))
    )
    assert found.outlets_cited == 1


def test_a_reporter_counts_as_the_outlet():
    reporter = replace(source("Ana Ruiz"), outlet=outlet("post"))
    claim = chain("C1", ("Ana Ruiz", page("https://post.test/a", text("a"))))
    found = independence([claim], {"Ana Ruiz": reporter}, {}, None)
    assert (found.outlets_cited, found.lower, found.upper) == (1, 1, 1)


def test_no_claims_are_no_voices():
    found = voices()
    assert (found.outlets_cited, found.lower, found.upper, found.choke_points) == (0, 0, 0, ())


def test_each_group_of_several_claims_is_counted_by_itself():
    paper = page("https://post.test/a", text("a"))
    claims = [
        chain("C1", ("post", paper), "Ana Ruiz"),
        chain("C2", "Bo Lind", said="The bridge over the strait is to be closed in May for repairs"),
        chain("C3", "Cy Moran", said=SIGNED),
    ]
    found = dict(by_group(claims, sources_of(*claims), {}, None))
    assert list(found) == [("C1", "C2")]  # a claim alone is no group
    assert (found["C1", "C2"].lower, found["C1", "C2"].outlets_cited) == (2, 1)


def test_five_outlets_deep_has_one_origin_and_every_step_is_a_choke_point():
    names = ("post", "mail", "star", "herald", "ap")
    claim = chain("C1", *((name, page(f"https://{name}.test/a", text(name))) for name in names))
    found = voices(claim)
    assert (found.lower, found.upper) == (1, 1)
    assert found.choke_points == names


def test_what_hides_a_name_is_left_out_when_the_origin_is_told():
    official = replace(source("an official"), anonymity="a senior official who spoke on condition of anonymity")
    claim = chain("C1", ("post", page("https://post.test/a", text("a"))), "an official", end=End.ANONYMOUS)
    found = voices(claim)
    told = describe(found, {**sources_of(claim), "an official": official})
    assert told == "1 outlet cited, 1 origin (a single unnamed senior official, via Post)"


def test_four_mastheads_are_told_by_their_owner():
    names = ("dawn", "dusk", "noon", "eve")
    claims = [chain(f"C{n}", (name, page(f"https://{name}.test/a", text(name)))) for n, name in enumerate(names)]
    assert describe(voices(*claims), sources_of(*claims)) == "4 outlets cited, 1 origin (one owner: Gray Group)"


def test_a_range_is_told_as_one():
    claims = [chain("C1", "post", end=End.NOT_FOLLOWED), chain("C2", "Ana Ruiz")]
    assert describe(voices(*claims), sources_of(*claims)) == "1 outlet cited, 1 to 2 independent origins"


def test_a_lower_count_of_none_is_told_in_words():
    broken = [chain("C1", "post", end=End.NOT_FOLLOWED), chain("C2", "mail", end=End.NOT_FOLLOWED)]
    one, both = (describe(voices(*some), sources_of(*some)) for some in (broken[:1], broken))
    assert one == "1 outlet cited, at most 1 origin, and not a certain one"
    assert both == "2 outlets cited, at most 2 independent origins, none of them certain"
