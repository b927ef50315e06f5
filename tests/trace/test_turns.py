"""Pages are read in the order they came, and one that takes seconds holds up nobody for long."""

import threading
import time

import pytest

import provaudit.read
from provaudit.model import Page
from provaudit.trace.exchange import Exchange, Journey
from provaudit.trace.outcomes import Reader
from provaudit.trace.turns import Turns


def _line(turns: Turns, count: int, done: list[int], work) -> list[threading.Thread]:
    """Threads that ask for a turn one after another, each surely behind the one before."""

    def run(number: int) -> None:
        with turns.turn():
            work(number)
            done.append(number)

    threads = []
    for number in range(count):
        waiting = len(turns._line)
        threads.append(threading.Thread(target=run, args=(number,), daemon=True))
        threads[-1].start()
        while len(turns._line) == waiting and turns._held is not None and threads[-1].is_alive():
            time.sleep(0.001)
    return threads


def test_turns_come_in_the_order_they_were_asked_for():
    turns, done = Turns(10.0), []
    with turns.turn():
        threads = _line(turns, 5, done, lambda _number: None)
        assert done == []
    for thread in threads:
        thread.join(5)
    assert done == [0, 1, 2, 3, 4]


def test_one_works_while_the_others_wait():
    turns, done, busy, most = Turns(10.0), [], [0], [0]

    def work(_number: int) -> None:
        busy[0] += 1
        most[0] = max(most[0], busy[0])
        time.sleep(0.005)
        busy[0] -= 1

    with turns.turn():
        threads = _line(turns, 4, done, work)
    for thread in threads:
        thread.join(5)
    assert (most, len(done)) == ([1], 4)


def test_a_slow_turn_holds_nobody_up_beyond_their_patience():
    turns, done = Turns(0.05), []
    with turns.turn():
        for thread in _line(turns, 2, done, lambda _number: None):
            thread.join(5)
        assert sorted(done) == [0, 1]
    with turns.turn():  # those who lost patience left no place behind that waits to be called
        assert not turns._line


def test_work_that_fails_passes_the_turn_on():
    turns = Turns(10.0)
    with pytest.raises(ValueError, match="odd page"), turns.turn():
        raise ValueError("odd page")
    began = time.monotonic()
    with turns.turn():
        assert time.monotonic() - began < 1


def test_pages_that_arrive_together_are_read_one_after_another(monkeypatch):
    read_page, busy, most = provaudit.read.read_page, [0], [0]

    def watched(*args, **kwargs):
        busy[0] += 1
        most[0] = max(most[0], busy[0])
        time.sleep(0.005)
        try:
            return read_page(*args, **kwargs)
        finally:
            busy[0] -= 1

    monkeypatch.setattr(provaudit.read, "read_page", watched)
    reader, pages = Reader(10), []
    body = b"<article><h1>Pier</h1><p>The board sold the pier on Tuesday, Rolf Quay told Radio North.</p></article>"

    def fetch(number: int) -> None:
        url = f"https://paper.example/{number}"
        end = Exchange(url, "2024-05-12T10:00:00Z", 200, (("content-type", "text/html"),), body)
        pages.append(reader.page(Journey(url, (), end)))

    fetch(0)  # loads the libraries, for longer than anybody's patience
    threads = [threading.Thread(target=fetch, args=(number,), daemon=True) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert [isinstance(page, Page) for page in pages] == [True] * 5
    assert most == [1]
