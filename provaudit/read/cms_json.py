"""JSON from content systems: told apart by their keys and handed to ninjs or ANS."""

import json
from typing import Any

from provaudit.errors import InputError
from provaudit.model import Article
from provaudit.read.encoding import NotTextError, decode

Fields = dict[str, Any]


def read(data: bytes, name: str, content_type: str | None, url: str | None) -> Article:
    """The article in a ninjs or ANS document; the other arguments are for readers that need them."""
    del content_type, url
    from provaudit.read import ans, ninjs

    fields = fields_of(data, name)
    if "content_elements" in fields or "canonical_website" in fields:
        return ans.article(fields, name)
    keys = {key.lower().replace("_", "") for key in fields}
    if keys & {"bodies", "bodyhtml", "bodytext", "bodyxhtml", "bodyevent"}:
        return ninjs.article(fields, name)
    raise InputError(name, "is JSON, but neither ninjs (no body) nor Arc ANS (no content_elements)")


def fields_of(data: bytes, name: str) -> Fields:
    """The top object of a JSON document. Raises `InputError` for anything else."""
    try:
        value = json.loads(decode(data).text, strict=False)
    except NotTextError as error:
        raise InputError(name, str(error)) from error
    except ValueError as error:
        where = f" (line {error.lineno}: {error.msg})" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(name, f"is broken JSON{where}; export it again") from error
    except RecursionError as error:
        raise InputError(name, "is JSON nested too deeply to be a story") from error
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict):
        raise InputError(name, "is JSON, but holds no single story object")
    return value


def words_of(value: object) -> str | None:
    """The value if it is a string with words in it."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def objects_of(value: object) -> list[Fields]:
    """The objects in a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
