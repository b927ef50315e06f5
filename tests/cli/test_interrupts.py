"""Whoever breaks in is shown what every draft has found by then."""

import json
import signal
import threading
from dataclasses import replace

import pytest

from provaudit.audit import Interrupted
from provaudit.cli.run import Run


@pytest.fixture
def broken_into(monkeypatch, check):
    """Audit drafts at once, as on the live web, and break in as soon as `slow` of them wait and `done_first` are done."""

    monkeypatch.setattr("provaudit.cli.run._LAST_WORD", 30.0)  # a busy machine is slow to end even a small draft

    def ran(*drafts, slow, done_first=()):
        arrived = threading.Semaphore(0)
        plain = Run.audited

        def audited(self, given, tracer=None, tell=lambda _line: None):
            done = plain(self, given, None, tell)
            if given.name in done_first:
                arrived.release()
            if given.name not in slow:
                return done
            arrived.release()
            self.stop.wait(30)
            raise Interrupted(replace(done, findings=()))

        def break_in():
            for _ in (*slow, *done_first):
                arrived.acquire()
            signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)

        monkeypatch.setattr(Run, "audited", audited)
        monkeypatch.setattr(Run, "_offline", Run._at_once)
        threading.Thread(target=break_in, daemon=True).start()
        return check(*drafts, "-f", "json")

    return ran


def test_drafts_under_way_say_what_they_found_so_far(desk, broken_into):
    ran = broken_into("draft.txt", "vague.txt", slow=("draft.txt", "vague.txt"))
    assert ran.code == 130
    assert "what was found so far" in ran.err
    assert [audit["article"]["path"] for audit in json.loads(ran.out)["audits"]] == ["draft.txt", "vague.txt"]


def test_drafts_that_were_done_behind_a_slow_one_are_not_lost(desk, broken_into):
    ran = broken_into("draft.txt", "vague.txt", slow=("draft.txt",), done_first=("vague.txt",))
    assert ran.code == 130
    assert [audit["article"]["path"] for audit in json.loads(ran.out)["audits"]] == ["draft.txt", "vague.txt"]
    assert "PA101" in {finding["rule"] for finding in json.loads(ran.out)["audits"][1]["findings"]}


def test_a_draft_that_hangs_on_does_not_hold_up_the_rest(desk, broken_into, monkeypatch):
    monkeypatch.setattr("provaudit.cli.run._LAST_WORD", 0.05)
    hanging = threading.Event()
    plain = Run.one

    def one(self, draft, tell=lambda _line: None):
        if draft.name == "draft.txt":
            hanging.wait(1)
        return plain(self, draft, tell)

    monkeypatch.setattr(Run, "one", one)
    ran = broken_into("draft.txt", "vague.txt", slow=("vague.txt",))
    hanging.set()
    assert ran.code == 130
    assert [audit["article"]["path"] for audit in json.loads(ran.out)["audits"]] == ["vague.txt"]
