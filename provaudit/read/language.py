"""Which language a text is in: by its script, else by its commonest words.

The method is the stop-word count of Grefenstette (1995); the lists in `data/` are the short function words of each
language that the others do not share.
"""

import re
from collections import Counter

from provaudit.read.word_lists import words_of

_NAMES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "es": "Spanish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian",
    "th": "Thai", "zh": "Chinese",
}  # fmt: skip
# Kana before the Chinese characters that Japanese is also written in.
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
_OTHER_SCRIPT = re.compile(f"[{''.join(script.pattern[1:-1] for script in _SCRIPTS.values())}]")
_LATIN = ("de", "en", "es", "fr", "it", "nl", "pt")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None where too few of its words tell."""
    sample = text[:20_000]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    if len(_OTHER_SCRIPT.findall(sample)) * 5 > letters:
        for code, script in _SCRIPTS.items():
            if len(script.findall(sample)) * 5 > letters:
                return code
    words = Counter(map(str.casefold, _WORD.findall(sample)))
    counts = {code: sum(words[word] for word in words.keys() & words_of(f"stopwords_{code}")) for code in _LATIN}
    best = max(_LATIN, key=lambda code: counts[code])
    total = sum(words.values())
    if counts[best] * 12 < total or (total < 6 and counts[best] < 2):
        return None
    return best


def language_note(code: str | None) -> tuple[str, ...]:
    """What to tell a person whose draft is in a language that is not audited."""
    if code in {None, "en"}:
        return ()
    return (f"seems to be written in {_NAMES.get(code or '', code)}; provaudit audits English only",)
