"""What the figures of an audit come to, in whole sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from provaudit.model import Audit, Claim, GroupVoices, Severity
from provaudit.render.inert import inert
from provaudit.render.words import count, hand_word, severity_word, source_name


def claims_sentence(claims: Iterable[Claim]) -> str:
    """The claims by hand: `12 claims: 4 first-hand, 7 second-hand, 1 of unknown hand`."""
    hands = Counter(claim.hand for claim in claims)
    total = sum(hands.values())
    if not total:
        return "No claim with a source was found."
    order = sorted(hands, key=lambda hand: (hand is None, hand or 0))
    parts = ", ".join(f"{hands[hand]} {'of unknown hand' if hand is None else hand_word(hand)}" for hand in order)
    return f"{count(total, 'claim')}: {parts}."


def _group_sentence(group: GroupVoices, claims: Mapping[str, Claim]) -> str:
    """Claims that say the same thing, by their lines, and who had it first."""
    members = [claims[one] for one in group.claims if one in claims]
    lines = sorted({claim.place.line for claim in members})
    numbers = " and ".join(map(str, lines))
    said = f"Lines {numbers} say the same" if len(lines) > 1 else f"Line {numbers} says one thing"
    fewest = f"{group.lower} to" if group.lower else "at most"
    origins = str(group.upper) if group.lower == group.upper else f"{fewest} {group.upper}"
    dated = [claim.first_published for claim in members if claim.first_published and claim.first_published.date]
    first = min(dated, key=lambda one: one.date or "", default=None)
    had_it = f"; first, among the pages seen, {first.outlet} on {(first.date or '')[:10]}" if first else ""
    return f"{said}: {count(group.outlets_cited, 'outlet')}, {origins} origin{'' if group.upper == 1 else 's'}{had_it}."


def voices_sentence(audit: Audit) -> str:
    """How many voices: `4 outlets cited, 1 to 2 independent origins`, or whose the one origin is."""
    # `extract` prints no voices and does without the room that counts them.
    from provaudit.independence import describe

    return f"{inert(describe(audit.independence, {source.id: source for source in audit.sources}))}."


def findings_sentence(audits: Iterable[Audit]) -> str:
    """The findings by severity: `1 error, 3 warnings, 2 infos; 4 suppressed`."""
    audits = list(audits)
    severities = Counter(finding.severity for audit in audits for finding in audit.findings)
    parts = [count(severities[severity], severity_word(severity)) for severity in Severity if severities[severity]]
    hidden = sum(len(audit.suppressed) for audit in audits)
    said = ", ".join(parts) if parts else "No findings"
    return f"{said}; {hidden} suppressed." if hidden else f"{said}."


def remarks(audit: Audit, *, offline: bool) -> list[str]:
    """What the figures alone do not say: choke points, loops, copies of one text, claims with no full verdict."""
    sources = {source.id: source for source in audit.sources}
    voices = audit.independence
    narrow = [source_name(sources.get(one), one) for one in voices.choke_points]
    said = [f"Everything runs through {', '.join(narrow)}."] if narrow else []
    said += [f"A loop: {' > '.join((*loop, loop[0]))}." for loop in voices.loops]
    said += [f"One text under several mastheads: {', '.join(group)}." for group in voices.same_text]
    by_id = {claim.id: claim for claim in audit.claims}
    said += [_group_sentence(group, by_id) for group in voices.groups if group.outlets_cited > 1]
    said += [f"{edge.cited} ({edge.cited_date[:10]}) is dated after what cites it." for edge in voices.forward]
    if audit.unreachable:
        said.append(f"No full verdict on {count(len(audit.unreachable), 'claim')}: upstream could not be reached.")
    if offline and any(not claim.complete for claim in audit.claims):
        said.append("Offline: no chain was followed beyond this draft.")
    return said
