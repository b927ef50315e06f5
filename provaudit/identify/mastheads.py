"""Outlets the registry does not know, told by their looks: a masthead, a call sign, a description, a domain."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from provaudit.identify.hosts import host_of, registrable_domain
from provaudit.identify.spelling import WORD, fold, name_key, slug
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Domain, Outlet, OutletKind, Span

_CAPITALS = r"[A-Z][\w’'.&-]*(?: (?:(?:of|the|de|del|di|du|la|&)(?= )|[A-Z][\w’'.&-]*|\d+))*"
_CALL_SIGN = re.compile(
    r"\b(?:Fox|FOX|ABC|NBC|CBS|CW|Channel) ?\d{1,2}(?: (?:News|Action News))?\b|"
    r"\b(?:[WKC][A-Z]{2,3}-(?:TV|FM|AM|DT)|[WK][A-Z]{3})\b(?:[- ]TV)?"
)
_NOT_CALL_SIGNS = frozenset({"WADA", "KPMG", "WWII", "WNBA", "KIPP", "KFOR"})
_HOST = re.compile(
    r"(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+"
    r"(?:com|org|net|news|tv|info|co|us|uk|ie|ca|au|nz|in|de|fr|eu|me|io|blog|press)\b(?![\w/@-])"
)
_KINDS = {
    "magazine": OutletKind.MAGAZINE,
    "blog": OutletKind.BLOG,
    "podcast": OutletKind.PODCAST,
    "agency": OutletKind.WIRE,
    "service": OutletKind.WIRE,
    "newswire": OutletKind.WIRE,
    "station": OutletKind.BROADCASTER,
    "broadcaster": OutletKind.BROADCASTER,
    "network": OutletKind.BROADCASTER,
    "channel": OutletKind.BROADCASTER,
    "affiliate": OutletKind.BROADCASTER,
}
# Said of an organisation's own pages as well: "the Clinton website".
_OWN_PAGES = frozenset({"website", "blog", "publication", "weekly", "affiliate"})
_POINTERS = frozenset(
    {"a", "an", "the", "one", "another", "this", "that", "local", "his", "her", "its", "their", "our", "my", "your"}
    | {"some", "each", "every", "no", "any"}
)
# What an outlet says of itself; the verbs of `alone` tell it without its article too, as no person is written of so.
_ITS_VERB = re.compile(
    r"(?:(?P<alone>can (?:now )?(?:exclusively )?(?:reveal|report|disclose))|"
    r"(?:has |have )?(?:exclusively )?learn(?:ed|t)|was (?:the )?first to report|"
    r"(?:has |had |have )?(?:first (?:reported|revealed)|broken? the (?:story|news)))(?: that)?",
    re.IGNORECASE,
)

Evidence = tuple[str, OutletKind]


def unknown_outlet(text: str, article: Article, span: Span | None) -> Outlet | None:
    """The outlet that a mention evidently names though no registry holds it; None where nothing says it is one.

    `text` is the mention, `span` where it stands. The outlet's id is the slug of its name, its domain that of a host
    in the text or of a link on its name.
    """
    # What stands in brackets or after a comma describes the source; it is not its name.
    phrase = re.split(r"[(,;]", " ".join(text.split()))[0].strip()
    for evidence in (_by_host, _by_description, _by_call_sign, _by_masthead):
        found = evidence(phrase)
        if found:
            return _outlet(*found, article, span)
    plain = re.fullmatch(rf"(?:[Tt]he )?({_CAPITALS})", phrase)
    if plain and _bears_its_article(plain.group(1), article.text):
        return _outlet(f"The {plain.group(1)}", OutletKind.NEWSPAPER, article, span)
    name = _trimmed(plain.group(1)) if plain and not _is_somebody_or_somewhere(plain.group(1)) else ""
    kind = _described_elsewhere(name, article.text) if name else None
    if kind is None and name and _linked_domain(name, article, span):
        kind = OutletKind.NEWSPAPER
    return _outlet(name, kind, article, span) if kind else None


def programme_named(text: str) -> Outlet | None:
    """The broadcast that a venue names: "the Spotlight programme"; as one speaks on it, it is no scheme."""
    named = re.fullmatch(rf"(?:[Tt]he )?(?P<name>{_CAPITALS}) programme", text)
    if named is None or _is_only_a_description(named["name"]):
        return None
    return Outlet(id=slug(named["name"]), name=named["name"], kind=OutletKind.BROADCASTER, domains=(), known=False)


def outlet_by_its_verb(text: str, cue: str, article: Article, span: Span | None) -> Outlet | None:
    """The outlet that the verb shows a name to be: "Harbour Light can reveal", "The Harbour Light first reported".

    People and bodies do these things too: what may be one of theirs ("Jane Roe", "The FBI", "The Navy") is none.
    """
    verb = _ITS_VERB.fullmatch(cue.strip())
    name = re.fullmatch(rf"([Tt]he )?({_CAPITALS})", " ".join(text.split()).strip(",")) if verb else None
    if not verb or not name or not (name[1] or verb["alone"]) or _is_somebody_or_somewhere(name[2]):
        return None
    words = [fold(word) for word in WORD.findall(name[2])]
    bodies = word_list("sources/organisation_words") | word_list("sources/institution_voices")
    is_somebody = (
        words[0] in word_list("sources/given_names")
        or words[-1] in bodies
        or name[2].isupper()
        or re.search(r"[’']s ", name[2]) is not None
    )
    # "The Smiths", "The Liberal Democrats" are people.
    is_somebody = is_somebody or (words[-1].endswith("s") and words[-1] not in word_list("sources/masthead_words"))
    masthead = f"The {name[2]}" if name[1] else name[2]
    return None if is_somebody else _outlet(masthead, OutletKind.NEWSPAPER, article, span)


def _is_somebody_or_somewhere(name: str) -> bool:
    titled = name.split(maxsplit=1)[0].strip(".").casefold() in word_list("sources/titles")
    listed = word_list("sources/organisations") | word_list("sources/companies") | word_list("sources/places")
    return titled or name_key(name) in listed or name.casefold() in listed


def _outlet(name: str, kind: OutletKind, article: Article, span: Span | None) -> Outlet:
    if _HOST.fullmatch(name):
        host = registrable_domain(host_of(name))
        return Outlet(id=host, name=host, kind=kind, domains=(Domain(host),), known=False)
    linked = _linked_domain(name, article, span)
    return Outlet(id=slug(name), name=name, kind=kind, domains=(Domain(linked),) if linked else (), known=False)


def _by_host(phrase: str) -> Evidence | None:
    match = _HOST.search(phrase)
    host = match.group().lower() if match else ""
    # "Amazon.com said" speaks for a company.
    a_company = host.partition(".")[0] in word_list("sources/organisations")
    return (host, OutletKind.NEWSPAPER) if host and not a_company else None


@cache
def _kinds() -> str:
    words = sorted(word_list("sources/masthead_kinds"), key=len, reverse=True)
    return "|".join(words).replace("tv ", "(?:tv|TV) ")


def _kind(word: str) -> OutletKind:
    return _KINDS.get(word.casefold().rpartition(" ")[2], OutletKind.NEWSPAPER)


def _by_description(phrase: str) -> Evidence | None:
    """A name beside a word for what it is: "the newspaper X", "the X magazine"."""
    before = re.search(
        rf"\b({_kinds()}|station|daily|outlet|channel)s? (?:called )?[“\"'‘]?((?:The )?{_CAPITALS})", phrase
    )
    if before and not _is_only_a_description(before.group(2)):
        return _trimmed(before.group(2)), _kind(before.group(1))
    after = re.search(rf"\b((?:The )?{_CAPITALS})[”\"’']? ({_kinds()})\b", phrase)
    if not after or _is_only_a_description(after.group(1)):
        return None
    words = after.group(1).split()
    a_body = words[-1].casefold() in word_list("sources/organisation_words")
    may_be_own = after.group(2).casefold() in _OWN_PAGES and (len(words) <= 2 or a_body)
    return None if may_be_own else (_trimmed(after.group(1)), _kind(after.group(2)))


def _is_only_a_description(name: str) -> bool:
    """Whether the capital word is a place or a pointer, no name: "An Ohio newspaper", "His website"."""
    key = name_key(name)
    places = word_list("sources/organisations") | word_list("sources/places")
    from_a_place = " " not in key and key.endswith(("ian", "ish", "ese", "american", "german", "french"))
    return key.split(" ")[0] in _POINTERS or key in places or from_a_place


def _trimmed(name: str) -> str:
    return re.sub(r"(?:['’]s?|[.,])$", "", re.sub(r"^(?:A|An|In|As|This|That|But|And|Local) ", "", name))


def _by_call_sign(phrase: str) -> Evidence | None:
    match = _CALL_SIGN.search(phrase)
    shouted = phrase.isupper() and " " in phrase  # "KATE DOE" in a transcript is no station
    found = match and match.group() not in _NOT_CALL_SIGNS and not shouted
    return (match.group(), OutletKind.BROADCASTER) if match and found else None


def _by_masthead(phrase: str) -> Evidence | None:
    """A capitalised name of two words or more that ends in a word of mastheads, or is "Daily" and a word."""
    for match in re.finditer(rf"(?:[Tt]he )?{_CAPITALS}", phrase):
        # "Jane Roe of the Harlow Gazette": the masthead is what stands last.
        last = re.sub(r"^.* of (?:the )?(?=\S+ \S)", "", match.group())
        name = _trimmed(re.sub(r"^the ", "", last))
        words = re.sub(r"^The ", "", name).split()
        if len(words) > 1 and _is_a_masthead(words, with_the=match.group().casefold().startswith("the ")):
            return name, OutletKind.NEWSPAPER
    return None


def _is_a_masthead(words: list[str], *, with_the: bool) -> bool:
    titled = any(word.strip(".").casefold() in word_list("sources/titles") for word in words[:-1])
    if titled or name_key(" ".join(words)) in word_list("sources/not_mastheads"):
        return False
    if len(words) == 2 and words[0] == "Daily":
        return True
    # "Emily Post" is a person; "the Jackson Sun" is not.
    is_a_person = len(words) == 2 and words[0].casefold() in word_list("sources/given_names")
    last = re.split(r"[-–]", re.sub(r"['’]s$", "", words[-1]).casefold())[-1]
    return last in word_list("sources/masthead_words") and (with_the or not is_a_person)


@lru_cache(maxsize=256)
def _bears_its_article(name: str, text: str) -> bool:
    """Whether a name that mastheads share with other things is written as one: "told The Harbour Review"."""
    *first, last = name.split()
    shared = bool(first) and last.casefold() in word_list("sources/masthead_words_shared")
    return shared and re.search(rf"(?<=[a-z,;:—–] )The {re.escape(name)}\b", text) is not None


@lru_cache(maxsize=256)
def _described_elsewhere(name: str, text: str) -> OutletKind | None:
    """The kind the text gives the name in apposition: "LawNewz, a legal news website,"."""
    if name not in text:
        return None
    after = re.search(
        rf"{re.escape(name)}(?:['”’\"]?,|['”’\"]? \(| is| –| —) ?(?:an?|the|its|one of)? ?(?:[\w’'-]+ ){{0,6}}?"
        rf"({_kinds()}|outlet|daily|site)"
        # Not "a veteran newspaper editor".
        r"(?=[,.;)”\"’']|$|"
        r" (?:of|in|that|which|based|published|for|run|owned|covering|and|called|known|from|with|has|is)\b)",
        text,
    )
    before = re.search(rf"\b({_kinds()}) (?:called )?(?:The )?{re.escape(name)}\b", text)
    found = after or before
    return _kind(found.group(1)) if found else None


def _linked_domain(name: str, article: Article, span: Span | None) -> str | None:
    """The domain of a link in the same block that is spelt like the name ("Daily Planet" → dailyplanet.example)."""
    if span is None:
        return None
    block = article.block_at(span.start)
    letters = name_key(name).replace(" ", "")
    for link in article.links if len(letters) > 3 else ():
        host = host_of(link.url) if block is None or block.span.holds(link.span) else ""
        # The suffix list is heavy: it is asked only where the letters of the name stand in the host at all.
        if letters in host.replace("-", ""):
            domain = registrable_domain(host)
            if domain.partition(".")[0].replace("-", "").removeprefix("the") == letters:
                return domain
    return None
