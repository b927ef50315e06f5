"""Spans as they should be: no marks at their edges, whole sources, contents without whom they were told to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.found import Found, Spans, cut, in_order, joined
from provaudit.attribute.lexicon import word_list
from provaudit.model import Span

_EDGES: Final = " \t\u00a0,;:—–"
_ADDRESSEE: Final = re.compile(r"(?!that |whether |how |it |he |she |they |we )(?:[\w.'’\-]+ ){1,5}?(?=that )")
_WHEN_TOLD: Final = re.compile(
    r"(?:then|earlier|later|today|yesterday|recently|also|again|last \w+|this \w+|at the time)(?= that )", re.IGNORECASE
)
_EMPTY: Final = frozenset({"that", "which", "who", "whom"})
_SAID: Final = re.compile(r" (?:said|says|told|argued?s?|alleged?s?|claims?|claimed|report(?:s|ed)?|wrote|writes) ")
_LOOSE: Final = re.compile(r", (?:filed|published|released|issued|dated|posted|lodged|launched|signed|written)$")
_QUOTED: Final = re.compile(r"(?:is|was|were|has been|had been) (?:\w+ly )?quoted\b")
_SPEAKER: Final = re.compile(r" (?P<who>(?:an?|another|his|her|its|one|the|their|this) (?:[\w-]+ ){0,3}[\w-]+),")
_RELATIVE: Final = re.compile(r", (?:which|who|that) (?:the )?$")
_LONGEST_NAME: Final = 3  # words
_LEAD_IN: Final = len("amidst ")
_LONGEST_REST: Final = 5  # words
_SHORT_OBJECT: Final = 6  # words: "confirming the meeting and stating that …"


def tidy(one: Found, text: str) -> Found:
    """Return the attribution without marks at the edges of its spans, and without gaps of mere spaces."""
    content = list(joined(_all_trimmed(one.content, text)))
    one = replace(one, cue=joined(_all_trimmed(one.cue, text, edges="")))
    if len(content) > 1:  # a "that" on its own says nothing, nor does the "whom" of "whom the Gazette quoted"
        content = [span for span in content if text[span.start : span.end].lower() not in _EMPTY]
    content = _without_when(_without_addressee(content, one.cue, text), one.cue, text)
    source = [
        span
        for span in (_without_loose_end(without_that(_trimmed(span, text), text), text) for span in one.source)
        if span.start < span.end
    ]
    whole = _with_noun(_closed(source, text), one.cue, text)
    return _from_reports(replace(one, content=_closed(content, text), source=whole), text)


def before_quotation(one: Found, body: Body) -> Found:
    """End a source where quoted speech begins, and leave who was asked out of "Asked about it, Bo said"."""
    source = one.source
    for quotation in body.quotations_in(source[0].start, source[-1].end) if source else ():
        if quotation.spoken and quotation.span.start > source[0].start:
            source = tuple(
                _trimmed(span, body.text) for span in cut(source, Span(quotation.span.start, source[-1].end))
            )
            break
    asked = bool(one.cue and source) and body.text[one.cue[0].start : one.cue[0].end] == "Asked"
    return replace(one, source=() if asked and source[0].start > one.cue[0].end else source)


def _without_addressee(content: list[Span], cue: Spans, text: str) -> list[Span]:
    """Drop whom it was told: "told" "donors that the deal was dead"."""
    if not content or not cue or content[0].start != cue[-1].end + 1:
        return content
    told = text[cue[-1].start : cue[-1].end].lower().split()[-1] in word_list("attribution/verbs_of_telling")
    that = _ADDRESSEE.match(text, content[0].start, content[0].end) if told else None
    return content if that is None else [Span(that.end(), content[0].end), *content[1:]]


def _without_when(content: list[Span], cue: Spans, text: str) -> list[Span]:
    """Drop when it was told: "reported" "then that two bids were cheaper"."""
    if not content or not cue or content[0].start != cue[-1].end + 1:
        return content
    when = _WHEN_TOLD.match(text, content[0].start, content[0].end)
    return content if when is None else [Span(when.end() + 1, content[0].end), *content[1:]]


def _with_noun(source: Spans, cue: Spans, text: str) -> Spans:
    """Give a source that is cut off before its noun the rest of it: "the mayor's" of "the mayor's aides said"."""
    if len(source) != 1 or not cue or cue[0].start <= source[0].end:
        return source
    last = text[source[0].start : source[0].end].lower().split()[-1]
    rest = text[source[0].end : cue[0].start]
    owner = last.endswith(("'s", "’s", "s'", "s’"))
    if not (owner or last in word_list("attribution/determiners")) or not 0 < len(rest.split()) <= _LONGEST_REST:
        return source
    plain = all(word.strip("-").isalnum() or "-" in word for word in rest.split())
    return (Span(source[0].start, source[0].end + len(rest.rstrip())),) if plain else source


def whole_sentences(one: Found, body: Body, everyone: Sequence[Found]) -> Found:
    """Close a gap on a verb of saying that is nobody's cue: "The prosecution" "he took bribes, papers show"."""
    content: list[Span] = []
    for span in one.content:
        gap = Span(content[-1].end, span.start) if content else None
        said = gap and _SAID.fullmatch(body.text, gap.start, gap.end)
        if gap and said and not any(part.meets(gap) for other in everyone for part in (*other.cue, *other.source)):
            span = Span(content.pop().start, span.end)  # noqa: PLW2901  # the whole sentence takes its place
        content.append(span)
    return replace(one, content=tuple(content))


def quoted_by(one: Found, body: Body) -> Found:
    """Give "“…,” his wife was quoted as saying by the Star" its speaker, whom a tagger leaves among what is said."""
    last = one.content[-1] if one.content and one.cue and not one.source else None
    if last is None or _QUOTED.match(body.text, one.cue[0].start, one.cue[0].end) is None:
        return one
    if not 0 < one.cue[0].start - last.end <= 1:
        return one
    quotations = body.quotations_in(last.start, last.end)
    begin = quotations[-1].span.end if quotations else last.start
    who = _trimmed(Span(begin, last.end), body.text)
    if not quotations or not 0 < len(body.text[who.start : who.end].split()) <= _LONGEST_REST:
        return one
    return replace(one, source=(who,), content=(*one.content[:-1], Span(last.start, begin)))


def inverted(one: Found, body: Body) -> Found:
    """Make the email the source of “We knew,” reads one email, which Reuters saw: it stands right after the verb."""
    if len(one.cue) != 1 or not one.source or not one.content or one.source[0].start <= one.cue[0].end + 1:
        return one
    quotation = body.quotation_at(one.content[-1].end - 1)
    if quotation is None or not 0 <= one.cue[0].start - quotation.span.end <= 1:
        return one
    who = _SPEAKER.match(body.prose, one.cue[0].end, one.source[0].start)
    return one if who is None else replace(one, source=(Span(*who.span("who")),))


def before_main_clause(one: Found, body: Body) -> Found:
    """End what "…, which CNN says costs $4 billion, is dead" gives to CNN where the sentence itself goes on."""
    last = one.content[-1] if one.content else None
    if last is None or not one.source or not one.cue or last.start != one.cue[-1].end + 1:
        return one
    if _RELATIVE.search(body.prose[max(0, one.source[0].start - len(", which the ")) : one.source[0].start]) is None:
        return one
    words = body.words(last)
    comma = next((n for n, word in enumerate(words[:-1]) if word.low == ","), None)
    if comma is None or not is_auxiliary(words[comma + 1]):
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, words[comma - 1].end)))


def without_that(span: Span, text: str) -> Span:
    """Drop a "that" which opens the clause, and not the source."""
    opens = text.startswith("that ", span.start) and span.end - span.start > len("that ")
    return Span(span.start + len("that "), span.end) if opens else span


def _without_loose_end(span: Span, text: str) -> Span:
    """Drop what begins to tell where a paper came from: "A class action, filed" in San Jose."""
    loose = _LOOSE.search(text[span.start : span.end])
    return Span(span.start, span.start + loose.start()) if loose else span


def _from_reports(one: Found, text: str) -> Found:
    """Make the reports the source in "the news comes amid reports that …": it is no word of the news."""
    if len(one.cue) != 1 or not one.content or not text.startswith("that ", one.content[0].start):
        return one
    words = text[one.cue[0].start : one.cue[0].end].split()
    reports = one.cue[0]
    called = words[0].lower() in word_list("attribution/reports")
    if called and one.source and one.source[-1].end == reports.start - 1 and _follows_amid(one.source[0], text):
        reports = Span(one.source[0].start, reports.end)  # "amid" "media" "reports"
        one = replace(one, source=())
    elsewhere = bool(one.source) and one.source[0].start > one.content[-1].end and _follows_amid(reports, text)
    if (not one.source or elsewhere) and len(words) == 1 and called:
        return replace(one, source=(reports,), cue=())
    amid = [n for n, word in enumerate(words) if word.lower() in word_list("attribution/report_lead_ins")]
    if not amid or words[-1].lower() not in word_list("attribution/reports"):
        return one
    start = one.cue[0].end - len(" ".join(words[amid[-1] + 1 :]))
    return replace(one, source=(Span(start, one.cue[0].end),), cue=()) if start < one.cue[0].end else one


def merge_coordinated(attributions: Iterable[Found], text: str) -> tuple[Found, ...]:
    """Make one of "confirming the meeting and stating that …", which a tagger takes for two."""
    made: list[Found] = []
    for one in in_order(attributions):
        before = made[-1] if made else None
        if before is not None and _coordinated(before, one, text):
            made[-1] = replace(before, cue=before.cue + one.cue, content=before.content + one.content)
        else:
            made.append(one)
    return tuple(made)


def _coordinated(one: Found, other: Found, text: str) -> bool:
    if not one.cue or not other.cue or (other.source and other.source != one.source) or not one.content:
        return False
    object_ = one.content[-1]
    between = text[object_.end : other.cue[0].start].strip()
    verb = text[other.cue[0].start : other.cue[0].end].split(maxsplit=1)[0]
    short = len(text[object_.start : object_.end].split()) <= _SHORT_OBJECT
    return between == "and" and verb.endswith("ing") and short


def _follows_amid(span: Span, text: str) -> bool:
    return text[max(0, span.start - _LEAD_IN) : span.start].lower().endswith(("amid ", "amidst "))


def rejoined(attributions: Iterable[Found], text: str) -> list[Found]:
    """Make one of "Politico notes Bo" and "said the deal was dead", which a tagger takes for two of Politico's."""
    made: list[Found] = []
    for one in in_order(attributions):
        before = made[-1] if made else None
        if before is not None and _is_torn(before, one, text):
            whole = Span(before.content[-1].start, one.content[0].end)
            made[-1] = replace(before, content=(*before.content[:-1], whole, *one.content[1:]))
        else:
            made.append(one)
    return made


def _is_torn(one: Found, other: Found, text: str) -> bool:
    """Whether the second verb stands in what the first one tells: right after its subject, a name."""
    if not one.cue or not other.cue or not one.source or one.source != other.source or not one.content:
        return False
    said = one.content[-1]
    if said.start < one.cue[0].end or other.cue[0].start != said.end + 1 or other.content[0].start < other.cue[0].end:
        return False
    words = text[said.start : said.end].split()
    verb = text[other.cue[0].start : other.cue[0].end].rpartition(" ")[2].lower()
    if verb.endswith("ing") or verb not in word_list("attribution/words_of_reporting"):
        return False
    return len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)


def _closed(spans: list[Span], text: str) -> Spans:
    """Join spans that nothing but spaces parts."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and not text[made[-1].end : span.start].strip() and "\n" not in text[made[-1].end : span.start]:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def _all_trimmed(spans: Spans, text: str, edges: str = _EDGES) -> list[Span]:
    """The spans without spaces and marks at their edges; what is nothing else is dropped."""
    trimmed = [_trimmed(span, text, edges) for span in spans]
    return [span for span in trimmed if span.start < span.end]


def _trimmed(span: Span, text: str, edges: str = _EDGES) -> Span:
    start, end = span
    while start < end and (text[start] in edges or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in edges or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)
