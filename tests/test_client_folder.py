"""The client's folder: nothing that a build didn't make is replaced or removed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docpact.cli import main
from docpact.client_folder import MARK, read_emitted
from docpact.files import read_folder

ROOT = Path(__file__).resolve().parents[1]
PAGE = "Things\n======\n\n.. code-block:: sh\n\n    GET https://api.example.com/api/v1/things\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one page, built."""
    root = tmp_path_factory.mktemp("built")
    (root / "docs" / "endpoints").mkdir(parents=True)
    (root / "docs" / "endpoints" / "things.rst").write_text(PAGE)
    configure(root, "out")
    assert build(root) == 0
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """The project, without what it emitted."""
    shutil.copytree(built, tmp_path / "project", ignore=shutil.ignore_patterns("out", "spec"))
    return tmp_path / "project"


@pytest.fixture
def emitted(built: Path, tmp_path: Path) -> Path:
    """The project with what it emitted."""
    shutil.copytree(built, tmp_path / "emitted")
    return tmp_path / "emitted"


def configure(root: Path, folder: str, more: str = "") -> None:
    """Name the client's folder."""
    (root / "docpact.toml").write_text(f'[docs]\nsource = "docs"\n{more}[client]\nfolder = "{folder}"\n')


def build(root: Path, *arguments: str) -> int:
    """Run the command."""
    return main(["build", "--config", str(root / "docpact.toml"), *arguments])


def everything(root: Path) -> dict[str, bytes]:
    """Return every file below the folder, hidden ones too."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_every_file_of_a_client_is_marked(built: Path) -> None:
    """So that the next build knows its own files: on the first line, or by being empty as the language wants it."""
    files = read_folder(built / "out")
    assert len(files) > 20
    assert read_emitted(built / "out") == files
    assert [name for name, text in files.items() if MARK.decode() not in text.partition("\n")[0]] == [
        "api_client/py.typed"
    ]


@pytest.mark.parametrize("check", [False, True])
@pytest.mark.parametrize("theirs", ["mine.py", "pyproject.toml", "deep/mine.py", "README.md"])
def test_a_folder_of_somebody_else_is_refused(
    theirs: str, *, check: bool, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one line that names the file, and nothing is touched."""
    configure(project, "src")
    (project / "src" / theirs).parent.mkdir(parents=True)
    (project / "src" / theirs).write_text("precious\n")
    before = everything(project)
    assert build(project, *(["--check"] if check else [])) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "holds files that docpact build didn't make" in said[0]
    assert theirs.rpartition("/")[2] in said[0]
    assert everything(project) == before


@pytest.mark.parametrize(
    ("folder", "more", "said"),
    [
        (".", "", "not inside the project"),
        ("..", "", "not inside the project"),
        ("../victim", "", "not inside the project"),
        ("docs/../../victim", "", "not inside the project"),
        ("/tmp/victim", "", "not inside the project"),  # noqa: S108 - a path that is refused.
        ("link", "", "not inside the project"),
        ("docs", "", "the pages' folder `docs` is in it"),
        ("spec", "", "the document `spec/openapi.yaml` is in it"),
        ("a", '[spec]\nbase = "a/b/base.yaml"\n', "the base document `a/b/base.yaml` is in it"),
        ("a", '[spec]\noverlays = "a/overlays"\n', "the overlays' folder `a/overlays` is in it"),
        ("a", '[spec]\ndiagnostics = "a/found.txt"\n', "the list of diagnostics `a/found.txt` is in it"),
    ],
)
def test_a_place_that_is_not_the_clients_own_is_refused(
    folder: str, more: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside of the project, or around anything that is configured; nothing is touched."""
    victim = project.parent / "victim"
    victim.mkdir()
    (project / "link").symlink_to(victim)
    configure(project, folder, more)
    before = everything(project.parent)
    assert build(project) == 2
    line = capsys.readouterr().err
    assert f"`folder` cannot be `{folder}`" in line
    assert said in line
    assert everything(project.parent) == before


def test_hidden_and_unknown_files_stay(emitted: Path) -> None:
    """Whatever a person keeps beside the client, also where the client changes and a module goes."""
    kept = {
        "mine.py": "a = 1\n",
        ".env": "secret\n",
        ".git/HEAD": "x\n",
        "api_client/notes.txt": "n\n",
        "api_client/own.py": "",
    }
    for name, text in kept.items():
        (emitted / "out" / name).parent.mkdir(exist_ok=True)
        (emitted / "out" / name).write_text(text)
    assert build(emitted, "--check") == 0
    page = emitted / "docs" / "endpoints" / "things.rst"
    page.write_text(page.read_text().replace("/things", "/others"))
    page.rename(page.with_name("others.rst"))
    assert build(emitted, "--check") == 1
    before = set(read_emitted(emitted / "out"))
    assert build(emitted, "--accept") == 0
    assert before - set(read_emitted(emitted / "out"))
    assert {name: (emitted / "out" / name).read_text() for name in kept} == kept
    assert build(emitted, "--check") == 0


def test_hidden_files_alone_are_nobodys_client(project: Path) -> None:
    """A folder that is kept in git by a hidden file is empty."""
    (project / "out").mkdir()
    (project / "out" / ".gitkeep").write_text("")
    assert build(project) == 0
    assert (project / "out" / ".gitkeep").exists()
    assert build(project, "--check") == 0


def test_a_package_of_another_name_takes_the_old_ones_place(emitted: Path) -> None:
    """All of the old package is ours, with what Python has cached of it."""
    cached = emitted / "out" / "api_client" / "__pycache__"
    cached.mkdir()
    (cached / "x.pyc").write_text("")
    text = (emitted / "docpact.toml").read_text()
    (emitted / "docpact.toml").write_text(f'{text}package = "other"\n')
    assert build(emitted) == 0
    assert sorted(path.name for path in (emitted / "out").iterdir()) == ["README.md", "other", "pyproject.toml"]


def test_a_link_inside_the_client_is_not_followed(emitted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it leads to is not the client's; the run says so before it puts anything."""
    victim = emitted.parent / "victim"
    shutil.move(emitted / "out" / "api_client", victim)
    (emitted / "out" / "api_client").symlink_to(victim)
    (victim / "client.py").write_text("theirs")
    before = everything(emitted.parent)
    assert build(emitted) == 2
    assert "is a link that leads elsewhere" in capsys.readouterr().err
    assert everything(emitted.parent) == before


def test_unchanged_files_are_not_written_again(emitted: Path) -> None:
    """Editors and type checkers look at the times of files."""
    readme = emitted / "out" / "README.md"
    times = {path: path.stat().st_mtime_ns for path in (emitted / "out").rglob("*.py")}
    readme.write_text("edited\n")
    assert build(emitted) == 0
    assert readme.read_text() != "edited\n"
    assert {path: path.stat().st_mtime_ns for path in (emitted / "out").rglob("*.py")} == times
