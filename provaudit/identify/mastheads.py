"""Outlets the registry does not know, told by their looks: a masthead, a call sign, a description, a domain."""

from __future__ import annotations

import re

from provaudit.identify.hosts import host_of, registrable_domain
from provaudit.identify.spelling import name_key, slug
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Domain, Outlet, OutletKind, Span

_CAPITALS = r"[A-Z][\w’'.&-]*(?: (?:(?:of|the|de|del|di|du|la|&)(?= )|[A-Z][\w’'.&-]*|\d+))*"
_CALL_SIGN = re.compile(
    r"\b(?:Fox|FOX|ABC|NBC|CBS|CW|Channel) ?\d{1,2}(?: (?:News|Action News))?\b|\b(?:[WKC][A-Z]{2,3}-(?:TV|FM|AM|DT)|[WK][A-Z]{3})\b(?:[- ]TV)?"
)
_NOT_CALL_SIGNS = frozenset({"WADA", "KPMG", "WWII", "WNBA", "KIPP", "KFOR"})
_HOST = re.compile(
    r"(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|news|tv|info|co|us|uk|ie|ca|au|nz|in|de|fr|eu|me|io|blog|press)\b(?![\w/@-])"
)
_KIND_WORDS: dict[str, OutletKind] = {
    "newspaper": OutletKind.NEWSPAPER, "daily": OutletKind.NEWSPAPER, "weekly": OutletKind.NEWSPAPER, "tabloid": OutletKind.NEWSPAPER,
    "paper": OutletKind.NEWSPAPER, "broadsheet": OutletKind.NEWSPAPER, "news site": OutletKind.NEWSPAPER, "news website": OutletKind.NEWSPAPER,
    "website": OutletKind.NEWSPAPER, "news outlet": OutletKind.NEWSPAPER, "outlet": OutletKind.NEWSPAPER, "publication": OutletKind.NEWSPAPER,
    "news organization": OutletKind.NEWSPAPER, "news organisation": OutletKind.NEWSPAPER, "site": OutletKind.NEWSPAPER,
    "magazine": OutletKind.MAGAZINE, "journal": OutletKind.MAGAZINE, "blog": OutletKind.BLOG, "podcast": OutletKind.PODCAST,
    "news agency": OutletKind.WIRE, "wire service": OutletKind.WIRE, "newswire": OutletKind.WIRE, "agency": OutletKind.WIRE,
    "tv station": OutletKind.BROADCASTER, "television station": OutletKind.BROADCASTER, "radio station": OutletKind.BROADCASTER,
    "station": OutletKind.BROADCASTER, "broadcaster": OutletKind.BROADCASTER, "network": OutletKind.BROADCASTER,
    "tv network": OutletKind.BROADCASTER, "channel": OutletKind.BROADCASTER, "affiliate": OutletKind.BROADCASTER, "news channel": OutletKind.BROADCASTER,
}  # fmt: skip
# Words that say "outlet" alone; "site", "paper", "agency" and others are said of much else.
_PLAIN_KINDS = (
    "newspaper|tabloid|broadsheet|news site|news website|news outlet|news organi[sz]ation|news agency|wire service|newswire|"
    "magazine|blog|podcast|(?:tv|TV) station|television station|radio station|broadcaster|(?:tv|TV) network|news channel|affiliate|publication|website|weekly"
)
_DESCRIBED_BEFORE = re.compile(rf"\b({_PLAIN_KINDS}|station|daily|outlet|channel)s? (?:called )?((?:The )?{_CAPITALS})")
_DESCRIBED_AFTER = re.compile(rf"\b((?:The )?{_CAPITALS}) ({_PLAIN_KINDS})\b")
_POINTERS = frozenset(
    "a an the one another this that local his her its their our my your some each every no any".split()
)
_APPOSITION = (
    r"(?:['”’\"]?,|['”’\"]? \(| is| –| —) ?(?:an?|the|its|one of)? ?(?:[\w’'-]+ ){{0,6}}?({kinds}|outlet|daily|site)"
    r"(?=[,.;)”\"’']| (?:of|in|that|which|based|published|for|run|owned|covering|and|called|known|from|with|has|is)\b|$)"
)


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
    name = _plain_name(phrase)
    if name:
        kind = _described_elsewhere(name, article.text)
        if kind is not None:
            return _outlet(name, kind, article, span)
        if _linked_domain(name, article, span):
            return _outlet(name, OutletKind.NEWSPAPER, article, span)
    return None


def _outlet(name: str, kind: OutletKind, article: Article, span: Span | None) -> Outlet:
    host = registrable_domain(host_of(name)) if _HOST.fullmatch(name) else _linked_domain(name, article, span)
    if _HOST.fullmatch(name) and host:
        return Outlet(id=host, name=host, kind=kind, domains=(Domain(host),), known=False)
    return Outlet(id=slug(name), name=name, kind=kind, domains=(Domain(host),) if host else (), known=False)


def _by_host(phrase: str) -> tuple[str, OutletKind] | None:
    match = _HOST.search(phrase)
    return (match.group().lower(), OutletKind.NEWSPAPER) if match else None


def _by_description(phrase: str) -> tuple[str, OutletKind] | None:
    for pattern, name_at, kind_at in ((_DESCRIBED_BEFORE, 2, 1), (_DESCRIBED_AFTER, 1, 2)):
        match = pattern.search(phrase)
        # "Clinton's website", "the Clinton website" are hers.
        if (
            match
            and name_at == 1
            and match.group(2).casefold() in {"website", "blog", "publication", "weekly", "affiliate"}
        ):
            match = match if len(match.group(1).split()) > len("The Clinton".split()) else None
        if match and not _is_only_a_description(match.group(name_at)):
            return _trimmed(match.group(name_at)), _KIND_WORDS.get(
                match.group(kind_at).casefold(), OutletKind.NEWSPAPER
            )
    return None


def _is_only_a_description(name: str) -> bool:
    """ "An Ohio newspaper", "the British magazine": the capital word is a place, not the name."""
    key = name_key(name)
    places = word_list("sources/organisations") | word_list("sources/places")
    from_a_place = " " not in key and key.endswith(("ian", "ish", "ese", "american", "german", "french"))
    return key.split(" ")[0] in _POINTERS or key in places or from_a_place


def _trimmed(name: str) -> str:
    return re.sub(r"(?:['’]s?|[.,])$", "", re.sub(r"^(?:A|An|In|As|This|That|But|And|Local) ", "", name))


def _by_call_sign(phrase: str) -> tuple[str, OutletKind] | None:
    match = _CALL_SIGN.search(phrase)
    shouted = phrase.isupper() and " " in phrase  # "KATE DOE" in a transcript is no station
    found = match and match.group() not in _NOT_CALL_SIGNS and not shouted
    return (match.group(), OutletKind.BROADCASTER) if match and found else None


def _by_masthead(phrase: str) -> tuple[str, OutletKind] | None:
    """A capitalised name of two words or more that ends in a word of mastheads, or is "Daily" and a word."""
    for match in re.finditer(rf"(?:[Tt]he )?{_CAPITALS}", phrase):
        with_the = match.group().casefold().startswith("the ")
        # "Jane Roe of the Harlow Gazette": the masthead is what stands last.
        last = re.sub(r"^.* of (?:the )?(?=\S+ \S)", "", match.group())
        name = re.sub(r"['’]s?$", "", _trimmed(re.sub(r"^the ", "", last)))
        words = re.sub(r"^The ", "", name).split()
        titled = any(word.strip(".").casefold() in word_list("sources/titles") for word in words[:-1])
        if len(words) == 1 or titled or name_key(name) in word_list("sources/not_mastheads"):
            continue
        # "Emily Post" is a person; "the Jackson Sun" is not.
        is_a_person = len(words) == len(("Emily", "Post")) and words[0].casefold() in word_list("sources/given_names")
        if _is_masthead_word(words[-1]) and (with_the or not is_a_person):
            return name, OutletKind.NEWSPAPER
        if words[0] == "Daily" and len(words) == len(("Daily", "Planet")):
            return name, OutletKind.NEWSPAPER
    return None


def _is_masthead_word(word: str) -> bool:
    parts = re.split(r"[-–]", re.sub(r"['’]s$", "", word).casefold())
    return parts[-1] in word_list("sources/masthead_words")


def _plain_name(phrase: str) -> str | None:
    match = re.fullmatch(rf"(?:[Tt]he )?({_CAPITALS})", phrase)
    return _trimmed(match.group(1)) if match else None


def _described_elsewhere(name: str, text: str) -> OutletKind | None:
    """The kind the text gives the name in apposition: "LawNewz, a legal news website,"."""
    if name not in text:
        return None
    match = re.search(re.escape(name) + _APPOSITION.format(kinds=_PLAIN_KINDS), text)
    if match:
        return _KIND_WORDS.get(match.group(1).casefold(), OutletKind.NEWSPAPER)
    before = re.search(rf"\b({_PLAIN_KINDS}) (?:called )?(?:The )?{re.escape(name)}\b", text)
    return _KIND_WORDS.get(before.group(1).casefold(), OutletKind.NEWSPAPER) if before else None


def _linked_domain(name: str, article: Article, span: Span | None) -> str | None:
    """The domain of a link in the same block that is spelt like the name ("Daily Planet" → dailyplanet.example)."""
    if span is None:
        return None
    block = article.block_at(span.start)
    letters = name_key(name).replace(" ", "")
    for link in article.links:
        near = block is None or block.span.holds(link.span)
        domain = registrable_domain(host_of(link.url)) if near else ""
        if (
            domain
            and len(letters) > len("abc")
            and letters == domain.split(".")[0].replace("-", "").removeprefix("the")
        ):
            return domain
    return None
