"""Suppressions: a newsroom's answer to a finding, written into the draft or into the settings.

    ignore[PA101,PS301] reason      in the paragraph it stands in, else in the next one
    ignore-file[PA101] reason       in the whole draft
    off[PA101] reason … on[PA101]   from here to there

Without brackets all rules are meant. A suppression that suppresses nothing, names no rule or lacks a reason that
the settings ask for is what PX902 finds.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from provaudit.model import Article, BlockKind, Directive, Finding, Place, Severity, Span, Suppressed
from provaudit.rules import unused_suppression
from provaudit.rules.catalogue import RULES
from provaudit.rules.rule import fingerprint, in_order, number_duplicates

_DIRECTIVE = re.compile(
    r"\s*(?:provaudit:\s*)?(?P<verb>ignore-file|ignore|off|on)(?![\w-])\s*(?:\[(?P<rules>[^\]]*)\])?[\s:—–-]*(?P<reason>.*?)\s*",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNUSED = unused_suppression.RULE
_KNOWN = frozenset(rule.id for rule in RULES)


@dataclass(frozen=True, slots=True)
class Switch:
    """A directive understood: which rules are off from where to where, and why; no rules means all."""

    directive: Directive
    rules: frozenset[str]
    reason: str | None
    span: Span
    whole_file: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether it switches the finding off."""
        if self.rules and finding.rule not in self.rules:
            return False
        return self.whole_file or (finding.span is not None and self.span.start <= finding.span.start < self.span.end)


def suppress(
    findings: Iterable[Finding],
    article: Article,
    *,
    judged: Collection[str] = _KNOWN,
    require_reason: bool = False,
    per_file: Mapping[str, Collection[str]] | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Part the findings into those that stand (PX902 among them, in order) and those switched off.

    `judged` are the rules that were selected and could speak (`judged_rules`): PX902 keeps silent on all others,
    and altogether where it is not itself among them. `per_file` maps path patterns to the rules ignored there.
    With `require_reason` an inline suppression without a reason switches nothing off.
    """
    ignored = _ignored_here(article.path, per_file or {})
    switches = tuple(filter(None, (_switch(directive, article) for directive in article.directives)))
    standing: list[Finding] = []
    gone: list[Suppressed] = []
    used: set[tuple[Directive, str]] = set()
    for finding in findings:
        covering = [switch for switch in switches if switch.covers(finding)]
        used.update((switch.directive, finding.rule) for switch in covering)
        effective = next((switch for switch in covering if switch.reason or not require_reason), None)
        if effective:
            gone.append(Suppressed(finding, "inline", effective.reason))
        elif finding.rule in ignored:
            gone.append(Suppressed(finding, "config", f"per-file-ignores: {ignored[finding.rule]}"))
        else:
            standing.append(finding)
    if _UNUSED.id in judged and _UNUSED.id not in ignored:
        idle = _idle(switches, used, frozenset(judged), require_reason=require_reason)
        standing += _unused(article, [*_not_understood(article), *idle], severities or {})
    return tuple(number_duplicates(sorted(standing, key=in_order))), tuple(gone)


def _ignored_here(path: str | None, per_file: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The rules ignored for the path, each with the pattern that says so."""
    if path is None:
        return {}
    plain = path.replace("\\", "/").removeprefix("./")
    return {
        rule: pattern
        for pattern, rules in per_file.items()
        if any(fnmatchcase(plain, tried) for tried in (pattern, f"*/{pattern}", f"{pattern.rstrip('/')}/*"))
        for rule in rules
    }


def _switch(directive: Directive, article: Article) -> Switch | None:
    read = _DIRECTIVE.fullmatch(directive.text)
    if read is None or read["verb"].lower() == "on":
        return None
    verb, rules, reason = read["verb"].lower(), _ids(read["rules"]), read["reason"] or None
    if verb == "ignore-file":
        return Switch(directive, rules, reason, Span(0, len(article.text) + 1), whole_file=True)
    if verb == "off":
        return Switch(directive, rules, reason, Span(directive.offset, _switched_on(directive, rules, article)))
    return Switch(directive, rules, reason, _paragraph(directive, article))


def _ids(rules: str | None) -> frozenset[str]:
    return frozenset(re.split(r"[,\s]+", (rules or "").upper())) - {""}


def _switched_on(off: Directive, rules: frozenset[str], article: Article) -> int:
    """Where an `off` ends: at the first `on` after it that names no rule or one of the same."""
    later = article.directives[article.directives.index(off) + 1 :]
    for directive in later:
        read = _DIRECTIVE.fullmatch(directive.text)
        if read and read["verb"].lower() == "on":
            named = _ids(read["rules"])
            if not named or not rules or named & rules:
                return directive.offset
    return len(article.text) + 1


def _paragraph(directive: Directive, article: Article) -> Span:
    """The paragraph the directive stands in, else the next that holds words of the newsroom."""
    skipped = {BlockKind.FURNITURE, BlockKind.CODE}
    blocks = [block.span for block in article.blocks if block.kind not in skipped]
    # A comment may part a paragraph into two blocks, or stand after its end: what shares its line is its paragraph.
    line_start = article.text.rfind("\n", 0, directive.offset)
    for number, span in enumerate(blocks):
        if span.end <= line_start or not _COMMENT.sub("", article.words(span)).strip():
            continue
        line_end = article.text.find("\n", span.start) % (len(article.text) + 1)  # the text's end where there is none
        line = [later for later in blocks[number:] if later.start <= line_end]
        return Span(span.start, line[-1].end + 1)
    return Span(directive.offset, directive.offset)


def _not_understood(article: Article) -> Iterator[tuple[Directive, str]]:
    for directive in article.directives:
        read = _DIRECTIVE.fullmatch(directive.text)
        if read is None:
            said = " ".join(directive.text.split())[:60]
            yield (
                directive,
                f'"{said}" is no instruction: write ignore[ID] reason, ignore-file[ID] reason, off[ID] or on[ID]',
            )
        elif unknown := sorted(_ids(read["rules"]) - _KNOWN):
            yield directive, f"no rule is called {' or '.join(unknown)}: `provaudit rule` lists them"


def _idle(
    switches: Iterable[Switch], used: set[tuple[Directive, str]], judged: frozenset[str], *, require_reason: bool
) -> Iterator[tuple[Directive, str]]:
    of_directive: dict[Directive, set[str]] = defaultdict(set)
    for directive, rule in used:
        of_directive[directive].add(rule)
    for switch in switches:
        rules = of_directive[switch.directive]
        if rules and require_reason and not switch.reason:
            yield switch.directive, "this suppression gives no reason, and the settings ask for one"
        elif not switch.rules and not rules and judged >= _KNOWN:
            yield switch.directive, "this suppression suppresses nothing: take it out"
        for rule in sorted((switch.rules & judged) - rules - {_UNUSED.id}):
            yield switch.directive, f"this suppression of {rule} suppresses nothing: take it out"


def _unused(
    article: Article, idle: Iterable[tuple[Directive, str]], severities: Mapping[str, Severity]
) -> Iterator[Finding]:
    for directive, message in idle:
        offset = min(directive.offset, len(article.text))
        place = article.place(offset)
        yield Finding(
            rule=_UNUSED.id,
            name=_UNUSED.name,
            severity=severities.get(_UNUSED.id, _UNUSED.severity),
            confidence=_UNUSED.confidence,
            message=message,
            # Where markup is not in the text the offset is that of the next block: then the line alone is known.
            place=place if place.line == directive.line else Place(directive.line, 1),
            span=Span(offset, offset),
            fingerprint=fingerprint(_UNUSED.id, f"{directive.text}\n{message}"),
        )
