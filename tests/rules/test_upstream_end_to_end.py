"""The U rules at the end of the real walk: drafts that link to pages on loopback, which are fetched, matched and read."""

from dataclasses import replace

import pytest

from provaudit.audit import audit, open_desk
from provaudit.read import read_bytes
from provaudit.rules import RULES, Scope
from provaudit.trace import open_web
from tests.rules.offline import table
from tests.trace.local_web import World

FOLLOWED = frozenset(rule.id for rule in RULES if rule.scope is Scope.UPSTREAM)
OUTLETS = """
[[outlet]]
id = "quarry-times"
name = "Quarry Times"
domains = [{ domain = "quarrytimes.example" }]

[[outlet]]
id = "stoneham-star"
name = "Stoneham Star"
domains = [{ domain = "stonehamstar.example" }]

[[outlet]]
id = "valley-wire"
name = "Valley Wire"
domains = [{ domain = "valleywire.example" }]
"""
QUARRY, STAR, WIRE = (f"https://{name}.example/mine" for name in ("quarrytimes", "stonehamstar", "valleywire"))
FILLER = (
    "<p>The mine lies at the end of the valley road, beyond the chapel and the two weighing houses, and gave the town its "
    "name and most of its money for eighty years.</p><p>Its tower can be seen from the motorway.</p>"
)


def page(words, title="The mine"):
    return (
        f'<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p>{FILLER}'
        "</article></body></html>"
    )


def draft(words):
    return f"---\ntitle: Mine to reopen\ndate: 2025-06-03\npublisher: Marsh Gazette\n---\n\n{words}\n"


@pytest.fixture
def rules_found(tmp_path):
    """`rules_found(draft, {url: words})`: the ids of the U rules that speak, the pages served on loopback."""

    def found(words, pages):
        outlets = tmp_path / "outlets.toml"
        outlets.write_text(OUTLETS, "utf-8")
        for url, text in pages.items():
            file = tmp_path / "web" / url.split("/")[2] / f"{url.split('/')[3]}.html"
            file.parent.mkdir(parents=True)
            file.write_text(page(text), "utf-8")
        desk = open_desk(outlets=outlets, model="none")
        article = replace(read_bytes(draft(words).encode(), name="draft.md"), path="draft.md")
        with World.load(tmp_path / "web") as world, open_web(world.options(), desk.registry) as web:
            done = audit(article, desk, web.draft())
        return sorted({finding.rule for finding in done.findings} & FOLLOWED)

    return found


CLAIM = "The mine will reopen in September under a new owner"
QUOTE = '"We will hire three hundred men before the autumn comes," Ada Holm told the [Quarry Times]({}).'

FLAGGED = {
    "a-changed-word-in-a-quotation": (
        QUOTE.format(QUARRY),
        {QUARRY: '"We will hire three hundred women before the autumn comes," Ada Holm said on Monday.'},
        "PQ401",
    ),
    "a-condition-cut-off": (
        QUOTE.format(QUARRY),
        {QUARRY: '"We will hire three hundred men before the autumn comes, unless the bank says no," Ada Holm said.'},
        "PQ402",
    ),
    "a-page-without-the-claim": (
        f"The mine will reopen in September with a new owner, the [Quarry Times]({QUARRY}) reported.",
        {QUARRY: "The Rovers won the county cup on Saturday, and the whole town danced."},
        "PQ403",
    ),
    "another-speaker": (
        QUOTE.format(QUARRY),
        {QUARRY: '"We will hire three hundred men before the autumn comes," Ben Oduya said on Monday.'},
        "PQ403",
    ),
    "another-number": (
        f"The mine will cost the county 45 million dollars to reopen, the [Quarry Times]({QUARRY}) reported.",
        {QUARRY: "The mine will cost the county 54 million dollars to reopen, the county says in its plan."},
        "PQ404",
    ),
    "a-quotation-without-its-outlet": (
        f'"We will hire three hundred men before the autumn comes," Ada Holm [said]({QUARRY}).',
        {QUARRY: '"We will hire three hundred men before the autumn comes," Ada Holm said on Monday.'},
        "PS303",
    ),
    "an-origin-nobody-names": (
        f"{CLAIM}, the [Quarry Times]({QUARRY}) reported.",
        {
            QUARRY: f'{CLAIM}, the <a href="{WIRE}">Valley Wire</a> reported.',
            WIRE: f"{CLAIM}. The papers were signed on Monday.",
        },
        "PS304",
    ),
    "a-plural-for-one": (
        f"{CLAIM}, sources told the [Quarry Times]({QUARRY}).",
        {QUARRY: f"A source close to the county said that {CLAIM.lower()}."},
        "PN203",
    ),
    "an-unnamed-source-hushed-up": (
        f"{CLAIM}, the [Quarry Times]({QUARRY}) reported.",
        {QUARRY: f"{CLAIM}, said an official familiar with the plan."},
        "PN204",
    ),
    "a-circle": (
        f"{CLAIM}, the [Quarry Times]({QUARRY}) reported.",
        {
            QUARRY: f'{CLAIM}, the <a href="{STAR}">Stoneham Star</a> reported.',
            STAR: f'{CLAIM}, the <a href="{QUARRY}">Quarry Times</a> reported.',
        },
        "PC501",
    ),
    "two-outlets-and-one-wire-story": (
        f"{CLAIM}, the [Quarry Times]({QUARRY}) reported.\n\n{CLAIM}, the [Stoneham Star]({STAR}) reported.",
        {
            QUARRY: f'{CLAIM}, the <a href="{WIRE}">Valley Wire</a> reported.',
            STAR: f'{CLAIM}, the <a href="{WIRE}">Valley Wire</a> reported.',
            WIRE: f"{CLAIM}. The papers were signed on Monday.",
        },
        "PC502",
    ),
}

SILENT = {
    "the-quotation-as-it-stands": (
        QUOTE.format(QUARRY),
        {QUARRY: '"We will hire three hundred men before the autumn comes," Ada Holm said on Monday.'},
    ),
    "a-marked-elision": (
        f'"We will hire three hundred men … before the autumn comes," Ada Holm told the [Quarry Times]({QUARRY}).',
        {QUARRY: '"We will hire three hundred men from the valley before the autumn comes," Ada Holm said on Monday.'},
    ),
    "the-claim-as-it-stands": (
        f"{CLAIM}, the [Quarry Times]({QUARRY}) reported.",
        {QUARRY: f"{CLAIM}. The papers were signed on Monday."},
    ),
    "the-same-number-in-words": (
        f"The mine gave work to twelve families last year, the [Quarry Times]({QUARRY}) reported.",
        {QUARRY: "The mine gave work to 12 families last year, the county says in its plan."},
    ),
    "a-named-origin": (
        f"{CLAIM}, the Valley Wire said, according to the [Quarry Times]({QUARRY}).",
        {
            QUARRY: f'{CLAIM}, the <a href="{WIRE}">Valley Wire</a> reported.',
            WIRE: f"{CLAIM}. The papers were signed on Monday.",
        },
    ),
    "an-unnamed-source-admitted": (
        f"An official told the [Quarry Times]({QUARRY}) that {CLAIM.lower()}.",
        {QUARRY: f"{CLAIM}, said an official familiar with the plan."},
    ),
    "a-page-that-is-gone": (
        f"{CLAIM}, the [Quarry Times]({QUARRY}) reported.",
        {STAR: "Nothing of the kind."},
    ),
}


@table(FLAGGED)
def test_the_rule_speaks(rules_found, case):
    words, pages, rule = case
    assert rule in rules_found(words, pages)


@table(SILENT)
def test_no_rule_that_needs_upstream_speaks(rules_found, case):
    words, pages = case
    assert rules_found(words, pages) == []
