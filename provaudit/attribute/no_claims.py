"""Attributions that tell nothing: "declined to comment", "could not verify", "asked by a reporter whether …".

They say that somebody was silent, was asked or could not check. Nothing is claimed there, so no chain hangs on them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.cues import is_auxiliary
from provaudit.attribute.found import Found, in_order
from provaudit.attribute.lexicon import cue_words, word_list
from provaudit.attribute.sentences import Word
from provaudit.model import Article, BlockKind, Span

_HEADS: Final = (BlockKind.HEADLINE, BlockKind.HEADING)
_NOT: Final = r"(?:\ not|n['’]t)\ (?:\w+ly\ |yet\ |been\ |able\ to\ )*"
_TELL: Final = r"(?:sa(?:y|id)|specif(?:y|ied)|elaborate|disclosed?|explain(?:ed)?|reveal(?:ed)?|confirm(?:ed)?)"
_WHAT: Final = r"(?:whether|if|how|when|where|why|what|which|who)\b"
_SILENT: Final = re.compile(
    rf"""\b(?:(?:declin|refus)(?:e|ed|es|ing)\ (?:\w+ly\ )?to\ (?:\w+ly\ )?
            (?:comment|elaborate|discuss|answer|respond|speak|say|talk|address|{_TELL}\ {_WHAT}
                |be\ (?:interviewed|named|identified|drawn))
        |(?:did|does|do|has|have|had|will|would){_NOT}(?:respond|repl|return|answer|comment|{_TELL}\ {_WHAT})
        |(?:has|have|had){_NOT}confirmed\b
        |(?:could|can|has|have|had|was|were|is|are){_NOT}(?:verif|(?<=ly\ )confirm|(?<=to\ )confirm)
        |unable\ to\ (?:\w+ly\ )?(?:verif|confirm|reach)
        |(?:ask|request|insist|prefer|speak)\w*\ (?:that\ \w+\ )?not\ (?:to\ )?be\ (?:named|identified|quoted)
        |(?:ask|asks|asked|asking|urge|urged|urging|appealed\ to)\ (?:anyone|anybody)\ (?:with|who)
        |when\ (?:\w+\ )?(?:asked|pressed|questioned)
        |(?<=,\ )(?:asked|pressed|questioned)\ (?:by|about|on)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED: Final = re.compile(r"(?:Asked|Pressed|Questioned)\b")
_HEARERS: Final = frozenset(
    {"committee", "court", "hearing", "inquest", "inquiry", "judge", "jury", "tribunal", "trial"}
)
_NEAR: Final = 200  # characters around a cue
_DENIES: Final = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|disput)", re.IGNORECASE)
_STORY: Final = re.compile(
    r"(?:the|this|that|its|their) (?:news|story|report|inquiry|investigation|letter|interview)|it"
)
_CITES: Final = re.compile(r"citing|quoting", re.IGNORECASE)
_SHORT_OBJECT: Final = 6  # words
_VOTES: Final = re.compile(r"(?:(?:ha[sd]|have) )?vot(?:e|es|ed|ing)\b.*", re.IGNORECASE)
_WHAT_WAS_SAID: Final = re.compile(
    r"(?:all |any |both )?(?:the|these|those|this|that|his|her|their|its|such|all)? ?(?:\w+ )?"
    r"(?:allegations?|accusations?|charges?|claims?|rumou?rs?|reports?|suggestions?)|it|this|that|them",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(r" (?:in|on|at|again|last|this|yesterday|today|to|before)\b[^,;.]{0,30}$| in$", re.IGNORECASE)
_NOTHING: Final = re.compile(
    r"(?:nothing|little|not a word)(?: (?:more|else|publicly|yet))?"
    r"(?: (?:about|of|on|in|at|for|since|to)\b(?!.* (?:is|are|was|were|has|have|had|will|would|could)\b).{0,30})?",
    re.IGNORECASE,
)


def without_empty(trees: tuple[Found, ...], article: Article, body: Body) -> tuple[Found, ...]:
    """Return the trees without the attributions that tell nothing; what is inside one takes its place."""
    heads = tuple(block.span for block in article.body if block.kind in _HEADS)
    return in_order(_telling(trees, heads, body))


def _telling(trees: tuple[Found, ...], heads: tuple[Span, ...], body: Body) -> Iterator[Found]:
    for one in trees:
        inner = tuple(_telling(one.inner, heads, body))
        if _tells_nothing(one, body) or (not inner and _is_ordinary(one, heads, body)):
            yield from inner
        else:
            yield replace(one, inner=inner)


def _tells_nothing(one: Found, body: Body) -> bool:
    if one.hearsay or one.credit or not one.content or body.spoken_at(one.content[0].start):
        return False
    text = body.text
    if not one.cue:
        told = any(body.quotation_at(span.start) or text.startswith("that ", span.start) for span in one.content)
        return not one.source and not told
    if _is_told_to_a_court(one, text):
        return True
    said = " ".join(text[span.start : span.end] for span in one.content)
    denies = _DENIES.search(text, one.cue[0].start, one.cue[-1].end) is not None
    bare = _WHAT_WAS_SAID.fullmatch(_WHEN.sub("", said)) if denies else _NOTHING.fullmatch(said)
    if bare is not None and not one.inner and not body.quotations_in(one.content[0].start, one.content[-1].end):
        return True
    relative = " ".join(text[span.start : span.end] for span in one.source).lower() in ("which", "who")
    if (_is_an_act(one, said, text) and not one.inner) or (relative and _STORY.fullmatch(said)):
        return True  # "Fox News, which first reported the story, said …"
    return said.lower() in ("the", "a", "an") or _is_silent(one.cue[0], body)


def _is_an_act(one: Found, said: str, text: str) -> bool:
    """Whether it tells what somebody did: "voted 51-49 to confirm him", "said it was safe, citing internal testing"."""
    cue = one.cue[0].start, one.cue[-1].end
    cites = _CITES.fullmatch(text, *cue) is not None and len(said.split()) <= _SHORT_OBJECT
    cites = cites and one.content[0].start == one.cue[-1].end + 1  # whoever is cited has the words of who cites
    return (cites or _VOTES.fullmatch(text, *cue) is not None) and not said.startswith("that ")


def _is_told_to_a_court(one: Found, text: str) -> bool:
    """Whether it is "Toll was set in secret, court told": somebody told it to the court, which has said nothing."""
    head = text[one.source[0].start : one.source[-1].end].lower().split()[-1:] if one.source else []
    rest = text[one.cue[-1].end : one.cue[-1].end + 2]
    told = text[one.cue[0].start : one.cue[-1].end].lower() in ("told", "hears", "heard")
    return told and head[0:1] != [] and head[0] in _HEARERS and not rest.strip(" .\n")


def _is_silent(cue: Span, body: Body) -> bool:
    """Whether the cue is one of silence, asking or checking; "said when asked" is not."""
    sentence = body.sentence_at(cue.start)
    if sentence is None:
        return False
    if cue.start == sentence.start and _ASKED.match(body.text, cue.start, cue.end):
        return True
    near = max(sentence.start, cue.start - _NEAR), min(sentence.end, cue.end + _NEAR)
    for match in _SILENT.finditer(body.prose, *near):
        before = body.words(Span(cue.start, match.start())) if cue.start < match.start() else []
        if cue.meets(Span(*match.span())) and all(_helps(word) for word in before):
            return True
    return False


def _is_ordinary(one: Found, heads: tuple[Span, ...], body: Body) -> bool:
    """Whether it is a headline that tells what somebody does: "Council weighs plan", "Bo lashes out at judge"."""
    if not one.cue or not one.source or not any(head.holds(one.cue[0]) for head in heads):
        return False
    verb = next((word for word in body.words(one.cue[0]) if not _helps(word)), None)
    if verb is None or not verb.low[:1].isalpha() or verb.low in word_list("attribution/reports") | {"according"}:
        return False
    lists = cue_words().get(verb.low)
    if lists is None:
        return True
    words = [word for span in one.content for word in body.words(span)]
    bare = not any(is_auxiliary(word) or word.low in ("", "to", "that", "over") for word in words)
    quoted = any(body.quotations_in(span.start, span.end) for span in one.content)
    return lists <= {"speaks-of"} and bare and not quoted


def _helps(word: Word) -> bool:
    return is_auxiliary(word) or word.low in word_list("attribution/adverbs_in_cues") or word.low.endswith("ly")
