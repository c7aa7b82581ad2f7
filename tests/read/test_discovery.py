"""Which files are pages, and what is said of the others."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from docpact.diagnostics import Diagnostic
from docpact.read import read_trees
from docpact.read.context import TreeSettings
from docpact.read.patterns import is_excluded
from docpact.read.sections import read_sections
from docpact.read.time_limit import PageTimeoutError, time_limit


@pytest.mark.parametrize(
    ("patterns", "excluded"),
    [
        (["_build"], set()),
        (["drafts"], {"drafts/a.rst", "drafts/deep/b.rst"}),
        (["drafts/*.rst"], {"drafts/a.rst"}),
        (["**/b.rst"], {"b.rst", "drafts/deep/b.rst"}),
        (["dr?fts/**/b.*"], {"drafts/deep/b.rst"}),
        (["*"], {"b.rst", "drafts/a.rst", "drafts/deep/b.rst"}),
        (["**/" * 30 + "x"], set()),
    ],
)
def test_patterns_mean_what_they_mean_to_sphinx(patterns: list[str], excluded: set[str]) -> None:
    """A star stays in its folder, two cross folders, and an excluded folder takes all that is in it along."""
    assert {path for path in ("b.rst", "drafts/a.rst", "drafts/deep/b.rst") if is_excluded(path, patterns)} == excluded


def test_conf_says_what_is_a_page(tmp_path: Path, found: list[Diagnostic]) -> None:
    """By suffix and by pattern; what is excluded may be included."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "a.txt").write_text("A\n=\n\n.. include:: parts/b.rst\n")
    (tmp_path / "parts" / "b.rst").write_text("B\n=\n")
    (tmp_path / "c.rst").write_text("C\n=\n")
    (tmp_path / "d.md").write_text("D\n")
    (tmp_path / "conf.py").write_text("source_suffix = ['.rst', '.txt']\nexclude_patterns = ['parts']\n")
    tree = read_trees([tmp_path], {}, found.append)
    assert {name: [one.title for one in page.sections] for name, page in tree.pages.items()} == {
        "a": ["A", "B"], "c": ["C"],
    }  # fmt: skip
    assert sorted(tree.files) == ["a.txt", "c.rst", "conf.py", "d.md", "parts/b.rst"]
    assert not found


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder with files that are none."""
    root = tmp_path / "docs"
    root.mkdir()
    (root / "a.rst").write_text("A\n=\n")
    return root


def test_what_is_no_file_is_passed_over_with_a_line(strange: Path, found: list[Diagnostic], tmp_path: Path) -> None:
    """Nothing of it is opened: a pipe would never answer, a device never end."""
    os.mkfifo(strange / "pipe.rst")
    os.mkfifo(strange / "pipe.png")
    (strange / "loop.rst").symlink_to("loop.rst")
    (tmp_path / "outside.rst").write_text("O\n=\n")
    (strange / "link.rst").symlink_to(tmp_path / "outside.rst")
    (strange / "inside.rst").symlink_to("a.rst")
    (strange / "conf.py").symlink_to("/dev/zero")
    with (strange / "large.rst").open("wb") as stream:
        stream.truncate(10 * 1024**3)
    (strange / os.fsdecode(b"\xff.rst")).write_text("F\n=\n")
    tree = read_trees([strange], {}, found.append)
    assert list(tree.pages) == ["a", "inside"]
    assert {d.code for d in found} == {"page-unreadable"}
    assert sorted((d.origin.path, d.message.split(";")[0]) for d in found) == [
        ("\\udcff.rst", "has a name that is not UTF-8"),
        ("conf.py", "is a link that leads out of the documentation folder"),
        ("large.rst", "has 10,737,418,240 bytes"),
        ("link.rst", "is a link that leads out of the documentation folder"),
        ("loop.rst", "cannot be read: Too many levels of symbolic links"),
        ("pipe.rst", "is no regular file"),
    ]


def test_folders_may_be_deeper_than_recursion(strange: Path, found: list[Diagnostic]) -> None:
    """The walk has no depth of its own."""
    depth = sys.getrecursionlimit() + 100
    here = Path.cwd()
    try:
        os.chdir(strange)
        for _ in range(depth):
            Path("d").mkdir()
            os.chdir("d")
        Path("b.rst").write_text("B\n=\n")
        assert len(read_trees([strange], {}, found.append).pages) == 2
        # Removed from below: what removes whole trees goes down by recursion.
        Path("b.rst").unlink()
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()
    finally:
        os.chdir(here)


def test_a_page_that_grows_by_its_names_is_left_out(strange: Path, found: list[Diagnostic]) -> None:
    """The size counts after they are replaced, and before that is done."""
    (strange / "b.rst").write_text("|n| " * 1000)
    tree = read_trees([strange], {"n": "x" * 10_000}, found.append)
    assert list(tree.pages) == ["a"]
    assert [(d.code, d.origin.path) for d in found] == [("page-unreadable", "b.rst")]


# Where the signal comes while Python frees an object, Python says that it ignores the exception; the next one counts.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_has_so_much_time(monkeypatch: pytest.MonkeyPatch, found: list[Diagnostic]) -> None:
    """What takes longer is cut off and reported; the next page has its own time."""
    slow = "\n\n".join(" ".join(["`a"] * 1000) for _ in range(200))
    monkeypatch.setattr("docpact.read.sections.time_limit", lambda: time_limit(0.2))
    begin = time.process_time()
    assert read_sections(slow, "slow.rst", TreeSettings(), found.append).sections is None
    assert time.process_time() - begin < 5
    assert (found[-1].code, found[-1].origin.path) == ("page-unreadable", "slow.rst")
    assert read_sections("Quick\n=====\n", "quick.rst", TreeSettings(), found.append).sections is not None


def spin() -> None:
    """Never return of its own accord."""
    with time_limit(0.05):
        while True:
            pass


def test_the_time_limit_is_given_back() -> None:
    """Signals are the process's, not ours."""
    import signal  # noqa: PLC0415 - as the limit itself does.

    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(PageTimeoutError):
        spin()
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
