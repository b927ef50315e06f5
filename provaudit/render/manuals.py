"""The two look-ups: what the registry knows of an outlet, and a rule's manual. Plain text."""

from __future__ import annotations

from collections.abc import Sequence

from provaudit.model import Domain, Outlet
from provaudit.render.inert import inert, inert_lines
from provaudit.render.options import RenderOptions
from provaudit.render.screen import Screen
from provaudit.render.words import count, severity_word
from provaudit.rules import Manual, Rule, Scope

_NEEDS = {
    Scope.DRAFT: "the draft alone",
    Scope.UPSTREAM: "the traced chain: silent on what was not followed",
    Scope.STATE: "the state of the run, not the draft",
}


def outlet_view(name: str, outlets: Sequence[Outlet], options: RenderOptions = RenderOptions()) -> str:  # noqa: B008 -- frozen
    """What is known of a name, alias, handle or domain; several outlets where it may mean several."""
    screen = Screen(options)
    if len(outlets) != 1:
        known = f"may mean {count(len(outlets), 'outlet')}" if outlets else "is not in the registry"
        screen.paragraph(f"{screen.quoted(inert(name))} {known}.")
    for outlet in outlets:
        screen.blank()
        screen.line((inert(outlet.name), "bold"), (f" ({inert(outlet.id)})", "dim"))
        for label, value in _facts(outlet):
            screen.paragraph(inert(value), first=f"  {label:<9}", rest=" " * 11)
    return screen.text()


def rule_view(rule: Rule, options: RenderOptions = RenderOptions()) -> str:  # noqa: B008 -- frozen
    """A rule's whole manual."""
    screen = Screen(options)
    screen.line((f"{rule.id} {rule.name}", "bold"), (f"  {severity_word(rule.severity)}", ""))
    screen.paragraph(sentence(inert(rule.manual.summary)))
    for heading, text in manual_parts(rule.manual):
        screen.blank()
        screen.line((heading, "bold"))
        for paragraph in paragraphs(text):
            screen.paragraph(paragraph, first="  ", rest="  ")
    screen.blank()
    screen.paragraph(f"needs {_NEEDS[rule.scope]}; confidence {rule.confidence.value}", style="dim")
    return screen.text()


def rules_view(rules: Sequence[Rule], options: RenderOptions = RenderOptions()) -> str:  # noqa: B008 -- frozen
    """All rules, one a line."""
    screen = Screen(options)
    names = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        severity = severity_word(rule.severity)
        lead = ((f"{rule.id}  ", "bold"), (f"{rule.name:<{names}}  ", ""), (f"{severity:<7}  ", ""))
        screen.line(*lead, (sentence(inert(rule.manual.summary)), "dim"))
    return screen.text()


def manual_parts(manual: Manual) -> list[tuple[str, str]]:
    """The manual under its headings, in reading order."""
    return [
        ("What it flags", manual.flags),
        ("Why it matters", manual.why),
        ("Guideline", manual.guideline),
        ("Flagged", manual.flagged),
        ("Passes", manual.passes),
        ("What to do", manual.remedy),
    ]


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs, each on one line: a blank line or the mark of a list item begins the next."""
    found: list[list[str]] = [[]]
    for line in inert_lines(text).split("\n"):
        if not line.strip() or line.lstrip().startswith(("- ", "* ")):
            found.append([])
        found[-1].append(line.strip())
    return [joined for lines in found if (joined := " ".join(lines).strip())]


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _facts(outlet: Outlet) -> list[tuple[str, str]]:
    facts = [
        ("kind", outlet.kind.value),
        ("owner", outlet.owner or ""),
        ("country", outlet.country or ""),
        ("domains", ", ".join(_domain(domain) for domain in outlet.domains)),
        ("aliases", ", ".join(outlet.aliases)),
        ("handles", ", ".join(outlet.handles)),
        ("meant by", ", ".join(outlet.foremost) + " where nothing else tells" if outlet.foremost else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _domain(domain: Domain) -> str:
    """A domain with the time it was used: `example.org (2016 to 2019)`."""
    if domain.since is None and domain.until is None:
        return domain.domain
    if domain.until is None:
        return f"{domain.domain} (since {domain.since})"
    return (
        f"{domain.domain} ({domain.since} to {domain.until})"
        if domain.since
        else f"{domain.domain} (until {domain.until})"
    )
