"""Who speaks inside a content: "…," Hicks said, according to AmericaBlog.

A tagger marks outermost attributions only. Those it set side by side though one stands in the other's content are
put in each other; then the tagger is run again on each content that may hold another. Words inside quotation marks
are the speaker's own: whom a speaker quotes is no source of the newsroom.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from provaudit.attribute.according import find_according
from provaudit.attribute.body import Body
from provaudit.attribute.cues import find_cues
from provaudit.attribute.found import Found, Spans, found, holds, in_order
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.quotations import covered, quotations
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.attribute.sentences import Word, sentence_spans, words
from provaudit.attribute.tagged import Tagger
from provaudit.attribute.tidying import merge_coordinated, tidy, without_that
from provaudit.model import Span

_REPORTING: Final = frozenset({"says", "writes", "finds"})
_LEAST_COVER: Final = 0.4  # of the outer content's words: a smaller aside does not make the outer one a mere wrapper
_DEEPEST: Final = 3
_STRETCH: Final = 256  # characters
_NOBODY: Final = frozenset({"nobody", "no", "none", "nothing", "neither"})
_LEARNED: Final = frozenset({"learned", "learns", "learnt"})  # "CNN had learned that …"
_FOR: Final = frozenset({"against", "for"})
_SELF: Final = frozenset({"he", "i", "it", "she", "they", "we", "who"})


def nest(attributions: tuple[Found, ...], body: Body, tagger: Tagger, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the attributions as trees, each content read again for who speaks in it."""
    return _Nesting(body, tagger, outlets).deeper(attributions, _DEEPEST)


def contained(attributions: Iterable[Found]) -> tuple[Found, ...]:
    """Put every attribution whose cue stands in another's content inside that one."""
    roots: list[Found] = []
    crossing: dict[int, list[int]] = defaultdict(list)  # the numbers of the roots whose contents cross a stretch
    for one in sorted(attributions, key=lambda found: found.start - found.end):
        at = (one.cue or one.source or one.content)[0].start
        for index in crossing[at // _STRETCH]:
            outer = roots[index]
            if holds(outer.content, at) and not _same(outer, one):
                roots[index] = replace(outer, inner=contained((*outer.inner, one)))
                break
        else:
            for stretch in {n for span in one.content for n in range(span.start // _STRETCH, span.end // _STRETCH + 1)}:
                crossing[stretch].append(len(roots))
            roots.append(one)
    return in_order(roots)


def _same(outer: Found, inner: Found) -> bool:
    return outer.cue == inner.cue or holds(inner.content, outer.cue[0].start if outer.cue else -1)


class _Nesting:
    """Reads contents again with one tagger, in one body."""

    def __init__(self, body: Body, tagger: Tagger, outlets: OutletNames) -> None:
        self._body, self._tagger, self._outlets = body, tagger, outlets

    def deeper(self, attributions: tuple[Found, ...], depth: int) -> tuple[Found, ...]:
        """Return the attributions with those inside their contents, `depth` levels down."""
        if not depth or not attributions:
            return attributions
        promising = [one for one in attributions if not one.inner and _may_hold_another(one, self._body)]
        inside = {id(one): one.inner for one in attributions}
        for tagger in (self._tagger,) if isinstance(self._tagger, RuleTagger) else (self._tagger, RuleTagger()):
            barren = [one for one in promising if not inside[id(one)]]
            found_there = self._read(tagger, barren)
            starts = [one.start for one in found_there]
            for one in barren:
                near = found_there[bisect_left(starts, one.start) : bisect_right(starts, one.end)]
                inside[id(one)] = self._accepted(one, near)
        level = tuple(part for one in attributions for part in inside[id(one)])
        deepened = iter(self.deeper(level, depth - 1))  # a whole level at once: the tagger reads many as fast as one
        return tuple(
            replace(one, inner=tuple(_resumed(next(deepened), one, self._body) for _ in inside[id(one)]))
            for one in attributions
        )

    def _read(self, tagger: Tagger, attributions: list[Found]) -> tuple[Found, ...]:
        """What a tagger finds in the contents of attributions."""
        text = self._body.text
        spans = sorted({without_that(span, text) for one in attributions for span in one.content})
        if not spans:
            return ()
        tidied = (tidy(found(one), text) for one in tagger.tag(text, spans))
        return merge_coordinated((one for one in tidied if one.content), text)

    def _accepted(self, outer: Found, inside: Iterable[Found]) -> tuple[Found, ...]:
        """Return those attributions that make the outer content a wrapper of theirs."""
        mine = [one for one in inside if _stands_in(one, outer) and self._reports(one, outer)]
        whole = sum(_words(self._body.text, span) for span in outer.content)
        covered = sum(_words(self._body.text, span) for one in mine for span in one.parts)
        return in_order(mine) if mine and covered >= _LEAST_COVER * whole else ()

    def _reports(self, one: Found, outer: Found) -> bool:
        """Whether it is speech, writing or a finding of someone else than the outer source."""
        if not one.source or any(self._body.spoken_at(span.start) for span in (*one.source, *one.cue)):
            return False
        source, cue = self._words_of(one.source), self._words_of(one.cue)
        if not _is_somebody(source) or (" ".join(source) in _SELF and not self._is_publication(outer)):
            return False
        if not cue:
            return bool(set(source) & word_list("attribution/reports"))
        known = {word.strip(",.:") for word in cue}
        told = known & word_list("attribution/words_of_reporting") or (known & _LEARNED and self._is_publication(one))
        if not told or known & word_list("attribution/not_told"):
            return False
        if cue[-1] in _FOR or self._body.text.startswith(("to ", "for ", "against "), one.content[0].start):
            return False  # "agreed to pay" is done, not told; "has argued for tolls" tells what somebody is for
        finds = all(cue_words().get(word, frozenset({"finds"})) <= {"finds"} for word in known)
        return not finds or "according" in known or self._finds(one, source)

    def _finds(self, one: Found, source: list[str]) -> bool:
        """Whether a verb of finding has a finding to tell: a document's, or one that opens on "that"."""
        documents = word_list("attribution/documents") | word_list("attribution/reports")
        return bool(set(source) & documents) or self._body.text.startswith("that ", one.content[0].start)

    def _is_publication(self, outer: Found) -> bool:
        """Whether the outer source is an outlet or a document: "he" inside it is somebody else."""
        words = set(self._words_of(outer.source))
        if not words or words & word_list("attribution/documents") or words & word_list("attribution/outlet_nouns"):
            return True
        return any(self._outlets.names_in(self._body.text, span) for span in outer.source)

    def _words_of(self, spans: Spans) -> list[str]:
        return " ".join(self._body.text[span.start : span.end] for span in spans).lower().split()


def _may_hold_another(one: Found, body: Body) -> bool:
    """Whether a cue of speech or a report stands in the content, outside quotations."""
    for span in one.content:
        for sentence in () if body.is_verbatim(span) else _clauses(body, span):
            if find_according(sentence) is not None:
                return True
            if any(cue.lists & _REPORTING for cue in find_cues(sentence)):
                return True
            if any(word.low in word_list("attribution/reports") for word in sentence):
                return True
    return False


def _clauses(body: Body, span: Span) -> Iterable[list[Word]]:
    """The words of a content, sentence by sentence, quotations of its own covered."""
    prose = covered(body.text, span, quotations(body.text, span))
    return (words(prose, sentence, span.start) for sentence in sentence_spans(prose, span.start))


def _is_somebody(source: list[str]) -> bool:
    """Whether words can be a source: they end on a noun or a name, or are a pronoun."""
    last = source[-1].strip("\"'“”‘’,")
    if source[0] in _NOBODY or not last:
        return False
    small = (
        word_list("stopwords_en") | word_list("attribution/words_before_nouns") | word_list("attribution/auxiliaries")
    )
    return last in word_list("attribution/pronouns") or (last not in small and not last.endswith("ly"))


def _stands_in(one: Found, outer: Found) -> bool:
    return all(any(span.holds(part) for span in outer.content) for part in one.parts) and one.content != outer.content


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _resumed(inner: Found, outer: Found, body: Body) -> Found:
    """Give the inner speaker the second half of a quotation that the outer content goes on with."""
    last = inner.content[-1] if inner.content else None
    if last is None or not any(body.spoken_at(span.start) for span in inner.content):
        return inner
    more = tuple(
        span
        for span in outer.content
        if span.start >= inner.end and body.spoken_at(span.start) and not holds(inner.content, span.start)
    )
    return replace(inner, content=tuple(sorted((*inner.content, *more))))
