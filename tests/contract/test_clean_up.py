"""`--clean-up` after a run that was killed: changes are restored, and lists are read to their last page."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, serving
from contract.test_broken_off import LONGEST, command
from contract.test_changes_taken_back import read_lock
from contract_suite.journal import Entry, Journal, Restoration, read_journal
from contract_suite.left_behind import undo_left_behind

URL = "http://server/v1"
SENT = {"name": "Phone"}
CHANGED = Restoration(
    before={"title": "Maps", "size": 3}, names=("size", "title"), revision="revision", payload="data",
    requests=(("PATCH", "/book", {"id": 1, "title": "Maps", "size": 3, "revision": 4}),),
)  # fmt: skip


def test_a_change_is_restored_after_a_kill(document: Mapping[str, Any], path: Path, tmp_path: Path) -> None:
    """The run is killed when the change has been made, before its response; the journal has what it was before."""
    changed = threading.Event()
    go_on = threading.Event()

    def hold(request: Request, response: Response) -> Response:
        if request.method == "PATCH" and response.status < 300 and not changed.is_set():
            changed.set()
            go_on.wait(LONGEST)
        return response

    with serving(document, fault=hold) as (url, _, key):
        before = read_lock(url, key)
        words = ("--remote", "--allow", "write", "--device", "40217", "--document", str(path), "-k", "read_back")
        run = command(url, key, tmp_path, *words)
        assert changed.wait(LONGEST)
        os.killpg(run.pid, signal.SIGKILL)
        go_on.set()
        run.communicate(timeout=LONGEST)
        assert read_lock(url, key) != before
        (entry,) = read_journal(tmp_path / "docpact" / "created.jsonl")
        assert (entry.path, entry.changed is not None) == ("/my/lock/40217", True)
        tidy = command(url, key, tmp_path, "--clean-up")
        said = tidy.communicate(timeout=LONGEST)[1]
        assert said.startswith("0 deleted, 1 restored, 0 left")
        assert read_lock(url, key) == before
        assert list(read_journal(tmp_path / "docpact" / "created.jsonl")) == []


class Books:
    """A server with one book, which takes a change only with its current revision."""

    def __init__(self, *, stubborn: bool = False) -> None:
        self.book: dict[str, Any] = {"id": 1, "title": "Contract test", "size": 3, "revision": 7}
        self.stubborn = stubborn
        self.sent: list[Any] = []

    def fetch(self, method: str, path: str, body: Any) -> tuple[int, Any]:  # noqa: ANN401 - any JSON value.
        """Respond to one request."""
        if method == "PATCH":
            self.sent.append(body)
            if body["revision"] != self.book["revision"]:
                return 409, None
            self.book |= {} if self.stubborn else body | {"revision": 8}
        return 200, {"data": dict(self.book) if path == "/book/1" else [dict(self.book)]}


@pytest.mark.parametrize("listed", [False, True], ids=["by its path", "in a list"])
def test_the_revision_is_the_current_one(listed: bool) -> None:  # noqa: FBT001 - a case.
    """The journal's is out of date, since the run's own change counted; the rest is as it was."""
    server = Books()
    changed = Restoration(
        before=CHANGED.before, names=CHANGED.names, requests=CHANGED.requests, revision="revision", payload="data",
        key="1" if listed else "",
    )  # fmt: skip
    entry = Entry(
        base_url=URL, path="/book" if listed else "/book/1", created=True, keys=("bookId", "id"), changed=changed
    )
    outcome = undo_left_behind(entry, server.fetch, lambda _: None)
    assert (outcome.restored, outcome.left) == (entry.path, "")
    assert server.sent == [{"id": 1, "title": "Maps", "size": 3, "revision": 7}]
    assert server.book["title"] == "Maps"
    server.sent.clear()
    outcome = undo_left_behind(entry, server.fetch, lambda _: None)
    assert (outcome.restored, outcome.settled, server.sent) == ("", True, [])


def test_what_cannot_be_restored_is_named_and_stays() -> None:
    """The thing, the property, and how it reads now."""
    entry = Entry(base_url=URL, path="/book/1", created=True, changed=CHANGED)
    outcome = undo_left_behind(entry, Books(stubborn=True).fetch, lambda _: None)
    assert not outcome.settled
    assert "/book/1: " in outcome.left
    assert "title: 'Maps', then 'Contract test'" in outcome.left
    gone = undo_left_behind(entry, lambda *_: (404, None), lambda _: None)
    assert "it isn't shown (404)" in gone.left


def test_how_to_restore_survives_the_file(tmp_path: Path) -> None:
    """What is written is what is read."""
    journal = Journal(tmp_path / "created.jsonl")
    entry = Entry(base_url=URL, path="/book/1", created=True, changed=CHANGED, page="page", first_page=0)
    journal.open(entry)
    assert list(read_journal(tmp_path / "created.jsonl")) == [entry]


@pytest.mark.parametrize("behind", ["empty", "repeats", "404"])
@pytest.mark.parametrize("first", [0, 1])
def test_all_pages_are_searched(behind: str, first: int) -> None:
    """What was created is found on the last page, whatever a page behind it is; nothing else is deleted."""
    pages = [[{"id": 1, "name": "A"}], [{"id": 2, "name": "B"}], [{"id": 3, **SENT}]]
    entry = Entry(
        base_url=URL, path="/thing", created=False, listing="/thing", delete="/thing/{}", keys=("id",),
        known=("1", "2"), sent=SENT, page="page", first_page=first,
    )  # fmt: skip
    deleted: list[str] = []

    def fetch(method: str, path: str, _: object) -> tuple[int, Any]:
        if method == "DELETE":
            deleted.append(path)
            return 204, None
        number = int(path.partition("?page=")[2] or first) - first
        if number < len(pages):
            return 200, {"things": pages[number]}
        return {"empty": (200, {"things": []}), "repeats": (200, {"things": pages[-1]}), "404": (404, None)}[behind]

    assert undo_left_behind(entry, fetch, lambda _: None).deleted == "/thing/3"
    assert deleted == ["/thing/3"]


def test_a_page_that_fails_settles_nothing() -> None:
    """What is on it isn't known, so the line stays."""
    entry = Entry(
        base_url=URL, path="/thing", created=False, listing="/thing", delete="/thing/{}", keys=("id",), known=(),
        sent=SENT, page="page",
    )  # fmt: skip
    responses = {"/thing": (200, [{"id": 1, "name": "A"}]), "/thing?page=2": (500, json.loads("null"))}
    outcome = undo_left_behind(entry, lambda _, path, __: responses[path], lambda _: None)
    assert "gives 500" in outcome.left
