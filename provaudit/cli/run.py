"""One run over many drafts: what they share, and the order their audits come out in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from provaudit.audit import Desk, Interrupted, audit, open_desk
from provaudit.cli.gate import Gate
from provaudit.cli.inputs import Input, article_of, input_of
from provaudit.cli.outputs import write_out
from provaudit.cli.request import Request
from provaudit.cli.screen import Progress, Screen
from provaudit.drafts import Draft, Refused
from provaudit.errors import InputError
from provaudit.model import Audit
from provaudit.rules import is_english

if TYPE_CHECKING:
    from provaudit.trace import Tracer, Web

Done = Audit | Refused
_LAST_WORD = 2.0  # seconds that a draft has to say what it found, once the user broke in
DRAFTS_AT_ONCE = 4  # that wait for the web; hosts are paced by themselves


class Run:
    """The desk and the web of one run, opened once for all drafts; a context manager."""

    def __init__(self, request: Request, gate: Gate, screen: Screen) -> None:
        self._request = request
        self._gate = gate
        self._screen = screen
        self._stack = ExitStack()
        self._desk: Desk | None = None
        self._web: Web | None = None
        self._opening = threading.RLock()
        self.stop = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop.set()
        self._stack.__exit__(kind, error, trace)

    def desk(self) -> Desk:
        """The registry and the tagger, loaded when the first draft wants them."""
        with self._opening:
            if self._desk is None:
                settings = self._request.settings
                self._desk = open_desk(outlets=settings.outlets, model=settings.model, publisher=settings.publisher)
            return self._desk

    def web(self) -> Web | None:
        """The web, opened when the first draft wants it; None offline."""
        with self._opening:
            if self._web is None and not self._request.settings.offline:
                from provaudit.cli.web_options import web_options
                from provaudit.trace import open_web

                options = web_options(self._request)
                self._web = self._stack.enter_context(open_web(options, self.desk().registry))
            return self._web

    def over(self, drafts: Sequence[Draft | Refused]) -> Iterator[Done]:
        """The audits in the order of the drafts; what cannot be audited comes out as it went in, with its reason."""
        with self._screen.progress(len(drafts)) as progress:
            several = self._at_once if len(drafts) > 1 else self._one_by_one
            if self._request.settings.offline:
                several = self._offline
            for done in several(drafts, progress):
                yield self._passed(done) if isinstance(done, Audit) else done
                progress.advance()

    def _passed(self, done: Audit) -> Audit:
        name = done.article.path or done.article.url or "<stdin>"
        # That nothing was judged is said even to those who want no notes.
        say = self._screen.note if is_english(done.article) else self._screen.failure
        for note in done.article.notes:
            say(f"{name}: {note}")
        return self._gate.passed(done)

    def _one_by_one(self, drafts: Sequence[Draft | Refused], progress: Progress) -> Iterator[Done]:
        for draft in drafts:
            progress.begin(draft.name)
            yield self.one(draft, progress.tell)

    def _at_once(self, drafts: Sequence[Draft | Refused], progress: Progress) -> Iterator[Done]:
        """Several drafts wait for the web together; never more than a few audits are held back."""
        with ThreadPoolExecutor(DRAFTS_AT_ONCE, thread_name_prefix="draft") as pool:
            waiting: list[tuple[Draft | Refused, Future[Done]]] = []
            left = iter(drafts)
            try:
                while True:
                    while len(waiting) < 2 * DRAFTS_AT_ONCE and (draft := next(left, None)) is not None:
                        # It is on the list before its thread has it: who breaks in between loses no draft.
                        future: Future[Done] = Future()
                        waiting.append((draft, future))
                        pool.submit(self._into, future, draft)
                    if not waiting:
                        return
                    draft, future = waiting[0]
                    progress.begin(draft.name)
                    yield future.result()
                    waiting.pop(0)
            except BaseException as broken:
                self.stop.set()
                pool.shutdown(wait=False, cancel_futures=True)
                for _draft, future in waiting:
                    future.cancel()  # but those under way
                if isinstance(broken, KeyboardInterrupt):
                    yield from _so_far(future for _draft, future in waiting)
                raise

    def _into(self, future: Future[Done], draft: Draft | Refused) -> None:
        """Audit a draft in a thread, for whoever waits for the future."""
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(self.one(draft))
        except BaseException as error:  # noqa: BLE001 (the one who waits is to have it, whatever it is)
            future.set_exception(error)

    def _offline(self, drafts: Sequence[Draft | Refused], progress: Progress) -> Iterator[Done]:
        from provaudit.cli.offline import offline_audits

        return offline_audits(drafts, self, self._request, self._gate, progress)

    def one(self, draft: Draft | Refused, tell: Callable[[str], None] = lambda _line: None) -> Done:
        """Read and audit one draft."""
        if isinstance(draft, Refused):
            return draft
        web = self.web()
        try:
            given = input_of(draft, max_size=self._request.settings.max_size, stdin_name=self._request.stdin_filename)
            # Evidence knows a draft by its bytes, whatever the order in which threads take them up.
            tracer = web.draft(given.key) if web is not None else None
            return self.audited(given, tracer, tell)
        except InputError as error:
            return Refused(error.name, error.reason)

    def audited(
        self, given: Input, tracer: Tracer | None = None, tell: Callable[[str], None] = lambda _line: None
    ) -> Audit:
        """Audit one input that was opened; InputError where it cannot be read as an article."""
        article = article_of(given, max_size=self._request.settings.max_size, tracer=tracer)
        return audit(
            article,
            self.desk(),
            tracer,
            max_depth=self._request.settings.max_depth,
            judged=self._gate.judged,
            tell=tell,
            stop=self.stop,
        )

    def dry(self, drafts: Sequence[Draft | Refused]) -> int:
        """Print which hosts each draft would ask, and ask nobody."""
        failures = 0
        for draft in drafts:
            try:
                hosts = self._hosts(draft)
            except InputError as error:
                failures += 1
                self._screen.failure(str(error))
                continue
            write_out("".join(f"{draft.name}: {host}\n" for host in hosts) or f"{draft.name}: no host would be asked\n")
        return 2 if failures else 0

    def _hosts(self, draft: Draft | Refused) -> tuple[str, ...]:
        from provaudit.cli.dry import hosts_of

        if isinstance(draft, Refused):
            raise InputError(draft.name, draft.reason)
        settings = self._request.settings
        given = input_of(draft, max_size=settings.max_size, stdin_name=self._request.stdin_filename)
        article = article_of(given, max_size=settings.max_size)
        web = self.web()
        return hosts_of(article, self.desk(), web.draft()) if web is not None else ()


def _so_far(begun: Iterable[Future[Done]]) -> Iterator[Done]:
    """What drafts that were broken into have found; those that do not come to an end at once are left out."""
    for future in begun:
        try:
            yield future.result(timeout=_LAST_WORD)
        except Interrupted as broken:
            yield broken.audit
        except (CancelledError, TimeoutError):
            continue
