"""Front matter: the `---` block of a Markdown file. A small subset of YAML, read without a YAML library.

Keys and plain, quoted, listed (`[a, b]`, `- a`) and one-level nested values; whatever else stands there is skipped.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FENCE = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?:(?P=mark)|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY = re.compile(r"(?P<indent>[ \t]*)(?P<key>[\w-]+)[ \t]*[:=][ \t]*(?P<value>.*?)[ \t]*\r?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.*?)[ \t]*\r?$")
_FLOW = re.compile(r"([\w-]+)\s*:\s*(\[[^\]]*\]|\"[^\"]*\"|'[^']*'|[^,{}]*)")

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Values by lower-case key ("title", "provaudit.ignore"), where the block ends, and the line of each key."""

    values: Mapping[str, Values] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    end: int = 0

    def first(self, *keys: str) -> str | None:
        """The first value that one of the keys has."""
        for key in keys:
            for value in self.values.get(key, ()):
                if value:
                    return value
        return None


def front_matter(text: str) -> FrontMatter:
    """The front matter at the top of `text`; empty where there is none."""
    match = _FENCE.match(text)
    if match is None:
        return FrontMatter()
    values: dict[str, Values] = {}
    lines: dict[str, int] = {}
    parent, key = "", ""
    for number, line in enumerate(match["body"].split("\n"), start=2):
        entry = _ENTRY.match(line)
        if entry and key:
            values[key] = (*values.get(key, ()), _scalar(entry["value"]))
            continue
        pair = _KEY.match(line)
        if pair is None:
            continue
        key = pair["key"].lower()
        key, parent = (f"{parent}.{key}", parent) if pair["indent"] and parent else (key, key)
        for name, found in _value(key, pair["value"]):
            values[name], lines[name] = found, number
    # A rule above the first paragraph is no front matter: that has a key at least.
    return FrontMatter(values, lines, match.end()) if values else FrontMatter()


def _value(key: str, value: str) -> list[tuple[str, Values]]:
    if value.startswith("{"):
        return [(f"{key}.{name.lower()}", _listed(found)) for name, found in _FLOW.findall(value.strip("{}"))]
    return [(key, _listed(value))]


def _listed(value: str) -> Values:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return tuple(_scalar(item) for item in value[1:-1].split(",") if item.strip())
    return (_scalar(value),) if value else ()


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*$", "", value)
