"""PQ403 misattributed: the cited page lacks the claim, or gives it to another speaker.

What it flags
    A page that the draft cites and that was read in full and does not hold the claim; or one that holds it and has
    another person say it (with medium confidence where the draft words it otherwise). What could not be read, lies
    behind a paywall, is cut off or in another language is never said to lack anything; nor is a page that holds a good
    part of a claim in the draft's own words, which may stand there in still other ones. Other claims in own words are
    flagged with low confidence where the page is on their subject.

Why it matters
    The citation is what the reader trusts. If it does not hold the claim, the claim hangs in the air.

Guideline
    Text-source integrity: a source must support what is cited to it, and name whom we name.

Flagged
    The bridge is unsafe, Ada Holm said, with a link to a page on which Ben Oduya says so.

Passes
    The bridge is unsafe, Holm said, with a link to a page on which Ada Holm says so.

What to do
    Read the page again; correct the speaker, or cite the page where the claim stands.
"""

from collections.abc import Iterator

from provaudit.model import Case, Claim, Confidence, PassageStatus, Severity, SourceKind
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.upstream import credits_at, evidence, is_quoted, lacking, landed, page_name, same_name, speaker_of

# The score of an absent passage is how likely the page has the claim after all. On pages held back from training nine
# of ten claims below either bound are not there; below the first are three quarters of what is missing, below the
# second half.
_A_GOOD_PART = 0.3
_NEXT_TO_NOTHING = 0.1
_TOLD = 0.6  # of a claim in the draft's own words: from there on its speaker can be told from the passage
_SURE = frozenset({PassageStatus.EXACT, PassageStatus.NEAR})


def _check(case: Case) -> Iterator[Remark]:
    for claim in case.claims:
        if landed(claim):
            yield from _another_speaker(case, claim)
        else:
            yield from _absent(case, claim)


def _absent(case: Case, claim: Claim) -> Iterator[Remark]:
    quoted = is_quoted(case, claim)
    for hop in lacking(case, claim):
        score = hop.passage.score if hop.passage is not None else 0.0
        if not quoted and score >= _A_GOOD_PART:
            continue
        plain = quoted or score < _NEXT_TO_NOTHING
        held = "does not hold it" if plain else "does not seem to hold it, unless in quite other words"
        message = f"the page of {page_name(case, hop)} that is cited for this {held}"
        title = hop.page.article.title if hop.page else None
        sure = Confidence.MEDIUM if plain else Confidence.LOW
        yield Remark(message, claim.spans[0], (claim.id,), evidence(hop, title), sure)


def _another_speaker(case: Case, claim: Claim) -> Iterator[Remark]:
    named = speaker_of(case, claim)
    for hop in landed(claim):
        people = [source.name for _, source in credits_at(case, hop) if source.kind is SourceKind.PERSON]
        if not named or not hop.speaker or hop.passage is None or hop.speaker not in people:
            continue
        verbatim = hop.passage.status in _SURE
        named_both = hop.speaker[:1].isupper() and named.name[:1].isupper()  # "the city engineer" may be she
        told = verbatim or (named_both and len(set(people)) == 1 and hop.passage.score >= _TOLD)
        if told and not any(same_name(named.name, name) for name in (hop.speaker, *people)):
            message = f"the draft has {named.name} say this, {page_name(case, hop)} has {hop.speaker} say it"
            confidence = None if verbatim else Confidence.MEDIUM
            yield Remark(message, claim.spans[0], (claim.id,), evidence(hop), confidence)
            return


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.UPSTREAM, check=_check)
