"""What is kept from earlier runs is never stale, and never in the way."""

# ruff: noqa: E501 - what is written into files stands on one line.
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import MutableMapping, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docpact import cache as cache_module
from docpact import pipeline
from docpact.cache import FOLDER, LIBRARIES, Cache, as_json, library_versions
from docpact.cli import main
from docpact.config import Config, load_config
from docpact.extraction import Extraction
from docpact.pipeline import extract
from docpact.read.context import TreeSettings
from docpact.read.many import SourceText
from docpact.read.stored import PageReading

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
    "the base document": ("base.yaml", "title: Locks", "title: Doors"),
    "an overlay": ("overlays/a.yaml", "summary: one", "summary: two"),
    "the configuration": ("docpact.toml", "[spec]", '[safety]\nphysical = ["GET /*"]\n[spec]'),
}
MOVES = ("a new page", "a page less", "a damaged cache", "no cache", "a cut cache", "an older clock", "nothing")


def make_project(root: Path) -> Path:
    """Write a small project."""
    for name in PAGES:
        target = root / "docs" / f"{name}.rst"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", target)
    shutil.copy(ROOT / "api_docs" / "conf.py", root / "docs" / "conf.py")
    (root / "docpact.toml").write_text(CONFIG)
    (root / "base.yaml").write_text(BASE)
    (root / "overlays").mkdir()
    (root / "overlays" / "a.yaml").write_text(OVERLAY % ("a reason", "one"))
    return root


def run(root: Path, *, cached: bool) -> Extraction:
    """Extract the project."""
    config = load_config(root / "docpact.toml")
    cache = Cache(root / "openapi.yaml") if cached else None
    extraction = extract([config.path("docs")], config, cache)
    if cache:
        cache.flush()
    return extraction


def edit(root: Path, step: str) -> None:
    """Do one thing to the project."""
    kept = sorted((root / FOLDER).glob("openapi.yaml.*")) if (root / FOLDER).is_dir() else []
    if step in EDITS:
        name, old, new = EDITS[step]
        text = (root / name).read_text("utf-8")
        assert old in text or new in text
        (root / name).write_text(text.replace(old, new) if new not in text else text.replace(new, old), "utf-8")
    elif step == "a new page":
        (root / "docs" / "enums" / "more.rst").write_text(
            "More\n====\n\n====== ====\nNumber Name\n====== ====\n1      One\n====== ====\n"
        )
    elif step == "a page less":
        (root / "docs" / "enums" / "more.rst").unlink(missing_ok=True)
    elif step == "no cache":
        shutil.rmtree(root / FOLDER, ignore_errors=True)
    elif step == "an older clock":
        for path in root.rglob("*"):
            os.utime(path, (0, 0))
    for path in kept:
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
    original = pipeline.make_extraction

    def slow(roots: Sequence[Path], config: Config, known: MutableMapping[str, str] | None) -> Extraction:
        edit(root, "a page")
        return original(roots, config, known)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "make_extraction", slow)
        assert run(root, cached=True) != before
    edit(root, "a page")
    assert run(root, cached=True) == before


def test_another_tool_has_another_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older version kept is not what this one would make."""
    root = make_project(tmp_path)
    run(root, cached=True)
    monkeypatch.setattr("docpact.pipeline.tool_fingerprint", lambda: "another")
    cache = Cache(root / "openapi.yaml")
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


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    """A file stands in the folder's place, as a read-only disk would."""
    root = make_project(tmp_path)
    (root / FOLDER).write_text("")
    assert run(root, cached=True) == run(root, cached=False)
    assert (root / FOLDER).read_text() == ""


def test_a_cache_is_not_committed_and_can_be_switched_off(tmp_path: Path) -> None:
    """It ignores itself; `--no-cache` leaves none."""
    root = make_project(tmp_path)
    assert main(["extract", str(root / "docs"), "-q", "--no-cache", "-o", str(root / "openapi.yaml")]) == 0
    assert not (root / FOLDER).exists()
    assert main(["extract", str(root / "docs"), "-q", "-o", str(root / "openapi.yaml")]) == 0
    assert (root / FOLDER / ".gitignore").read_text().endswith("*\n")


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


def test_the_libraries_versions_are_those_installed() -> None:
    """What is read from the names of folders is what `importlib.metadata` says, and none is missing."""
    assert library_versions() == {name: version(name) for name in LIBRARIES}
