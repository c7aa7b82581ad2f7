"""What is kept from earlier runs is never stale, and never in the way."""

# ruff: noqa: E501 - what is written into files stands on one line.
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import MutableMapping, Sequence
from importlib.metadata import packages_distributions
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docpact import cache as cache_module
from docpact import pipeline
from docpact.cache import LIBRARIES, Cache, as_json, library_version, open_cache
from docpact.cached import extract_cached
from docpact.cli import main
from docpact.config import Config, load_config
from docpact.extraction import Extraction
from docpact.read.context import TreeSettings
from docpact.read.many import SourceText
from docpact.read.stored import PageReading
from test_layers import PACKAGE, imports

ROOT = Path(__file__).resolve().parents[2]
CONFIG = '[docs]\nsource = "docs"\n[spec]\nbase = "base.yaml"\noverlays = "overlays"\n'
BASE = "info: {title: Locks, version: '1'}\n"
OVERLAY = "overlay: 1.0.0\ninfo: {title: a, version: '1'}\nactions:\n- target: $.info\n  description: %s\n  update: {summary: %s}\n"
PAGES = ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state")
# One edit of each thing that an extraction depends on: file, what stands there, what comes instead.
EDITS: dict[str, tuple[str, str, str]] = {
    "a page": ("docs/endpoints/lock/sync.rst", "Sync", "Synch"),
    "another page": ("docs/enums/lock-state.rst", "Locked", "Shut"),
    "conf.py": ("docs/conf.py", "v37", "v38"),
    "an included file": ("docs/parts/note.txt", "Doors", "Gates"),
    "a file that an included file includes": ("docs/parts/deep.txt", "shut", "locked"),
    "the base document": ("base.yaml", "title: Locks", "title: Doors"),
    "an overlay": ("overlays/a.yaml", "summary: one", "summary: two"),
    "the configuration": ("docpact.toml", "[spec]", '[safety]\nphysical = ["GET /*"]\n[spec]'),
}
MOVES = (
    "a new page",
    "a page less",
    "an included file less",
    "a damaged cache",
    "no cache",
    "a cut cache",
    "an older clock",
    "nothing",
)


def make_project(root: Path) -> Path:
    """Write a small project."""
    for name in PAGES:
        target = root / "docs" / f"{name}.rst"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", target)
    shutil.copy(ROOT / "api_docs" / "conf.py", root / "docs" / "conf.py")
    page = root / "docs" / "endpoints" / "lock" / "sync.rst"
    page.write_text(page.read_text("utf-8").replace("\n\n", "\n\n.. include:: ../../parts/note.txt\n\n", 1), "utf-8")
    (root / "docs" / "parts").mkdir()
    (root / "docs" / "parts" / "note.txt").write_text("Doors of a house.\n\n.. include:: deep.txt\n")
    (root / "docs" / "parts" / "deep.txt").write_text("They may be shut.\n")
    (root / "docpact.toml").write_text(CONFIG)
    (root / "base.yaml").write_text(BASE)
    (root / "overlays").mkdir()
    (root / "overlays" / "a.yaml").write_text(OVERLAY % ("a reason", "one"))
    return root


def run(root: Path, *, cached: bool) -> Extraction:
    """Extract the project."""
    config = load_config(root / "docpact.toml")
    return extract_cached([config.path("docs")], config, find_cache(root) if cached else None)


def find_cache(root: Path) -> Cache:
    """Return the project's cache."""
    cache = open_cache(load_config(root / "docpact.toml"), [root / "docs"])
    assert cache is not None
    return cache


def edit(root: Path, step: str) -> None:
    """Do one thing to the project."""
    folder = find_cache(root).folder
    kept = sorted(folder.iterdir()) if folder.is_dir() else []
    if step in EDITS:
        name, old, new = EDITS[step]
        text = (root / name).read_text("utf-8") if (root / name).exists() else old
        assert old in text or new in text
        (root / name).write_text(text.replace(old, new) if new not in text else text.replace(new, old), "utf-8")
    elif step == "a new page":
        (root / "docs" / "enums" / "more.rst").write_text(
            "More\n====\n\n====== ====\nNumber Name\n====== ====\n1      One\n====== ====\n"
        )
    elif step == "a page less":
        (root / "docs" / "enums" / "more.rst").unlink(missing_ok=True)
    elif step == "an included file less":
        (root / "docs" / "parts" / "deep.txt").unlink(missing_ok=True)
    elif step == "no cache":
        shutil.rmtree(folder, ignore_errors=True)
    elif step == "an older clock":
        for path in (*root.rglob("*"), *kept):
            os.utime(path, (0, 0))
    for path in kept:
        damage(path, step)


def damage(path: Path, step: str) -> None:
    """Damage one entry of the cache, if the step is such a one."""
    raw = path.read_bytes() if path.exists() else b""
    if step == "a damaged cache":
        path.write_bytes(raw[: len(raw) // 2] + b"\xff" + raw[len(raw) // 2 + 1 :])
    elif step == "a cut cache":
        path.write_bytes(raw[: len(raw) // 3])


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([*EDITS, *MOVES]), min_size=1, max_size=6))
def test_a_cache_is_never_stale(steps: list[str]) -> None:
    """Whatever is done in whatever order, a run with a cache gives what a run without one gives."""
    with TemporaryDirectory() as name:
        root = make_project(Path(name))
        run(root, cached=True)
        for step in steps:
            edit(root, step)
            assert run(root, cached=True) == run(root, cached=False), step


@pytest.mark.parametrize("step", EDITS)
def test_every_edit_is_seen(tmp_path: Path, step: str) -> None:
    """Each of them changes what is extracted, so that the property above means something."""
    root = make_project(tmp_path)
    before = run(root, cached=True)
    edit(root, step)
    assert run(root, cached=True) != before


def test_an_unchanged_tree_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is a page that didn't change where another did."""
    root = make_project(tmp_path)
    first = run(root, cached=True)
    read: list[str] = []
    from docpact.read import tree  # noqa: PLC0415 - what is watched is the module's own name.

    original = tree.read_page

    def watched(source: SourceText, settings: TreeSettings) -> PageReading:
        read.append(source.path)
        return original(source, settings)

    monkeypatch.setattr(tree, "read_page", watched)
    assert run(root, cached=True) == first
    assert read == []
    edit(root, "a page")
    run(root, cached=True)
    assert read == ["endpoints/lock/sync.rst"]


def test_what_is_saved_during_a_run_is_not_taken_for_what_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is saved after the run has looked at it and before it is read; then the edit is taken back."""
    root = make_project(tmp_path)
    before = run(root, cached=False)
    original = pipeline.extract

    def slow(roots: Sequence[Path], config: Config, known: MutableMapping[str, str] | None) -> Extraction:
        edit(root, "a page")
        return original(roots, config, known)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "extract", slow)
        assert run(root, cached=True) != before
    edit(root, "a page")
    assert run(root, cached=True) == before


def test_an_included_file_that_is_saved_during_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry names what was read, so it isn't used for what is there now."""
    root = make_project(tmp_path)
    original = pipeline.extract

    def slow(roots: Sequence[Path], config: Config, known: MutableMapping[str, str] | None) -> Extraction:
        extraction = original(roots, config, known)
        edit(root, "an included file")
        return extraction

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "extract", slow)
        run(root, cached=True)
    assert run(root, cached=True) == run(root, cached=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_page_that_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    """Looking for what has changed opens no pipe; a page that became one is another page."""
    root = make_project(tmp_path)
    before = run(root, cached=True)
    page = root / "docs" / "enums" / "more.rst"
    os.mkfifo(page)
    piped = run(root, cached=True)
    assert "page-unreadable" in {diagnostic.code for diagnostic in piped.diagnostics}
    assert piped == run(root, cached=False)
    page.unlink()
    assert run(root, cached=True) == before


def test_another_tool_has_another_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older version kept is not what this one would make."""
    root = make_project(tmp_path)
    run(root, cached=True)
    monkeypatch.setattr("docpact.cached.tool_fingerprint", lambda: "another")
    cache = find_cache(root)
    assert cache.load_lines("pages", "another") == {}
    assert run(root, cached=True) == run(root, cached=False)
    assert len(cache.load_lines("pages", "another")) == len(PAGES)


def test_the_tool_is_known_by_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two states of the code with one version number are two tools."""
    (tmp_path / "a.py").write_text("1")
    monkeypatch.setattr(cache_module, "__file__", str(tmp_path / "cache.py"))
    cache_module.tool_fingerprint.cache_clear()
    before = cache_module.tool_fingerprint()
    (tmp_path / "a.py").write_text("2")
    cache_module.tool_fingerprint.cache_clear()
    assert cache_module.tool_fingerprint() != before
    cache_module.tool_fingerprint.cache_clear()


def test_a_cache_that_cannot_be_written_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file stands in the folder's place, as a read-only disk would: nothing is stored, and nothing is said."""
    root = make_project(tmp_path / "project")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "cache").write_text("")
    assert main(["extract", str(root / "docs"), "-q", "-o", str(root / "openapi.yaml")]) == 0
    assert capsys.readouterr().err == "1 operations, 4 schemas; 1 warning\n"
    assert (tmp_path / "cache").read_text() == ""


def test_a_cache_is_private_and_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else can read or write it, nothing of it is in the project; `--no-cache` leaves none."""
    root = make_project(tmp_path / "project")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = ["extract", str(root / "docs"), "-q", "-o", str(root / "openapi.yaml")]
    assert main([*command, "--no-cache"]) == 0
    assert not (tmp_path / "cache").exists()
    before = sorted(root.rglob("*"))
    assert main(command) == 0
    assert sorted(root.rglob("*")) == before
    kept = list((tmp_path / "cache" / "docpact" / "extractions").rglob("*"))
    assert {path.name for path in kept if path.is_file()} == {"extraction", "pages"}
    assert not [path for path in kept if path.stat().st_mode & 0o077]


def test_what_was_not_stored_lately_is_removed(tmp_path: Path, cache_home: Path) -> None:
    """Another checkout's entries, and a file that a killed run has left; not those of this week."""
    root = make_project(tmp_path)
    run(root, cached=True)
    old, recent = cache_home / "old", cache_home / "recent"
    for folder, days in ((old, 31), (recent, 7)):
        folder.mkdir()
        (folder / "pages").write_text("")
        os.utime(folder, (time.time() - days * 86400,) * 2)
    left = find_cache(root).folder / "tmpabc"
    left.write_text("half a p")
    os.utime(left, (0, 0))
    edit(root, "a page")
    run(root, cached=True)
    assert not old.exists()
    assert recent.exists()
    assert not left.exists()


def test_pages_as_they_were_before_do_not_pile_up(tmp_path: Path) -> None:
    """After some edits everything is read once, and only what there is now is stored."""
    root = make_project(tmp_path)
    page = root / "docs" / "enums" / "lock-state.rst"
    text = page.read_text("utf-8")
    for number in range(5 * len(PAGES)):
        page.write_text(f"{text}\nEdited {number} times.\n", "utf-8")
        run(root, cached=True)
        stored = find_cache(root).load_lines("pages", cache_module.tool_fingerprint())
        assert len(stored) <= 2 * len(PAGES) + 1


def test_several_runs_at_once(tmp_path: Path) -> None:
    """Each writes whole entries, and the document is that of a run alone."""
    root = make_project(tmp_path)
    text = run(root, cached=False).text
    command = [sys.executable, "-m", "docpact", "extract", str(root / "docs"), "-q", "-o", str(root / "openapi.yaml")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert (root / "openapi.yaml").read_text("utf-8") == text
    assert run(root, cached=True).text == text


def test_a_run_that_is_killed_leaves_the_last_state(tmp_path: Path) -> None:
    """Wherever it is interrupted, what stands there is whole, and the next run is right."""
    root = make_project(tmp_path)
    run(root, cached=True)
    target = root / "openapi.yaml"
    target.write_text("the last state\n")
    command = [sys.executable, "-m", "docpact", "extract", str(root / "docs"), "-q", "--no-cache", "-o", str(target)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    whole = {"the last state\n", run(root, cached=False).text}
    for delay in (0.05, 0.2, 0.4):
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert target.read_text("utf-8") in whole


@pytest.mark.parametrize("value", [{1: "a"}, {"a": (1,)}, {"a": {2: 3}}, {"a": {"b"}}, {"a": float("nan")}])
def test_what_json_would_change_is_not_kept(value: object) -> None:
    """A base document may have keys that are numbers."""
    assert as_json(value) is None
    assert as_json({"a": [1, 2.5, None, True, "漢"]}) is not None


def test_every_library_that_makes_the_output_is_named() -> None:
    """A document of another version of docutils is another document; one that isn't installed is no failure."""
    places = ("read", "dialects", "model", "emit", "client/generate.py", "client/prepare.py")
    files = [
        path
        for place in places
        for path in ((PACKAGE / place).rglob("*.py") if "." not in place else [PACKAGE / place])
    ]
    used = {name.split(".")[0] for path in files for name in imports(path)} - sys.stdlib_module_names - {"docpact"}
    distributions = packages_distributions()
    assert {re.sub(r"[-_.]+", "-", distributions[name][0]).lower() for name in used} <= set(LIBRARIES)
    assert all(map(library_version, LIBRARIES))
    assert library_version("not-a-distribution-of-anybody") == ""
