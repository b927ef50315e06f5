"""The rules as SARIF describes them [3.49]: their help made from their manuals."""

from __future__ import annotations

from provaudit.model import Severity
from provaudit.render.json_writing import Json
from provaudit.render.manuals import manual_parts, paragraphs, sentence
from provaudit.rules import RULES, Rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def catalogue() -> list[Json]:
    """Every rule, in the order of the catalogue."""
    return [_descriptor(rule) for rule in RULES]


def _descriptor(rule: Rule) -> Json:
    parts = [(heading, paragraphs(text)) for heading, text in manual_parts(rule.manual)]
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": sentence(rule.manual.summary)},
        "fullDescription": {"text": " ".join(paragraphs(rule.manual.flags))},
        "help": {
            "text": "\n\n".join(f"{heading}: {' '.join(texts)}" for heading, texts in parts),
            "markdown": "\n\n".join("\n\n".join([f"**{heading}**", *texts]) for heading, texts in parts),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "precision": rule.confidence.value,
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": ["journalism", "attribution"],
        },
    }
