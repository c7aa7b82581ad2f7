"""A full disk, one that may only be read, a kill, two at once, another clock: all is whole, and the next run right."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from errno import ENOSPC, EROFS
from functools import partial
from pathlib import Path

import pytest

from docpact.cli import main
from docpact.files import read_folder

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state")
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system of its own, where there is one.


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, built."""
    root = tmp_path_factory.mktemp("built")
    for name in PAGES:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", root / "docs" / f"{name}.rst")
    shutil.copy(ROOT / "api_docs" / "conf.py", root / "docs" / "conf.py")
    (root / "docpact.toml").write_text('[docs]\nsource = "docs"\n')
    assert build(root) == 0
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """The project, copied, and edited since it was built."""
    shutil.copytree(built, tmp_path / "project")
    return edit(tmp_path / "project")


@pytest.fixture(scope="module")
def after(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a build of the edited project gives where nothing stands in its way."""
    root = tmp_path_factory.mktemp("after") / "project"
    shutil.copytree(built, root)
    assert build(edit(root)) == 0
    return read_folder(root)


def edit(root: Path) -> Path:
    """Change a parameter's type."""
    page = root / "docs" / "endpoints" / "lock" / "sync.rst"
    page.write_text(page.read_text("utf-8").replace("integer[] (optional)", "string[] (optional) "), "utf-8")
    return root


def build(root: Path, *arguments: str) -> int:
    """Build in this process."""
    return main(["build", "--config", str(root / "docpact.toml"), *arguments])


def start(root: Path, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Build in another process."""
    command = [sys.executable, "-m", "docpact", "build", "--config", str(root / "docpact.toml")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=prepare)  # noqa: PLW1509 - no thread runs.


def left_over(root: Path) -> list[str]:
    """What a run has left beside what it emits."""
    return [path.name for path in (*root.iterdir(), *(root / "spec").iterdir()) if path.name.startswith(".")]


@pytest.mark.parametrize("size", [10, 10_000])
def test_a_full_disk(project: Path, after: dict[str, str], size: int) -> None:
    """No file may be longer than that: the first that is longer stops the run, and nothing is another than before."""
    before = read_folder(project)
    assert max(map(len, before.values())) > size
    process = start(project, partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size)))
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    assert said.startswith("docpact: ")
    assert "Traceback" not in said
    assert read_folder(project) == before
    assert left_over(project) == []
    assert build(project) == 0
    assert read_folder(project) == after


def test_no_room_for_the_client_leaves_the_document_as_it_was(
    project: Path, after: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of it is on the disk before any of it is put in its place."""
    before = read_folder(project)

    def refuse(_source: Path, target: Path) -> None:
        target.write_text("half")
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", refuse)
        assert build(project) == 2
    said = f"docpact: {project / 'generated'}: cannot be written: No space left on device ("
    assert capsys.readouterr().err.startswith(said)
    assert read_folder(project) == before
    assert left_over(project) == []
    assert build(project) == 0
    assert read_folder(project) == after


def test_a_disk_that_may_only_be_read(
    built: Path, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is as it should be needs no writing; what isn't is said in one line."""
    for name in ("mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, partial(refuse_inside, (built, project), getattr(tempfile, name)))
    monkeypatch.setattr(os, "open", partial(refuse_new, (built, project), os.open))
    assert build(built) == build(built, "--check", "--no-cache") == 0
    before = read_folder(project)
    capsys.readouterr()
    assert build(project) == 2
    said = capsys.readouterr().err
    assert "spec/openapi.yaml: cannot be written: Read-only file system" in said
    assert len(said.splitlines()) == 1
    assert read_folder(project) == before


def refuse_new(
    roots: tuple[Path, ...], original: Callable[..., int], path: str | Path, flags: int, *args: int, **rest: int
) -> int:
    """Open no file inside those folders that isn't there yet."""
    if flags & os.O_CREAT and any(Path(path).is_relative_to(root) for root in roots):
        raise OSError(EROFS, os.strerror(EROFS))
    return original(path, flags, *args, **rest)


def refuse_inside(roots: tuple[Path, ...], original: Callable[..., object], *args: object, **rest: object) -> object:
    """Make no temporary file inside those folders."""
    folder = rest.get("dir")
    if isinstance(folder, Path) and any(folder.is_relative_to(root) for root in roots):
        raise OSError(EROFS, os.strerror(EROFS))
    return original(*args, **rest)


def test_two_runs_at_once(project: Path, after: dict[str, str]) -> None:
    """Each writes whole files and folders, and leaves nothing behind."""
    running = [start(project) for _ in range(3)]
    assert [process.communicate(timeout=120)[1] and process.returncode for process in running] == [0, 0, 0]
    assert read_folder(project) == after
    assert left_over(project) == []


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_kill_between_two_files(project: Path, after: dict[str, str], step: int) -> None:
    """Each file is an old or a new one, none is missing, and the next build removes what was staged."""
    before = read_folder(project)
    killed = (
        "import os, pathlib, signal, sys, itertools\n"
        "steps, replace = itertools.count(1), pathlib.Path.replace\n"
        "def kill(self, target):\n"
        f"    os.kill(os.getpid(), signal.SIGKILL) if next(steps) == {step} else replace(self, target)\n"
        "pathlib.Path.replace = kill\n"
        "from docpact.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    command = [sys.executable, "-c", killed, "build", "--config", str(project / "docpact.toml")]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False)
    assert done.returncode == -signal.SIGKILL
    found = read_folder(project)
    assert found.keys() >= before.keys() & after.keys()
    assert all(text in {before.get(name), after.get(name)} for name, text in found.items())
    assert left_over(project)
    assert build(project) == 0
    assert read_folder(project) == after
    assert left_over(project) == []


def test_what_another_run_has_staged_a_moment_ago_is_not_removed_by_a_run_of_another_kind(project: Path) -> None:
    """Only builds remove, and only what builds have staged; an editor's file of the same form stays."""
    others = [project / "spec" / name for name in (".docpact-abc", ".openapi.yaml.swp")]
    mine = project / "spec" / ".docpact-build-abc"
    for path in (*others, mine):
        path.write_text("half")
    assert build(project) == 0
    assert [path.exists() for path in (*others, mine)] == [True, True, False]


def test_clients_that_killed_runs_were_generating(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are removed after an hour: until then another project's build may be at work on one."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, recent = tmp_path / "docpact-client-old", tmp_path / "docpact-client-recent"
    for folder, seconds in ((old, 3700), (recent, 600)):
        (folder / "distribution").mkdir(parents=True)
        os.utime(folder, (time.time() - seconds,) * 2)
    assert build(project) == 0
    assert (old.exists(), recent.exists()) == (False, True)


def test_without_a_home_and_with_the_plainest_locale(project: Path, after: dict[str, str]) -> None:
    """The bytes are the same."""
    command = [sys.executable, "-m", "docpact", "build", "--config", str(project / "docpact.toml")]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "LC_ALL": "C"}
    environment |= {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "XDG_CACHE_HOME": str(project.parent / "cache")}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "1 operations, 4 schemas; 1 warning\n")
    assert read_folder(project) == after


def test_a_build_that_is_killed(project: Path, after: dict[str, str]) -> None:
    """Whenever that is, each file is an old or a new one, and the next build right."""
    before = read_folder(project)
    for delay in (0.3, 0.9, 1.5):
        process = start(project)
        try:
            process.communicate(timeout=delay)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        found = read_folder(project)
        assert all(text in {before.get(name), after.get(name)} for name, text in found.items())
    assert build(project) == 0
    assert read_folder(project) == after


@pytest.mark.parametrize("seconds", [0, 4_000_000_000])
def test_a_clock_that_was_set_back_or_ahead(project: Path, after: dict[str, str], seconds: int) -> None:
    """No time of a file means anything: the edit is seen, and what is fresh is fresh."""
    set_clock(project, seconds)
    assert build(project) == 0
    assert read_folder(project) == after
    set_clock(project, seconds)
    assert build(project, "--check") == 0


def set_clock(root: Path, seconds: int) -> None:
    """Give every file that time."""
    for path in root.rglob("*"):
        os.utime(path, (seconds, seconds))


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder on another file system than the temporary files'."""
    if not SHARED_MEMORY.is_dir() or SHARED_MEMORY.stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev:
        pytest.skip("needs two file systems")
    with tempfile.TemporaryDirectory(dir=SHARED_MEMORY) as name:
        yield Path(name)


def test_a_project_on_another_disk_than_the_temporary_files(
    built: Path, elsewhere: Path, after: dict[str, str]
) -> None:
    """A folder can't be renamed from one to the other."""
    root = elsewhere / "project"
    shutil.copytree(built, root)
    assert build(edit(root)) == 0
    assert read_folder(root) == after
