"""Through which outlet a source spoke: "told CNN", "in an interview with ABC", "wrote in Politico"."""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans, cut, holds, joined
from provaudit.attribute.interviews import interview_before
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.mastheads import Masthead, mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.outlet_nouns import OutletNouns
from provaudit.model import OutletKind, Span

_GAP: Final = r"(?:[\w’'\-]+\ ){0,4}?"
_TALK: Final = r"(?:interviews?|conversations?|call|chat|appearances?|podcast|segment|sit-down|discussion|Q&A)"
_PIECE: Final = (
    r"(?:op-eds?|opinion\ piece|columns?|essays?|articles?|pieces?|blog\ post|posts?|letters?|commentary|story|profile"
    r"|feature)"
)
_NOTE: Final = r"(?:statements?|e-?mails?|messages?|texts?|letters?|comments?|remarks?|notes?|responses?|replies|reply)"
_SPEAKS: Final = (
    r"(?:confirmed|explained|said|says|saying|admitted|revealed|disclosed|confided|spoke|speaks?|speaking|talked"
    r"|talking|commented|replied|responded|boasted|complained|repeated)"
)
_NOUN: Final = (
    r"(?:outlet|newspaper|paper|magazine|broadcaster|station|channel|network|site|website|agency|tabloid|daily)"
)
# What stands right before the name of a venue.
_LEADS: Final = re.compile(
    rf"""\b(?:(?:told|tells?|telling|informed|assured|texted|messaged|e-?mailed)(?:\ both)?
        |{_SPEAKS}\ (?:it\ |this\ |that\ )?{_GAP}(?:to|with|on)
        |{_TALK}\ {_GAP}(?:with|on|for|to|by|in|from|broadcast\ (?:by|on)|aired\ (?:by|on)|published\ (?:by|in|on))
        |(?:interviewed|asked|questioned|pressed|quoted)\ {_GAP}(?:by|on|in)
        |on|live\ {_GAP}on|appear(?:ing|ed)\ {_GAP}on
        |(?:wrote|writes|writing|written|argued|argues|published|opined|blogged|report(?:s|ed|ing))
            \ {_GAP}(?:in|for|at|by|on)
        |{_PIECE}\ {_GAP}(?:for|in|at|on|to|published\ (?:by|in|on)|carried\ by)
        |(?:obtained|seen|reviewed|viewed|published|released|posted|leaked|cited|heard|verified|examined|reported)
            \ (?:exclusively\ )?by
        |(?:leaked|shared|provided|sent|given|handed|passed|supplied|e-?mailed|released|available|sent\ by\ e-?mail)
            \ (?:exclusively\ |first\ )?(?:to|with)
        |{_NOTE}\ {_GAP}(?:to|for))(?:\ the)?(?:\ [\w.-]+['’]s)?(?:\ (?:[\w-]+\ ){{0,3}}{_NOUN})?\ ?["“'‘]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN: Final = re.compile(r"(?:['’]s? )?,? ?(?:and|or|,)? ?(?:the |with |on |to )*", re.IGNORECASE)
_CAME_OUT: Final = re.compile(
    r"\b(?:obtained|seen|reviewed|viewed|leaked|shared|provided|given|sent|e-?mailed|handed|verified|interview|told"
    r"|spoke|spoken|speaking|talked|interviewed|published|released|posted|broadcast"
    r"|first reported|op-ed|column|letter|essay|statement)\b[^.;]{0,40}\b(?:by|to|with|in|for|on)(?: the)? ?$",
    re.IGNORECASE,
)
_PLATFORM: Final = re.compile(
    r"\b(?:[Oo]n|via|to) (?:his |her |its |their )?(?:[\w’']+ ){0,2}?([A-Z]\w*(?: [A-Z]\w+)?)"
)
_ON_PLATFORM: Final = re.compile(r"on ([A-Z]\w*(?: Social)?) (?=\S+ \S)")
_ON_NO_AIR: Final = re.compile(
    r"\b(?:time|work|role|job|host|anchor|reporter|contributor|analyst|star|focus|attacks?|reliance|based|reports?|story"
    r"|stories|ads?|spent|money|views?)\ $"
    r"|\b(?:co-)?(?:hosts?|hosted|hosting|presents|presented|anchors|anchored)\b[^,.;]{0,30}\ $",
    re.IGNORECASE,
)
Known = tuple[OutletNames, OutletNouns]
_SAYS_IN: Final = re.compile(
    r"\b(?:sa(?:id|ys|ying)|tells?|claim(?:s|ed)|reveal(?:s|ed)|admit(?:s|ted)) in(?: the)? ?$"
)
_IN_A: Final = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Oo]n) (?:an?|his|her|their|its|the|this|that|last|\w+day['’]s) (?:[\w-]+ ){0,2}$"
)
_ITS_PIECE: Final = re.compile(
    r"['’]?s? (?:op-ed|opinion piece|column|essay|interview|podcast|town hall|appearance|profile|documentary|segment"
    r"|Q&A)\b"
)
# Who owns it, works there or reads it: "told the Guardian's owners", "workers at" is no lead to begin with.
_ITS_HOUSE: Final = re.compile(
    r"['’]?s? (?:former |own |new |then-)?(?:staff|workers|employees|executives?|management|owners?|board|publisher"
    r"|lawyers?|readers|subscribers|union|shareholders|chief executive|chairman|chairwoman|editors?|bosses)\b"
)
_ITS_NOUN: Final = re.compile(rf"(?:news )?{_NOUN} ")
_CONFIRMS: Final = re.compile(r"\b(?:confirm|reveal|announc|disclos|explain|admitt|den(?:y|i))\w*$")
_TO: Final = re.compile(r" (?:exclusively )?to(?: the)? ?$")
_OWN: Final = re.compile(r"(?:this|our) ", re.IGNORECASE)
_LEAD_LENGTH: Final = 90
_REACH: Final = 800  # characters around an attribution


def add_venues(attributions: tuple[Found, ...], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the trees with the venue of each attribution and, for platforms, the platform's words in the cue."""
    nouns = OutletNouns(body, outlets)
    beside = _cues(attributions)
    return tuple(_with_venue(one, None, beside, body, (outlets, nouns)) for one in attributions)


def _cues(attributions: tuple[Found, ...]) -> list[int]:
    """Where the cues of attributions begin, sorted."""
    return sorted(one.cue[0].start for one in attributions if one.cue)


def _with_venue(one: Found, outer: Found | None, beside: list[int], body: Body, known: Known) -> Found:
    within = _cues(one.inner)
    inner = tuple(_with_venue(each, one, within, body, known) for each in one.inner)
    one = _without_addressee(_without_platform(replace(one, inner=inner), body.text), body, known[0])
    near = _near(one, outer, body)
    names = [name for span in near for name in _names(body, span, known)]
    names = [name for name in names if not _is_anothers(name.span, one, beside, body)]
    return replace(
        one,
        venue=one.venue
        or _venue([name for name in names if not name.platform], one, body)
        or (interview_before(one, body, known[0]) if outer is None else ()),
        cue=_with_platform(one, near, body),
    )


def _names(body: Body, span: Span, known: Known) -> list[Masthead]:
    """The outlets' names in a stretch, and the nouns that stand for an outlet there: "the paper"."""
    outlets, nouns = known
    phrases = [phrase.span for phrase in nouns.phrases_in(span) if phrase.own or nouns.meant(phrase)]
    named = mastheads(body.text, span, outlets)
    shorts = [one for one in nouns.short_names_in(span) if not any(one.meets(name.span) for name in named)]
    return sorted(named + [Masthead(phrase, ()) for phrase in (*phrases, *shorts)])


def _without_platform(one: Found, text: str) -> Found:
    """Take "on X" out of the content of "she said on X the bridge is safe"."""
    first = one.content[0] if one.content else None
    if first is None or not one.cue or first.start != one.cue[-1].end + 1:
        return one
    match = _ON_PLATFORM.match(text, first.start, first.end)
    if match is None or match.group(1).lower() not in word_list("attribution/platforms"):
        return one
    return replace(one, content=(Span(match.end(), first.end), *one.content[1:]))


def _without_addressee(one: Found, body: Body, outlets: OutletNames) -> Found:
    """Take "to E! News" out of the content of "confirmed the news to E! News"."""
    verb = body.text[one.cue[-1].start : one.cue[-1].end].lower() if one.cue else ""
    if verb and verb.split()[-1] in word_list("attribution/verbs_of_telling"):
        return _without_told(one, body, outlets)
    last = one.content[-1] if one.content else None
    if last is None or _CONFIRMS.search(verb) is None or last.start < one.cue[-1].end:
        return one
    near = Span(max(last.start, last.end - _LEAD_LENGTH), last.end)
    for name in mastheads(body.text, near, outlets):
        to = _TO.search(body.prose, near.start, name.span.start)
        if name.known and name.span.end == last.end and to is not None and to.start() > last.start:
            return replace(one, content=(*one.content[:-1], Span(last.start, to.start())))
    return one


def _without_told(one: Found, body: Body, outlets: OutletNames) -> Found:
    """Take "Axios" out of the content of "told Axios the deal was dead"."""
    first = one.content[0] if one.content else None
    if first is None or first.start != one.cue[-1].end + 1:
        return one
    names = mastheads(body.text, Span(first.start, min(first.end, first.start + _LEAD_LENGTH)), outlets)
    if not names or not names[0].known or names[0].span.start not in (first.start, first.start + len("the ")):
        return one
    rest = Span(names[0].span.end + 1, first.end)
    goes_on = rest.start < rest.end and body.text[rest.start - 1] == " "
    return replace(one, content=(rest, *one.content[1:])) if goes_on else one


def _is_anothers(name: Span, one: Found, beside: list[int], body: Body) -> bool:
    """Whether another cue of the sentence stands between this one's and the name, or only that one's precedes it.

    "Holm told the Herald she had quit, and Reuters reported …": the Herald is Holm's venue alone. A name before all
    cues ("In an interview with CNN, he said … and added …") is everybody's.
    """
    sentence = body.sentence_at(one.cue[0].start) if one.cue else None
    if sentence is None:
        return False
    at = bisect_left(beside, name.start)
    return at > 0 and beside[at - 1] >= sentence.start and beside[at - 1] != one.cue[0].start


def _near(one: Found, outer: Found | None, body: Body) -> Spans:
    """The prose of the attribution's own sentence (of the outer content alone) that is no content."""
    anchor = one.cue or one.source
    sentence = body.sentence_at(anchor[0].start) if anchor else None
    if sentence is None:
        return ()
    # A quotation that never closes makes a sentence of many pages.
    near: Spans = (Span(max(sentence.start, one.start - _REACH), min(sentence.end, one.end + _REACH)),)
    if outer is not None:
        for span in (*outer.source, *outer.cue):
            near = cut(near, span)
        near = tuple(Span(max(a.start, b.start), min(a.end, b.end)) for a in near for b in outer.content if a.meets(b))
        near = joined((*near, *one.source))  # "citing a memo obtained by the Herald": the memo stands beside
    for span in (*one.content, *(part for inner in one.inner for part in inner.parts)):
        near = cut(near, span)
    return near


def _venue(names: list[Masthead], one: Found, body: Body) -> Spans:
    for index, name in enumerate(names):
        if holds(one.source, name.span.start) and not _came_through(one, name.span, body.text):
            continue
        if _is_relatives_own(one, name, body.text) or not (_is_led_to(name, body) or _is_apposed(name, body)):
            continue
        end = name.span.end
        for following in names[index + 1 :]:
            if _BETWEEN.fullmatch(body.text[end : following.span.start]):
                end = following.span.end
        if end == name.span.end and _OWN.match(body.text, name.span.start):
            continue  # "told this newspaper" is first-hand
        return (Span(name.span.start, end),)
    return ()


def _is_led_to(name: Masthead, body: Body) -> bool:
    """Whether the words before a name make it a venue: "told", "in an interview with"."""
    start, at = max(0, name.span.start - _LEAD_LENGTH), name.span.start
    noun = _ITS_NOUN.match(body.text, at, name.span.end)
    at = noun.end() if noun else at  # "told the Mexican" "newspaper La Voz"
    lead = _LEADS.search(body.prose, start, at)
    if _ITS_HOUSE.match(body.prose, name.span.end) is not None:
        return False
    if lead is None:
        return name.known and _SAYS_IN.search(body.prose, start, at) is not None
    words = lead.group().strip(" \"“'‘").lower().removesuffix(" the")
    on_it = words == "on" or (words.endswith(" on") and body.text[name.span.start : name.span.end].islower())
    return not on_it or (
        _airs(name, body) and not _ON_NO_AIR.search(body.prose, max(0, lead.start() - _LEAD_LENGTH), lead.start())
    )


def _is_apposed(name: Masthead, body: Body) -> bool:
    """Whether a name says where a piece came out: "in a Washington Post op-ed", "in a CNN interview"."""
    start = max(0, name.span.start - _LEAD_LENGTH)
    return (
        _ITS_PIECE.match(body.prose, name.span.end) is not None
        and _IN_A.search(body.prose, start, name.span.start) is not None
    )


def _is_relatives_own(one: Found, name: Masthead, text: str) -> bool:
    """Whether the name is whom the source "which" stands for: "told the AP, which first reported it"."""
    if not one.source or text[one.source[0].start : one.source[0].end].lower() not in ("which", "who", "that"):
        return False
    return 0 <= one.source[0].start - name.span.end <= len(", ")


def _airs(name: Masthead, body: Body) -> bool:
    """Whether one speaks on it: "on CNN", "on the network", but not "on The Washington Post" or "on the site"."""
    if not name.known and body.text[name.span.start : name.span.end].islower():
        return body.text[name.span.start : name.span.end].endswith(("network", "channel", "station", "podcast"))
    aired = (OutletKind.BROADCASTER, OutletKind.PODCAST)
    return not name.meant or any(outlet.kind in aired for outlet in name.meant)


def _came_through(one: Found, name: Span, text: str) -> bool:
    """Whether a name in the source tells how a document came out: "e-mails obtained by The Intercept"."""
    before = text[one.source[0].start : name.start]
    return _CAME_OUT.search(before) is not None


def _with_platform(one: Found, near: Spans, body: Body) -> Spans:
    """Return the cue with "on X" where a platform carried the words: no step, but it makes the source a social one."""
    for span in near:
        for match in _PLATFORM.finditer(body.prose, span.start, span.end):
            name = match.group(1).lower()
            if name in word_list("attribution/platforms") or name.split()[0] in word_list("attribution/platforms"):
                return joined((*one.cue, Span(*match.span())))
    return one.cue
