"""Verbs that attribute, with the auxiliaries, adverbs and particles around them."""

from typing import Final, NamedTuple

from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.sentences import Word

_PARTICLES: Final = {
    "called": ("for", "on", "out"), "calls": ("for", "on", "out"), "call": ("for", "on", "out"),
    "calling": ("for", "on", "out"), "pointed": ("out", "to"), "points": ("out", "to"), "point": ("out", "to"),
    "pointing": ("out", "to"), "spoke": ("of", "about", "out"), "speaks": ("of", "about"), "speak": ("of", "about"),
    "speaking": ("of", "about"), "referred": ("to",), "refers": ("to",), "referring": ("to",), "refer": ("to",),
    "talked": ("about", "of"), "talks": ("about", "of"), "talking": ("about", "of"), "talk": ("about", "of"),
    "went": ("on",), "goes": ("on",), "made": ("clear",), "makes": ("clear",), "making": ("clear",),
    "laid": ("out",), "lays": ("out",), "chimed": ("in",), "put": ("it",), "puts": ("it",),
    "alluded": ("to",), "alludes": ("to",), "alluding": ("to",), "hit": ("back",), "fired": ("back",),
    "shot": ("back",), "came": ("out",), "took": ("aim",), "takes": ("aim",),
}  # fmt: skip
_CAME_THROUGH: Final = frozenset({"heard", "posted", "published", "read", "released", "seen", "written"})
_HEADLINE: Final = 60  # words: none is longer
_PRONOUNS: Final = frozenset({"he", "i", "it", "she", "they", "we", "which", "who", "you"})


def title_case(sentence: list[Word]) -> bool:
    """Whether the sentence is a headline: nearly all its longer words have a capital."""
    longer = [word for word in sentence[:_HEADLINE] if len(word.low) > 3 and word.low.isalpha()]
    return len(longer) > 2 and sum(word.capital for word in longer) >= 0.75 * len(longer)


class Cue(NamedTuple):
    """A cue: words `first` up to (not with) `last`; `head` is its verb; `lists` the word lists that hold the verb."""

    first: int
    head: int
    last: int
    lists: frozenset[str]
    passive: bool = False


def find_cues(sentence: list[Word]) -> list[Cue]:
    """Return the verbal cues of a sentence, left to right, each word in one cue at most."""
    known = cue_words()
    cues: list[Cue] = []
    at = 0
    while at < len(sentence):
        low = sentence[at].low
        first = _first_to(sentence, at)
        if first is not None:
            cues.append(first)
            at = first.last
            continue
        lists = known.get(low)
        particle = _particle(sentence, at)
        issued = _issued(sentence, at) or _quoted(sentence, at)
        if issued:
            lists, particle = frozenset({"says"}), particle or "out"
        if (lists is None and not particle) or (
            low in word_list("attribution/verbs_that_need_particles") and not particle
        ):
            at += 1
            continue
        cue = _cue(sentence, at, particle, lists or frozenset({"speaks-of"}), cues[-1].last if cues else 0)
        if cue is not None and issued:
            cue = cue._replace(last=issued, lists=frozenset({"says"}), passive=False)
        if cue is None:
            at += 1
        else:
            cues.append(cue)
            at = cue.last
    return cues


def _first_to(sentence: list[Word], at: int) -> Cue | None:
    """The cue of "was first to report" and "were the first to reveal"."""
    low = [word.low for word in sentence[at : at + 5]]
    if not low or low[0] not in word_list("attribution/forms_of_be"):
        return None
    to = 3 if low[1:2] == ["the"] else 2
    if low[to - 1 : to + 1] != ["first", "to"] or low[to + 1 : to + 2] not in (["report"], ["reveal"], ["disclose"]):
        return None
    return Cue(at, at + to + 1, at + to + 2, frozenset({"says"}))


def _quoted(sentence: list[Word], at: int) -> int:
    """Where "quoted as saying" or "quoted by the Gazette as saying" ends; 0 where nobody is."""
    if sentence[at].low != "quoted" or at == 0 or sentence[at - 1].low not in word_list("attribution/forms_of_be"):
        return 0
    for n in range(at + 1, min(at + 9, len(sentence) - 1)):
        if sentence[n].low == "as" and sentence[n + 1].low == "saying":
            return n + 2
    return 0


def _issued(sentence: list[Word], at: int) -> int:
    """Where "released a report at the time saying" ends; 0 where no document is issued here."""
    if sentence[at].low not in word_list("attribution/verbs_of_issuing"):
        return 0
    document = 0
    for n in range(at + 1, min(at + 14, len(sentence))):
        low = sentence[n].low
        if not low[:1].isalpha() and not low[:1].isdigit():
            return 0
        if not document:
            document = (
                n
                if n <= at + 5
                and (low in word_list("attribution/documents") or low in word_list("attribution/reports"))
                else 0
            )
        elif (low.endswith("ing") and cue_words().get(low, frozenset()) & {"says", "finds"}) or (
            n == document + 2 and sentence[n - 1].low == "that" and low in cue_words()
        ):
            return n + 1
    return 0


def _particle(sentence: list[Word], at: int) -> str:
    follows = sentence[at + 1].low if at + 1 < len(sentence) else ""
    return follows if follows in _PARTICLES.get(sentence[at].low, ()) else ""


def _cue(sentence: list[Word], at: int, particle: str, lists: frozenset[str], floor: int) -> Cue | None:
    word = sentence[at]
    before = sentence[at - 1].low if at else ""
    if word.low == "states" and before == "united":
        return None
    if word.capital and at and before not in ("", ",", ":") and not title_case(sentence):
        return None  # a name
    if _of_a_paper(sentence, at) or _is_amid(sentence, at):
        return None
    if _is_noun(sentence, at, before) or before == "to":
        return None
    first = at
    while first > floor and _goes_with_verb(sentence[first - 1]):
        first -= 1
    last = at + 1 + bool(particle)
    if word.low in ("went", "goes") and last + 1 < len(sentence) and sentence[last].low == "to":
        last += 2
        lists = cue_words().get(sentence[last - 1].low, lists)
    elif word.low in ("made", "makes", "put") or (particle == "out" and word.low.startswith("point")):
        lists = frozenset({"says"})
    passive = not word.low.endswith("ing") and any(
        sentence[n].low in word_list("attribution/forms_of_be") for n in range(first, at)
    )
    return Cue(first, at, last, lists, passive)


def _of_a_paper(sentence: list[Word], at: int) -> bool:
    """Whether it tells through whom a paper came: "bank records seen by the Post reveal", "a video posted by CNN"."""
    if sentence[at].low not in _CAME_THROUGH or at + 2 >= len(sentence) or sentence[at + 1].low != "by":
        return False
    agent = sentence[at + 2]
    helped = at > 0 and (is_auxiliary(sentence[at - 1]) or _goes_with_verb(sentence[at - 1]))
    return not helped and (agent.capital or agent.low in word_list("attribution/determiners"))


def is_auxiliary(word: Word) -> bool:
    """Whether the word helps another verb; the month of May does not."""
    return word.low in word_list("attribution/auxiliaries") and not (word.low == "may" and word.capital)


def _goes_with_verb(word: Word) -> bool:
    return (
        is_auxiliary(word)
        or word.low in word_list("attribution/adverbs_in_cues")
        or (len(word.low) > 4 and word.low.endswith("ly") and not word.capital)
    )


def _is_amid(sentence: list[Word], at: int) -> bool:
    """Whether it is the noun of "amid media reports that"."""
    first = at - 1
    while first > 0 and sentence[first].low in word_list("attribution/report_modifiers"):
        first -= 1
    return first >= 0 and sentence[first].low in ("amid", "amidst", "despite")


def _is_noun(sentence: list[Word], at: int, before: str) -> bool:
    low = sentence[at].low
    if low not in word_list("attribution/verbs_that_are_nouns"):
        return before in ("the", "a", "an", "its", "their", "his", "her", "of") and not low.endswith(("ed", "ing"))
    if before in _PRONOUNS or before in word_list("attribution/auxiliaries") or before in ("also", "not", "never"):
        return before == "which" or before in ("be", "being", "been")
    if (
        not at
        or before in word_list("attribution/words_before_nouns")
        or (before.endswith(("'s", "’s", "s'", "s’")) and not sentence[at - 1].capital)
    ):
        return True
    follows = sentence[at + 1].low if at + 1 < len(sentence) else ""
    papers = low == "documents" and follows in ("filed", "obtained", "released", "reviewed", "seen")
    if (
        papers
        or follows in ("say", "says", "said", "show", "shows", "finds", "have", "were", "are")
        or (follows == "of" and low != "think")
    ):
        return True  # "media reports say"
    if before in (",", "") and follows and (sentence[at + 1].capital or follows == "the"):
        return False  # "…," notes Ann Bo
    return not (
        follows in ("that", "", ":", "he", "she", "they", "it") or (low.endswith("s") and sentence[at - 1].capital)
    )
