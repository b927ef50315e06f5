"""What holds for every set of chains."""

from dataclasses import replace

from drawn_chains import chain, page, sources_of, text
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.independence import groups, independence
from provaudit.model import End

OUTLETS = ["post", "mail", "star", "dawn", "dusk"]
LASTS = ["Ana Ruiz", "Bo Lind", "an official", "media reports", None]
ENDS = {"an official": End.ANONYMOUS, "media reports": End.VAGUE}


@st.composite
def drafts(draw):
    claims = []
    for number in range(draw(st.integers(1, 5))):
        names = draw(st.lists(st.sampled_from(OUTLETS), max_size=3, unique=True))
        last = draw(st.sampled_from(LASTS)) or ("Cy Moran" if not names else None)
        broken = bool(names) and draw(st.booleans())
        steps = [
            (name, page(f"https://{name}.test/{number}", text(f"{name}{number}"), f"2024-01-0{9 - at}"))
            for at, name in enumerate(names)
        ]
        if broken:
            steps[-1] = names[-1]
        end = End.DEAD if broken else ENDS.get(last, End.ORIGIN)
        claims.append(
            chain(f"C{number}", *steps, *([last] if last else []), end=end, said=f"thing {number} was done here")
        )
    return claims


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_the_lower_count_is_never_above_the_upper(claims):
    found = independence(claims, sources_of(*claims), {}, None)
    assert 0 <= found.lower <= found.upper
    assert found.upper >= 1


@given(drafts(), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_claims_does_not_matter(claims, chance):
    shuffled = list(claims)
    chance.shuffle(shuffled)
    sources = sources_of(*claims)
    assert independence(claims, sources, {}, None) == independence(shuffled, sources, {}, None)


@given(drafts(), st.integers(0, 4), st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_a_copy_under_another_masthead_adds_no_voice(claims, which, at):
    claim = claims[which % len(claims)]
    if not claim.hops:
        return
    hop = claim.hops[at % len(claim.hops)]
    if hop.page is None:
        return
    copy = page("https://herald.test/copy", hop.page.article.text, "2024-02-01")
    republished = replace(hop, source="herald", page=copy, page_outlet="herald", attribution="A9")
    same = replace(claim, id="C9", hops=tuple(republished if one is hop else one for one in claim.hops))
    before = independence(claims, sources_of(*claims), {}, None)
    after = independence([*claims, same], sources_of(*claims, same), {}, None)
    assert after.lower <= before.lower
    assert after.upper <= before.upper


@given(drafts())
@settings(max_examples=30, deadline=None)
def test_every_claim_is_in_one_group(claims):
    assert sorted(one for group in groups(claims) for one in group) == sorted(claim.id for claim in claims)
