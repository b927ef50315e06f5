"""The small webs of fixtures/worlds, audited: live on loopback, recorded, and replayed.

    python -m tests.worlds            records each world's evidence anew, and the audit it gives
    python -m tests.worlds harbor     one world

A world's folder holds, beside its hosts (tests/trace/local_web.py), `draft.md` or a line in `world.toml` that names its
draft, `outlets.toml` with its invented outlets, `evidence.warc.gz` (recorded) and `audit.txt` (what it must give).
"""

from __future__ import annotations

import sys
import tomllib
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from provaudit.audit import audit, open_desk
from provaudit.read import read_path
from provaudit.render import render
from provaudit.render.options import RenderOptions
from provaudit.trace import WebOptions, open_web
from tests.trace.local_web import World

WORLDS = Path(__file__).parent.parent / "fixtures" / "worlds"
ROOT = WORLDS.parent.parent
RECORDED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NAMES = tuple(sorted(folder.name for folder in WORLDS.iterdir() if folder.is_dir()))


def draft_of(folder: Path) -> Path:
    settings = folder / "world.toml"
    if settings.is_file():
        return ROOT / tomllib.loads(settings.read_text("utf-8"))["draft"]
    return folder / "draft.md"


@cache
def desk_of(outlets: Path | None):
    """The desk of a newsroom that knows the world's outlets, with the tagger that ships."""
    return open_desk(outlets=outlets)


def audited(name: str, options: WebOptions, **more):
    """The audit of a world's draft over a web of these options."""
    folder = WORLDS / name
    outlets = folder / "outlets.toml"
    desk = desk_of(outlets if outlets.is_file() else None)
    path = draft_of(folder)
    article = replace(read_path(path), path=path.relative_to(ROOT).as_posix())
    with open_web(options, desk.registry) as web:
        return audit(article, desk, web.draft(), **more)


@contextmanager
def live(name: str):
    """The world on loopback, at a clock that stands still."""
    with World.load(WORLDS / name) as world:
        yield world, lambda **changes: world.options(now=lambda: RECORDED, **changes)


def evidence(name: str) -> Path:
    return WORLDS / name / "evidence.warc.gz"


def replayed(name: str, **more):
    return audited(name, WebOptions(replay=evidence(name)), **more)


def shown(audit_) -> str:
    """The audit as a person reads it, at 100 columns."""
    return render("text", [audit_], options=RenderOptions(width=100))


def record(name: str) -> None:
    """Record a world's evidence, and write down the audit it gives."""
    evidence(name).unlink(missing_ok=True)
    with live(name) as (_, options):
        done = audited(name, options(record=evidence(name)))
    (WORLDS / name / "audit.txt").write_text(shown(done), "utf-8")


if __name__ == "__main__":
    for world_name in sys.argv[1:] or NAMES:
        record(world_name)
        sys.stdout.write((WORLDS / world_name / "audit.txt").read_text("utf-8") + "\n")
