"""The journal: written before each request, shared by runs, and never shorter than what is left on a server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import run_tests, serving
from contract.test_broken_off import command
from contract_suite.journal import Entry, Journal, read_journal
from contract_suite.left_behind import undo_left_behind
from docpact.contract.clean_up import clean_up
from docpact.emit import dump_yaml, load_document

URL = "http://server/v1"
OTHER = '{"base_url": "http://server/v1", "path": "/thing", "created": false}'
BROKEN = ("garbage", "{}", "[1]", '{"base_url": 1', "[" * 100_000, "\udcff")


def entry(path: str, **more: Any) -> Entry:  # noqa: ANN401 - fields of an entry.
    """An entry about something that exists."""
    fields: dict[str, Any] = {"base_url": URL, "path": path, "created": True}
    return Entry(**fields | more)


def test_two_runs_share_it(tmp_path: Path) -> None:
    """Each takes out its own lines only, also where another one says the same."""
    path = tmp_path / "created.jsonl"
    one, two = Journal(path), Journal(path)
    mine, same, theirs = entry("/a"), entry("/a"), entry("/b")
    one.open(mine)
    two.open(theirs)
    two.open(same)
    one.replace(mine, changed := entry("/c"))
    assert [found.path for found in read_journal(path)] == ["/b", "/a", "/c"]
    one.close(changed)
    two.close(theirs)
    assert list(read_journal(path)) == [same]
    assert (path.stat().st_mode & 0o777) == 0o600


def test_many_processes_at_once(tmp_path: Path) -> None:
    """No line is lost, whoever writes when."""
    path = tmp_path / "created.jsonl"
    program = (
        "import sys; from pathlib import Path; from contract_suite.journal import Entry, Journal\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "for n in range(20):\n"
        "    entry = Entry(base_url='u', path=f'/{sys.argv[2]}/{n}', created=True)\n"
        "    journal.open(entry)\n"
        "    if n % 2: journal.close(entry)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.Popen([sys.executable, "-c", program, str(path), str(number)], env=environment)
        for number in range(4)
    ]
    assert [run.wait(60) for run in runs] == [0, 0, 0, 0]
    kept = sorted(found.path for found in read_journal(path))
    assert kept == sorted(f"/{number}/{n}" for number in range(4) for n in range(0, 20, 2))


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_line_stops_nothing(tmp_path: Path, line: str) -> None:
    """It is passed over, and stays as it is."""
    path = tmp_path / "created.jsonl"
    text = f"{line}\n{OTHER}\n"
    path.write_text(text, "utf-8", errors="surrogateescape")
    journal = Journal(path)
    journal.open(mine := entry("/a"))
    journal.close(mine)
    assert path.read_text("utf-8", errors="surrogateescape") == text
    assert clean_up(path, "http://elsewhere", "").left == ()


def test_lines_of_other_runs_are_kept(whole: Path, tmp_path: Path) -> None:
    """A run that creates and deletes something of the same kind takes nobody else's line out."""
    raw = load_document(whole)
    mobiles = {**raw, "paths": {path: found for path, found in raw["paths"].items() if path.startswith("/my/mobile")}}
    document = tmp_path / "openapi.yaml"
    document.write_text(dump_yaml(mobiles), "utf-8")
    journal = tmp_path / "created.jsonl"
    with serving(mobiles) as (url, server, key):
        line = json.dumps({"base_url": url, "path": "/my/mobile", "created": False})
        journal.write_text(f"{line}\n", "utf-8")
        run_tests(document, url, key, remote=True, allow=["write"], journal=journal, keyword="test_a_life")
        assert any(request.method == "DELETE" for request in server.received)
        assert journal.read_text("utf-8") == f"{line}\n"
        done = clean_up(journal, url, key)
    assert done.left == ("/my/mobile: a run was broken off while it created something here; look for it",)
    assert journal.read_text("utf-8") == f"{line}\n"


SENT = {"name": "Phone", "model": 3}


@pytest.mark.parametrize(
    ("listed", "deleted", "left"),
    [
        ([{"id": 1, "name": "Phone", "model": 3}], [], ""),
        ([{"id": 1}, {"id": 2, "name": "Phone", "model": 3}], ["/thing/2"], ""),
        ([{"id": 2, "name": "Another", "model": 3}], [], ""),
        ([{"id": 2, **SENT}, {"id": 3, **SENT}], [], "it may be 2, 3"),
        (None, [], "the list that shows it gives 500"),
    ],
    ids=["was there", "one that fits", "another's", "two that fit", "no list"],
)
def test_what_has_no_id_yet_is_looked_for(listed: Any, deleted: list[str], left: str) -> None:  # noqa: ANN401
    """One that wasn't there before and looks like what was sent is deleted, whoever's anything else may be."""
    sought = entry(
        "/thing", created=False, listing="/thing", delete="/thing/{}", keys=("id",), known=("1",), sent=SENT
    )  # fmt: skip
    asked: list[str] = []

    def fetch(method: str, path: str, _: object) -> tuple[int, Mapping[str, Any]]:
        if method == "DELETE":
            asked.append(path)
        return (500 if listed is None else 200), {"data": {"things": listed}}

    outcome = undo_left_behind(sought, fetch, lambda _: None)
    assert asked == deleted
    assert outcome.settled is not bool(left)
    assert left in outcome.left


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.03, 0.06, 0.1])
def test_a_killed_run_leaves_nothing(whole: Path, tmp_path: Path, moment: float) -> None:
    """Killed at some moment after its first creation began; then --clean-up: the server has what it had before."""
    from contract.kills import kill_and_clean_up  # noqa: PLC0415 - shared with the benchmark.

    assert kill_and_clean_up(whole, tmp_path, moment, command) == ""
