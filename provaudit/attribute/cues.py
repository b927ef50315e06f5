"""Verbs that attribute, with the auxiliaries, adverbs and particles around them."""

from typing import Final, NamedTuple

from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.sentences import Word

AUXILIARIES: Final = frozenset(
    "has have had having is are was were be been being will would can could may might must should shall do does did "
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't didn't cannot "
    "hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t won’t wouldn’t can’t couldn’t don’t doesn’t didn’t".split()
)
_BE: Final = frozenset("is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split())
_ADVERBS: Final = frozenset(
    "also later once twice then never not always often still just even now first further soon earlier again "
    "already reportedly have has".split()
)
_PARTICLES: Final = {
    "called": ("for", "on", "out"), "calls": ("for", "on", "out"), "call": ("for", "on", "out"),
    "calling": ("for", "on", "out"), "pointed": ("out", "to"), "points": ("out", "to"), "point": ("out", "to"),
    "pointing": ("out", "to"), "spoke": ("of", "about", "out"), "speaks": ("of", "about"), "speak": ("of", "about"),
    "speaking": ("of", "about"), "referred": ("to",), "refers": ("to",), "referring": ("to",), "refer": ("to",),
    "talked": ("about", "of"), "talks": ("about", "of"), "talking": ("about", "of"), "talk": ("about", "of"),
    "went": ("on",), "goes": ("on",), "made": ("clear",), "makes": ("clear",), "making": ("clear",),
    "laid": ("out",), "lays": ("out",), "chimed": ("in",), "put": ("it",), "puts": ("it",),
    "alluded": ("to",), "alludes": ("to",), "alluding": ("to",), "hit": ("back",), "fired": ("back",), "shot": ("back",),
    "came": ("out",), "took": ("aim",), "takes": ("aim",),
}  # fmt: skip
_NEEDS_PARTICLE: Final = frozenset(
    "went goes made makes making laid lays put puts hit fired shot came took takes pointed points point pointing "
    "spoke speaks speak speaking referred refers referring refer talked talks talking talk alluded alludes alluding".split()
)
_ALSO_NOUNS: Final = frozenset(
    "claim claims report reports call calls question questions plan plans hope hopes fear fears support view views "
    "show shows state states find finds attack attacks talk talks note notes charge charges promise promises demand "
    "demands pledge pledges estimate estimates post posts tweet tweets text texts document documents detail details "
    "project projects order orders doubt doubts regard regards love like likes trust hate threat feeling feelings "
    "want wants guess figure figures counter counters account accounts favor favors address addresses pen pens "
    "highlight highlights challenge challenges reference references voice voices proposal reply answer forecast "
    "forecasts whisper laugh signal signals hint hints label labels quote quotes credit credits fault faults single "
    "pan pans knock float champion champions protest protests contest contests dispute disputes praise blame rule rules "
    "aim aims will counsel feel see read say worry worries compliment compliments rebuke outline outlines complaint "
    "echo echoes snap profile hail long command commands shout yell email emails e-mail blog blogs narrate caution "
    "repeat repeats wish wishes wonder wonders resolve seek offer offers saw found felt saying meaning being feeling "
    "understanding recording writing holding".split()
)
_ISSUES: Final = frozenset(
    "released releases published publishes issued issues ran runs aired airs posted posts printed filed circulated "
    "carried carries sent delivered wrote writes broadcast".split()
)
_DETERMINERS: Final = frozenset(
    "the a an this that these those his her its their our my your no any some every each such other another several "
    "many few more most own new recent first last of for in with by on from about".split()
)
_PRONOUNS: Final = frozenset("he she they it we i you who which".split())


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
        lists = known.get(low)
        particle = _particle(sentence, at)
        issued = _issued(sentence, at)
        if issued:
            lists, particle = frozenset({"says"}), particle or "out"
        if (lists is None and not particle) or (low in _NEEDS_PARTICLE and not particle):
            at += 1
            continue
        cue = _cue(sentence, at, particle, lists or frozenset({"speaks-of"}), cues[-1].last if cues else 0)
        if cue is not None and issued:
            cue = cue._replace(last=issued, lists=frozenset({"says"}))
        if cue is None:
            at += 1
        else:
            cues.append(cue)
            at = cue.last
    return cues


def _issued(sentence: list[Word], at: int) -> int:
    """Where "released a report at the time saying" ends; 0 where no document is issued here."""
    if sentence[at].low not in _ISSUES:
        return 0
    document = 0
    for n in range(at + 1, min(at + 14, len(sentence))):
        low = sentence[n].low
        if not low[:1].isalpha() and not low[:1].isdigit():
            return 0
        if not document:
            document = n if n <= at + 5 and (low in word_list("attribution/documents") or low in word_list("attribution/reports")) else 0
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
    if word.capital and at and before not in ("", ",", ":"):
        # "Says" inside a headline or a name
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
    elif word.low == "made" or word.low == "makes" or word.low == "put":
        lists = frozenset({"says"})
    elif particle == "out" and word.low.startswith("point"):
        lists = frozenset({"says"})
    passive = not word.low.endswith("ing") and any(sentence[n].low in _BE for n in range(first, at))
    return Cue(first, at, last, lists, passive)


def is_auxiliary(word: Word) -> bool:
    """Whether the word helps another verb; the month of May does not."""
    return word.low in AUXILIARIES and not (word.low == "may" and word.capital)


def _goes_with_verb(word: Word) -> bool:
    return is_auxiliary(word) or word.low in _ADVERBS or (len(word.low) > 4 and word.low.endswith("ly") and not word.capital)


def _is_noun(sentence: list[Word], at: int, before: str) -> bool:
    low = sentence[at].low
    if low not in _ALSO_NOUNS:
        return before in ("the", "a", "an", "its", "their", "his", "her", "of") and not low.endswith(("ed", "ing"))
    if before in _PRONOUNS or before in AUXILIARIES or before in ("also", "not", "never"):
        return before == "which" or before in ("be", "being", "been")
    if not at or before in _DETERMINERS or before.endswith(("'s", "’s", "s'", "s’")) and not sentence[at - 1].capital:
        return True
    follows = sentence[at + 1].low if at + 1 < len(sentence) else ""
    if before in (",", "") and follows and (sentence[at + 1].capital or follows == "the"):
        return False  # "…," notes Ann Bo
    return not (follows in ("that", "", ":", "he", "she", "they", "it") or (low.endswith("s") and sentence[at - 1].capital))
