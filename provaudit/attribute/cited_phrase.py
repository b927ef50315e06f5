"""Where a sentence cites somebody: the verb, the cited, and the words that come with them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from provaudit.attribute.antecedents import humans
from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.sentences import Word
from provaudit.model import Span

_CITES: Final = frozenset({"cite", "cited", "cites", "citing", "quote", "quoted", "quotes", "quoting"})
_CREDITS: Final = frozenset({"credit", "credited", "crediting", "credits"})
_RELATIVE: Final = frozenset({"that", "which", "who"})
_ASIDES: Final = frozenset({"also", "had", "has", "have", "in", "itself", "then", "turn"})
_HIDDEN: Final = frozenset({"anonymous", "unidentified", "unnamed"})
_ENDS: Final = frozenset({"", ",", ";", ":", "—", "–", "--", "(", ")", ".", "!", "?", "…"})
_AFTER_HEAD: Final = frozenset(
    {"of", "for", "from", "in", "at", "with", "by", "on", "to", "about", "familiar", "close", "briefed", "obtained"}
    | {"seen", "first", "reviewed", "published", "inside", "near", "and"}
)
_AS: Final = frozenset({"saying", "stating", "telling", "confirming"})
_LONGEST: Final = 14  # words
_LONGEST_ASIDE: Final = 25  # words


class Citation(NamedTuple):
    """A verb that cites, and whom.

    `away` is everything that is no claim, from the comma or "which" on. `saying` holds "as saying", or the "said" of
    "who said", where the words of the cited follow. `relative` says that the citer stands right before.
    """

    verb: Span
    who: Span
    away: Span
    saying: tuple[Span, ...]
    relative: bool
    alone: bool = False  # "The agency cited two aides.": a sentence of its own

    @property
    def stretch(self) -> Span:
        """From the verb to where the words of the cited begin."""
        return Span(self.verb.start, self.saying[-1].end if self.saying else self.away.end)


def without_citations(sentence: list[Word]) -> list[Word]:
    """Return the sentence without the asides that only cite: "the Post, citing two aides, said …"."""
    asides = [one for one in citations(sentence) if not one.saying and not one.relative]
    return [word for word in sentence if not any(one.away.start <= word.start < one.away.end for one in asides)]


def citations(sentence: list[Word], text: str = "", outlets: OutletNames | None = None) -> Iterator[Citation]:
    """Yield the citations of a sentence, left to right; credits only with the outlets and the whole text at hand."""
    for at, word in enumerate(sentence):
        if word.low not in _CITES | _CREDITS or at + 1 >= len(sentence):
            continue
        end = _phrase_end(sentence, at + 1)
        if end == at + 1:
            continue
        who = Span(sentence[at + 1].start, sentence[end - 1].end)
        if word.low in _CREDITS and (outlets is None or not outlets.names_in(text, who)):
            continue  # "crediting his coach"
        found = _citation(sentence, at, end, who)
        if found is not None and (found.saying or _is_source(sentence[at + 1 : end])):
            yield found


def _citation(sentence: list[Word], at: int, end: int, who: Span) -> Citation | None:
    first = at
    while first and sentence[first - 1].low in _ASIDES:
        first -= 1
    before = sentence[first - 1].low if first else ""
    participle = sentence[at].low.endswith("ing")
    saying = _saying(sentence, end)
    verb = Span(sentence[first].start if not participle else sentence[at].start, sentence[at].end)
    if before in _RELATIVE and first > 1 and not participle:
        comma = sentence[first - 2].low == ","
        start = sentence[first - 2].start if comma else sentence[first - 1].start
        stop = saying.end if saying else _aside_end(sentence, end)
        return Citation(verb, who, Span(start, stop), (saying,) if saying else (), relative=True)
    reported = before in word_list("attribution/words_of_reporting")  # "ANI reported citing two aides"
    if participle and (before in (",", "and", "—", "–", "--") or reported or not first):
        start = sentence[first if reported else max(0, first - 1)].start
        stop = saying.end if saying else _aside_end(sentence, end)
        return Citation(verb, who, Span(start, stop), (saying,) if saying else (), relative=False)
    if not participle and saying is None and _is_alone(sentence, first, end):
        return Citation(verb, who, Span(verb.start, who.end), (), relative=False, alone=True)
    if participle or saying is None or before in word_list("attribution/forms_of_be"):
        return None
    return Citation(verb, who, Span(verb.start, saying.end), (saying,), relative=False)


def _is_alone(sentence: list[Word], verb: int, end: int) -> bool:
    """Whether the sentence tells no more than whom somebody meant before cites: "It cited two aides."."""
    low = [word.low for word in sentence[:verb]]
    meant = low in (["it"], ["they"]) or (
        low[:1] == ["the"] and " ".join(low[1:]) in word_list("attribution/outlet_nouns") | {"company", "report"}
    )
    return meant and all(word.low in ".!?;" for word in sentence[_stop(sentence, end) :])


def _stop(sentence: list[Word], end: int) -> int:
    """The mark at which a clause ends."""
    return next((n for n in range(end, len(sentence)) if sentence[n].low in _ENDS), len(sentence))


def _phrase_end(sentence: list[Word], at: int) -> int:
    """Where the cited phrase ends."""
    stops = _ENDS | _RELATIVE | word_list("attribution/phrase_enders")
    end = at
    while end < min(len(sentence), at + _LONGEST):
        word = sentence[end]
        says = "says" in cue_words().get(word.low, ()) and not _reported_by(sentence, end)
        if word.low in stops or (end > at and (is_auxiliary(word) or (says and not word.capital))):
            break
        end += 1
    while end > at + 1 and sentence[end - 1].low in word_list("attribution/days_and_months") | {"on"}:
        end -= 1
    return end


def _reported_by(sentence: list[Word], at: int) -> bool:
    return at + 1 < len(sentence) and sentence[at + 1].low == "by"


def _aside_end(sentence: list[Word], end: int) -> int:
    """Where the whole aside ends: at the next mark."""
    stop = _stop(sentence, end)
    return sentence[stop].end if stop < len(sentence) and sentence[stop].low == "," else sentence[stop - 1].end


def _saying(sentence: list[Word], end: int) -> Span | None:
    """The "as saying" right after the cited, or the "said" of ", who said"."""
    low = [word.low for word in sentence[end : end + 4]]
    if low[:1] == ["as"] and _at(low, 1) in _AS:
        return Span(sentence[end].start, sentence[end + 1].end)
    for at in (1, 2):
        if low[:1] == [","] and low[1:2] in (["who"], ["which"]) and "says" in cue_words().get(_at(low, at + 1), ()):
            return Span(sentence[end + at + 1].start, sentence[end + at + 1].end)
    return _saying_past_an_aside(sentence, end) if low[:1] == [","] else None


def _saying_past_an_aside(sentence: list[Word], comma: int) -> Span | None:
    """The "as saying" behind what is told of the cited ("quoted an aide, who asked not to be named, as saying")."""
    for at in range(comma + 1, min(len(sentence) - 1, comma + _LONGEST_ASIDE)):
        if sentence[at].low in _ENDS - {","}:
            return None
        if (sentence[at - 1].low, sentence[at].low) == (",", "as") and sentence[at + 1].low in _AS:
            return Span(sentence[at].start, sentence[at + 1].end)
    return None


def _at(low: list[str], at: int) -> str:
    return low[at] if at < len(low) else "."


def _is_source(phrase: list[Word]) -> bool:
    """Whether the words name somebody or something that tells: "two officials", "a leaked memo", "Newsmax"."""
    cut = next((n for n, word in enumerate(phrase) if n and word.low in _AFTER_HEAD), len(phrase))
    last = phrase[cut - 1]
    if any(word.low in _HIDDEN for word in phrase) or last.capital:
        return True
    known = ("sources/document_nouns", "attribution/reports", "sources/anonymous_heads", "sources/vague_heads")
    bodies = ("sources/organisation_words", "sources/institution_voices", "sources/known_groups")
    nouns = ("attribution/outlet_nouns", "sources/reporting_nouns", "attribution/documents")
    return last.low in humans() | {"people"} or any(last.low in word_list(name) for name in (*known, *bodies, *nouns))
