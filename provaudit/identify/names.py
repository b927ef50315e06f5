"""Cuts the name of a person or an organisation out of titles and descriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provaudit.identify.spelling import fold, name_key, without_possessive
from provaudit.identify.wording import as_written_inside
from provaudit.identify.wordlists import word_list
from provaudit.model import SourceKind

# Where a name ends and what is said of its bearer begins.
_CUT = re.compile(
    r"\s*(?:[,(;:—–]|\s-\s|"
    r"\s(?:who|whose|whom|that|which|from|at|for|on|in|told|said|of|with|by|after|when|as|to|across|like|including|such)\s|"
    r"\s[a-z]+ing (?:an?|the|his|her|their|its|for|in|on|with|to)\s)"
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]+s?|(?:[A-Z]\.){2,}[A-Z]?")
_HOST = re.compile(r"\w\.(?:com|org|net)$", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,2}")
_LONGEST_NAME = 5
_QUOTES = " \"'“”‘’"
# "Center for Tax Policy": the name of a body that runs over small words; the second group is the word before the first.
_BODY = re.compile(
    r"(?:[Tt]he |[Aa]n? |(?!(?:of|for|at|from|in|by|to|with|on)\b)[a-z-]+ )*"
    r"((?:[A-Z][\w.’'&-]* )*?([A-Z][\w-]+) (?:of|for|on|to|against|in) (?:the )?[A-Z][\w.’'&-]*"
    r"(?: (?:of|for|on|and|the|our|&|[A-Z][\w.’'&-]*))*)"
)
_BODY_TAIL = re.compile(r"(?:['’]s?|(?: (?:of|for|on|and|the|our|&))+)$")
_DESCRIBES_FIRST = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w+['’]s) [a-z]")
_A_ROLE_AND_A_NAME = re.compile(r" (?:(?!(?:of|for|at|from|in|by|to|with|on|and)\b)[a-z][\w-]* )+[A-Z]")
_OF_KIN = re.compile(
    r"(?:his|her|their|my|our|[A-Z]\w+['’]s?) (?:[a-z-]+ )?"
    r"(?:son|daughter|husband|wife|partner|mother|father|brother|sister|uncle|aunt|cousin|nephew|niece|widow|widower|fiancee?|fiancée?|grand\w+)",
    re.IGNORECASE,
)
# What a person may be as well ("the landlord, Jo Roe") is left out.
_IS_A_COMPANY = re.compile(
    r"\b(?:company|firm|operator|airline|retailer|carmaker|drugmaker|chipmaker|start-?up|supermarket|insurer|lender|brewery|"
    r"utility|chain|housebuilder|manufacturer|agency|charity|union|regulator|watchdog|group|club|trust|bank|non-?profit|"
    r"consultancy|think[ -]tank|label|party|pressure group)$"
)
_MAY_BE_A_BODY = re.compile(
    r"\b(?:developer|contractor|builder|landlord|owner|supplier|publisher|maker|producer|distributor|promoter)$"
)
_ONCE = re.compile(r"^(?:(?:former|then|longtime|current|state|retired|veteran|ex|fellow)[ -])+")
_PAPERS = frozenset({"poll", "polls", "survey", "surveys", "act", "report", "index"})
_MEMBERS = frozenset({"republican", "democrat", "conservative", "independent"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name and what bears it: a person or an organisation."""

    kind: SourceKind
    name: str


def name_in(text: str) -> Named | None:
    """The person or organisation a noun phrase names, without titles; None where it names nobody.

    "White House spokesman Sean Spicer" → Sean Spicer; "the firm's chief executive, Ann Lee," → Ann Lee;
    "the Sierra Club" → an organisation; "a nurse" → None.
    """
    text = text.strip(f"{_QUOTES},;:")
    if _DESCRIBES_FIRST.match(text):
        found = _after_comma(text)
        if found:
            return found
    body = _BODY.match(text)
    if body and fold(body.group(2)) in word_list("sources/organisation_words"):
        name = _BODY_TAIL.sub("", body.group(1))
        return _of_a_body(name, text[body.end() :]) or Named(SourceKind.ORGANISATION, name)
    cut = _CUT.search(text)
    found = _in_phrase((text[: cut.start()] if cut else text).strip(_QUOTES))
    if found is None and cut and cut.group().strip() == "of":
        found = _after_a_long_title(text, cut)
    return found or _after_comma(text)


def _after_a_long_title(text: str, of: re.Match[str]) -> Named | None:
    """The name after a title with "of" in it: "chief of staff Don Regan", but not "mayor of Don Regan's town"."""
    words = text[: of.start()].split()
    if not words or fold(words[-1].strip(".,")) not in word_list("sources/titles"):
        return None
    further = _CUT.search(text, of.end())
    found = _in_phrase(text[: further.start()] if further else text)
    if found is None or " " not in found.name or re.search(rf"\bof (?:the )?{re.escape(found.name)}", text):
        return None
    return found


def _of_a_body(name: str, rest: str) -> Named | None:
    """The person behind a body's name: "University of Harlow professor Jane Roe", "the Bank of Harlow's Jo Roe"."""
    of_its = re.split(r"['’]s (?=[A-Z])", name)
    if len(of_its) > 1:
        return _in_phrase(of_its[-1])
    if _A_ROLE_AND_A_NAME.match(rest):
        cut = _CUT.search(rest, 1)
        return _in_phrase((rest[: cut.start()] if cut else rest).strip(_QUOTES))
    titles, found = _split_titles(name.split())
    is_a_person = len(found) > 1 and fold(found[0]) in word_list("sources/given_names")
    return Named(SourceKind.PERSON, " ".join(found)) if len(titles) > 1 and is_a_person else None


def _after_comma(text: str) -> Named | None:
    """The name that follows a description: "her senior adviser, Jake Roe,"."""
    described, *rest = re.split(r", | [—–-]{1,2} ", text)
    if not rest or not described[-1:].islower():
        return None
    name = re.split(r"\s(?:who|said|told|of|from|and|as)\s", rest[0])[0].strip(f"{_QUOTES},—–")
    name = _ONCE.sub("", name)
    if (
        _IS_A_COMPANY.search(described)
        and name[:1].isupper()
        and fold(name.split()[0]) not in word_list("sources/given_names")
    ):
        return Named(SourceKind.ORGANISATION, name)
    words = [word for word in name.split() if fold(word.strip(".")) not in word_list("sources/titles")]
    if len(words) == 1 and _OF_KIN.fullmatch(described) and fold(words[0]) in word_list("sources/given_names"):
        return Named(SourceKind.PERSON, words[0])
    if not 1 < len(words) <= _LONGEST_NAME or not all(word[:1].isupper() for word in words):
        return None
    # After a preposition the name may be the rest of a place: "the mayor of Anytown, North Carolina".
    sure = fold(words[0]) in word_list("sources/given_names")
    if not sure and re.search(r"\b(?:at|in|of|from|for)\b", described):
        return None
    found = _in_phrase(" ".join(words))
    is_a_place = name_key(name) in word_list("sources/places")
    fits = found and (found.kind is SourceKind.PERSON or _MAY_BE_A_BODY.search(described))
    return found if fits and not is_a_place else None


def _in_phrase(phrase: str) -> Named | None:
    """The name a phrase ends in, if it does."""
    words = re.sub(r"\s+(?:himself|herself|itself)$", "", phrase).split()
    whole = _capitals_at_the_end(words)
    if not whole:
        return None
    run = _from_the_given_name(whole)
    titled, name = _split_titles(run)
    described = len(whole) < len(words) - (words[0].casefold() == "the")
    if not name or (described and len(run) == 1 and fold(run[0]) in word_list("sources/surname_titles")):
        return None
    described = described or bool(titled) or run != whole
    before = " ".join(words[: len(words) - len(whole)])
    if (
        run == whole
        and not titled
        and _IS_A_COMPANY.search(before)
        and fold(run[0]) not in word_list("sources/given_names")
    ):
        return Named(SourceKind.ORGANISATION, _written(name))  # "the charity Crisis"
    written = _written(name)
    if written.casefold() in word_list("sources/calendar_words") or _is_a_paper(name):
        return None  # "a report Tuesday", "the Millennial Poll"
    with_the = words[0].casefold() == "the" and not described
    return Named(_bearer(written, with_the=with_the, described=described), written) if written else None


def _written(name: list[str]) -> str:
    """The words as a name: a lone one without its 's, the last without a full stop that is not its own."""
    text = " ".join(name) if len(name) > 1 else without_possessive(name[0])
    text = text.strip("\"'“”‘’,")
    keeps_its_stop = fold(name[-1].strip(".,")) in _SUFFIXES or _INITIAL.fullmatch(name[-1])
    return text if keeps_its_stop else text.rstrip(".")


def _capitals_at_the_end(words: list[str]) -> list[str]:
    """The capitalised words at the end of the phrase, particles inside them included."""
    particles = word_list("sources/name_particles")
    run: list[str] = []
    for word in reversed(words):
        bare = word.strip("\"'“”‘’(")
        owner = bool(run) and re.search(r"['’]s?$", bare) is not None
        if (bare[:1].isupper() and not owner) or (run and bare.casefold() in particles | {"&"}):
            run.insert(0, bare)
        else:
            break
    dropped = particles | word_list("sources/sentence_openers") | {"the", "a", "an"}
    # "de Blasio" keeps its particle.
    while len(run) > 1 and run[0].casefold() in dropped and not (len(run) == 2 and run[0].casefold() in particles):
        run.pop(0)
    return run if run and run[0].casefold() not in {"the", "a", "an"} else []


def _from_the_given_name(run: list[str]) -> list[str]:
    """The run without what a description left before the name: "State Hillary Clinton" → "Hillary Clinton"."""
    given = word_list("sources/given_names")
    if len(run) > 2 and fold(run[0]) not in given:
        for number, word in enumerate(run[1:-1], 1):
            if fold(word) in given:
                return run[number:]
    return run


def _split_titles(run: list[str]) -> tuple[list[str], list[str]]:
    """Titles and the name after them; a run of titles alone has no name."""
    titles = word_list("sources/titles")
    folded = [fold(word.strip(".,")).removesuffix("-elect").rstrip(".") for word in run]
    last = -1
    for number, word in enumerate(folded[:-1]):
        if word in titles and folded[number + 1] not in _SUFFIXES:
            last = number
    if last == 0 and len(run) == 2 and folded[0] in word_list("sources/kept_titles"):
        return run[:1], run
    if last >= 0:
        return run[: last + 1], run[last + 1 :]
    # "the Defense Secretary" is nobody's name; "Carole King" and a bare "Dean" are.
    a_name = len(run) > 2 or folded[-1] not in titles
    a_name = a_name or (folded[0] in word_list("sources/given_names") and len(run) == 2)
    a_name = a_name or (len(run) == 1 and folded[0] in word_list("sources/surname_titles"))
    return ([], run) if a_name else (run, [])


def _bearer(name: str, *, with_the: bool, described: bool) -> SourceKind:
    """Whether a name is a person's or a body's; `described` where a title or description stands before it."""
    words = [fold(word.strip(".,")) for word in name.split()]
    bodies = word_list("sources/organisation_words")
    listed = name.casefold() in word_list("sources/organisations") | word_list("sources/companies")
    if listed or (len(words) > 1 and words[-1] in word_list("sources/company_suffixes")):
        return SourceKind.ORGANISATION
    if words[-1] in _MEMBERS:
        is_a_body = False  # "the Ohio Republican" is a member
    elif len(words) == 1:
        is_a_body = words[0] in word_list("sources/organisations") or _ACRONYM.fullmatch(name) is not None or with_the
        is_a_body = is_a_body or _HOST.search(name) is not None
    elif described:
        is_a_body = words[-1] in bodies and words[0] not in word_list("sources/given_names")
    else:
        is_a_body = with_the or len(words) > _LONGEST_NAME or not bodies.isdisjoint(words)
    return SourceKind.ORGANISATION if is_a_body else SourceKind.PERSON


def _is_a_paper(name: list[str]) -> bool:
    """Whether a name ends as a paper's does ("the Millennial Poll"); Jean Poll's does not."""
    return fold(name[-1]) in _PAPERS and not (len(name) > 1 and fold(name[0]) in word_list("sources/given_names"))


def names_a_person(phrase: str) -> bool:
    """Whether a person's name stands in a description; the capital that opens a sentence makes none."""
    found = name_in(as_written_inside(phrase))
    # One capital word in a description may be anything: "many Mexicans".
    return found is not None and found.kind is SourceKind.PERSON and (" " in found.name or found.name == phrase)
