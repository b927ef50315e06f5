"""Turns at work that takes the processor: one thread at a time, first come, first served.

Python runs one thread at a time anyway. Where a dozen pages arrive together and all are read at once, all are done at
the end; read one after another, the first is done after a twelfth of that time, and what it leads to is asked for while
the others are read: the mean wait falls by nearly half.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """One thread at a time, in the order they came; none waits longer than `patience` seconds. Thread-safe.

    A page that takes seconds holds the others up no longer than that: they then work beside it.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._held: object | None = None
        self._line: OrderedDict[object, threading.Event] = OrderedDict()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn and keep it for the body of the `with`."""
        mine = object()
        called = self._join(mine)
        if called is not None:
            called.wait(self._patience)
        try:
            yield
        finally:
            self._leave(mine)

    def _join(self, mine: object) -> threading.Event | None:
        """Take the turn, or a place in the line and the event that will call it."""
        with self._lock:
            if self._held is None:
                self._held = mine
                return None
            return self._line.setdefault(mine, threading.Event())

    def _leave(self, mine: object) -> None:
        with self._lock:
            self._line.pop(mine, None)  # where it lost patience and was never called
            if self._held is mine:
                self._held, called = self._line.popitem(last=False) if self._line else (None, None)
                if called is not None:
                    called.set()
