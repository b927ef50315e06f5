"""`provaudit extract`: the attributions of drafts, from their own words."""

from __future__ import annotations

from provaudit.audit import Desk, extract, open_desk
from provaudit.cli.inputs import article_of, input_of
from provaudit.cli.outputs import check_outputs, targets
from provaudit.cli.reports import Reports
from provaudit.cli.request import Request
from provaudit.cli.screen import Screen
from provaudit.drafts import Draft, Refused, path_of
from provaudit.errors import InputError
from provaudit.model import Article, Audit
from provaudit.render import EXTRACT_FORMATS, render_extracts


def run_extract(request: Request) -> int:
    """Print the attributions of each input; 2 where an input could not be read."""
    wanted = targets(request.format, list(request.outputs), EXTRACT_FORMATS)
    drafts = request.drafts()
    check_outputs((target.path for target in wanted), map(path_of, drafts))
    screen = Screen(request)
    reports = Reports(wanted, render_extracts, screen, several=len(drafts) > 1)
    done: list[Audit] = []
    failures: list[tuple[str, str]] = []
    settings = request.settings
    desk: Desk | None = None
    for draft in drafts:
        try:
            article = _read(draft, request)
        except InputError as error:
            failures.append((error.name, error.reason))
            screen.failure(str(error))
            continue
        for note in article.notes:
            screen.note(f"{draft.name}: {note}")
        desk = desk or open_desk(outlets=settings.outlets, model=settings.model, publisher=settings.publisher)
        done.append(extract(article, desk))
        reports.ended(done[-1])
    reports.write(done, tuple(failures))
    return 2 if failures else 0


def _read(draft: Draft | Refused, request: Request) -> Article:
    if isinstance(draft, Refused):
        raise InputError(draft.name, draft.reason)
    given = input_of(draft, max_size=request.settings.max_size, stdin_name=request.stdin_filename)
    return article_of(given, max_size=request.settings.max_size)
