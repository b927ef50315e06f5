"""How every JSON format here is written: in a fixed order, in any language, inert on a terminal."""

from __future__ import annotations

import json
import re

Json = dict[str, object]

# Escaped though JSON allows them raw: they move a terminal's cursor or its reading direction, break lines in careless
# readers, or (lone surrogates) cannot be written as UTF-8 at all. The value read back is the same.
_RISKY = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def dumps(value: object, *, indent: int | None = 2) -> str:
    """JSON text in a fixed key order, readable in any language, without a line end."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
