"""One run over many drafts: what they share, and the order their audits come out in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from provaudit.audit import Desk, audit, open_desk
from provaudit.cli.gate import Gate
from provaudit.cli.inputs import article_of
from provaudit.cli.outputs import write_out
from provaudit.cli.request import Request
from provaudit.cli.screen import Screen
from provaudit.drafts import Draft, Refused
from provaudit.errors import InputError
from provaudit.model import Article, Audit

if TYPE_CHECKING:
    from provaudit.trace import Tracer, Web

Done = Audit | Refused


class Run:
    """The desk and the web of one run, opened once for all drafts; a context manager."""

    def __init__(self, request: Request, gate: Gate, screen: Screen) -> None:
        self._request = request
        self._gate = gate
        self._screen = screen
        self._stack = ExitStack()
        self._desk: Desk | None = None
        self._web: Web | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def desk(self) -> Desk:
        """The registry and the tagger, loaded when the first draft wants them."""
        if self._desk is None:
            settings = self._request.settings
            self._desk = open_desk(outlets=settings.outlets, model=settings.model, publisher=settings.publisher)
        return self._desk

    def web(self) -> Web | None:
        """The web, opened when the first draft wants it; None offline."""
        if self._web is None and not self._request.settings.offline:
            from provaudit.cli.web_options import web_options
            from provaudit.trace import open_web

            options = web_options(self._request)
            self._web = self._stack.enter_context(open_web(options, self.desk().registry))
        return self._web

    def over(self, drafts: Sequence[Draft | Refused]) -> Iterator[Done]:
        """The audits in the order of the drafts; what cannot be audited comes out as it went in, with its reason."""
        with self._screen.progress(len(drafts)) as progress:
            for draft in drafts:
                progress.begin(draft.name)
                yield self._one(draft, progress.tell)
                progress.advance()

    def _one(self, draft: Draft | Refused, tell: Callable[[str], None]) -> Done:
        if isinstance(draft, Refused):
            return draft
        web = self.web()
        tracer = web.draft() if web is not None else None
        try:
            article = self._read(draft, tracer)
        except InputError as error:
            return Refused(error.name, error.reason)
        settings = self._request.settings
        done = audit(
            article,
            self.desk(),
            tracer,
            max_depth=settings.max_depth,
            judged=self._gate.judged,
            tell=tell,
        )
        return self._gate.passed(done)

    def _read(self, draft: Draft, tracer: Tracer | None) -> Article:
        article = article_of(
            draft,
            max_size=self._request.settings.max_size,
            stdin_name=self._request.stdin_filename,
            tracer=tracer,
        )
        for note in article.notes:
            self._screen.note(f"{draft.name}: {note}")
        return article

    def dry(self, drafts: Sequence[Draft | Refused]) -> int:
        """Print which hosts each draft would ask, and ask nobody."""
        from provaudit.cli.dry import hosts_of

        failures = 0
        for draft in drafts:
            if isinstance(draft, Refused):
                failures += 1
                self._screen.failure(f"{draft.name}: {draft.reason}")
                continue
            web = self.web()
            try:
                article = self._read(draft, None)
            except InputError as error:
                failures += 1
                self._screen.failure(str(error))
                continue
            hosts = hosts_of(article, self.desk(), web.draft()) if web is not None else ()
            write_out("".join(f"{draft.name}: {host}\n" for host in hosts) or f"{draft.name}: no host would be asked\n")
        return 2 if failures else 0
