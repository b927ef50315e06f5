"""Makes `data/outlets.json` from `data/outlets.toml`: `python -m provaudit.identify.build`."""

from __future__ import annotations

import json
from typing import cast

from provaudit.identify.index import DATA, build_index
from provaudit.identify.outlets_file import read_outlets


def index_text() -> str:
    """What `data/outlets.json` has to say: one outlet, name, handle or domain a line, so that changes read well."""
    index = build_index(read_outlets(DATA / "outlets.toml"))
    parts = []
    for key, value in index.items():
        if isinstance(value, list):
            lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in value)
            parts.append(f'"{key}":[\n' + ",\n".join(lines) + "\n]")
        else:
            entries = cast("dict[str, object]", value).items()
            lines = (f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row)}" for name, row in sorted(entries))
            parts.append(f'"{key}":{{\n' + ",\n".join(lines) + "\n}")
    return "{" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    (DATA / "outlets.json").write_text(index_text(), encoding="utf-8")
