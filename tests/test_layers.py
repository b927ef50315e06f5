"""The floors of the house: imports only go down, and rooms on one floor do not import each other."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "provaudit"
FLOORS = {
    "__main__": 7,
    "cli": 7,
    "archive": 6,
    "audit": 5,
    "render": 5,
    "drafts": 5,
    "chain": 4,
    "independence": 4,
    "rules": 4,
    "match": 3,
    "trace": 3,
    "read": 2,
    "attribute": 2,
    "identify": 2,
    "config": 1,
    "data": 1,
    "model": 0,
    "errors": 0,
}
# `__main__` hands over to `cli`, and the manuals that `render` prints are those of the rules below it.
NEIGHBOURS = {("__main__", "cli")}
OWNERS = {
    "typer": ("cli",),
    "httpx": ("trace",),
    "selectolax": ("read", "trace"),
    "trafilatura": ("read",),
    "mammoth": ("read",),
    "markdown_it": ("read",),
    "rapidfuzz": ("match", "independence", "trace"),
    "rich": ("render",),
    "networkx": ("independence",),
    "onnxruntime": ("attribute", "match"),
}
FORBIDDEN = ("click",)


def imports(path: Path) -> set[str]:
    """Every module the file imports, at the top or inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the floor"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


def room_of(path: Path, house: Path) -> str:
    parts = path.relative_to(house).with_suffix("").parts
    return parts[0] if parts != ("__init__",) else "model"


def violations(house: Path) -> list[str]:
    found = []
    for path in sorted(house.rglob("*.py")):
        room = room_of(path, house)
        if room not in FLOORS:
            found.append(f"{path.name}: the room {room} has no floor")
            continue
        for module in imports(path):
            found += _wrong(path, room, module)
    return sorted(set(found))


def _wrong(path: Path, room: str, module: str) -> list[str]:
    parts = module.split(".")
    if parts[0] in FORBIDDEN:
        return [f"{path.name} imports {module}"]
    if parts[0] in OWNERS and room not in OWNERS[parts[0]]:
        return [f"{path.name}: {parts[0]} lives in {OWNERS[parts[0]]}, not in {room}"]
    if parts[0] != "provaudit" or len(parts) < 2 or parts[1] == "__version__":
        return []
    target = parts[1]
    if target == room or (room, target) in NEIGHBOURS:
        return []
    if target not in FLOORS:
        return [f"{path.name} imports {module}, which has no floor"]
    return [] if FLOORS[target] < FLOORS[room] else [f"{path.name}: {room} may not import {target}"]


def test_imports_only_go_down():
    assert violations(HOUSE) == []


@pytest.mark.parametrize(
    ("place", "line", "complaint"),
    [
        ("match/passage.py", "from provaudit.chain import follow", "match may not import chain"),
        ("read/page.py", "from provaudit.identify import Registry", "read may not import identify"),
        ("rules/late.py", "def check():\n    import httpx", "httpx lives in"),
        ("cli/app.py", "import click", "imports click"),
        ("attic/box.py", "import os", "attic has no floor"),
    ],
)
def test_a_planted_violation_is_seen(tmp_path, place, line, complaint):
    planted = tmp_path / "provaudit" / place
    planted.parent.mkdir(parents=True)
    planted.write_text(line + "\n", "utf-8")
    assert any(complaint in said for said in violations(tmp_path / "provaudit"))


def test_a_descent_is_no_violation(tmp_path):
    lawful = tmp_path / "provaudit" / "chain" / "walk.py"
    lawful.parent.mkdir(parents=True)
    lawful.write_text("from provaudit.match import match\nfrom provaudit.model import Claim\n", "utf-8")
    assert violations(tmp_path / "provaudit") == []
