"""How far a run is: one line on a terminal, nothing elsewhere."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docpact.contract.progress import Progress, ProgressReader, format_progress

COMMAND = [sys.executable, "-m", "docpact", "check", "--quick", "-k", "test_access"]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, " 25%, 1200 requests, 2 failures, 3:00 left"),
        (43, " 25%, 1200 requests, 2 failures, 3:00 left"),
        (40, " 25%, 1200 requests, 2 failures"),
        (20, " 25%, 1200 requests"),
        (3, " 25"),
    ],
)
def test_the_line_fits(width: int, line: str) -> None:
    """What matters least is left out first: the time that is left, then failures."""
    progress = Progress(done=5, total=20, requests=1200, failures=2, seconds=60)
    assert format_progress(progress, width) == line


def test_nothing_is_known_at_first() -> None:
    """Neither a part nor a time."""
    assert (
        format_progress(Progress(done=0, total=0, requests=0, failures=1, seconds=9), 80)
        == "  0%, 0 requests, 1 failure"
    )


def test_processes_are_counted_together() -> None:
    """Other lines of theirs are said as they are."""
    shown: list[Progress] = []
    said: list[str] = []
    reader = ProgressReader(shown.append, said.append)
    reader.read(1, ["· 1/4 test_a[GET /x (y)] (3 requests, 0 failures)\n", "· waiting 30 s: GET /a gives 429\n"])
    reader.read(2, ["· 2/4 test_b (5 requests, 1 failures)\n"])
    assert [(p.done, p.total, p.requests, p.failures) for p in shown] == [(1, 4, 3, 0), (3, 8, 8, 1)]
    assert said == ["· waiting 30 s: GET /a gives 429"]


@pytest.mark.parametrize("columns", [44, 120])
def test_a_terminal_has_one_line_that_is_gone_afterwards(columns: int, path: Path, tmp_path: Path) -> None:
    """Never longer than the terminal is wide; without colour where NO_COLOR is set."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    environment |= {"COLUMNS": str(columns), "NO_COLOR": "1", "XDG_STATE_HOME": str(tmp_path)}
    with subprocess.Popen(
        [*COMMAND, "--document", str(path)], env=environment, stderr=theirs, stdout=subprocess.DEVNULL
    ):
        os.close(theirs)
        written = b""
        while True:
            try:
                chunk = os.read(ours, 4096)
            except OSError:  # The other end is closed, as Linux says it.
                break
            if not chunk:
                break
            written += chunk
        os.close(ours)
    parts = [part for part in written.decode().split("\r") if part.strip()]
    assert all(len(part) < columns for part in parts)
    assert re.search(r"^ *\d+%, \d+ requests, 0 failures", parts[0])
    assert "\x1b" not in written.decode()
    assert "\n" not in written.decode()
    assert written.endswith(b"\r")


@pytest.mark.parametrize("given", [{"CI": "1"}, {}])
def test_nothing_is_written_in_ci_or_into_a_file(given: dict[str, str], path: Path, tmp_path: Path) -> None:
    """Only the report."""
    environment = {**os.environ, **given, "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run(
        [*COMMAND, "--document", str(path)], env=environment, capture_output=True, text=True, check=False
    )
    assert "operations" in done.stdout
    assert not done.stderr
