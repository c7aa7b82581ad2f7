"""The first commands: `init` looks at a project and writes what a build needs; `doctor` counts what is read."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from docpact.cli import main
from docpact.config import load_config
from docpact.start.install import find_requirement

Tree = Callable[[Mapping[str, str]], Path]

BOATS = """
    Boats
    =====

    .. http:get:: /boats

       All boats of the harbour.

       :query int limit: how many at most
       :>jsonarr int id: the boat's number
       :>jsonarr string name: the boat's name
       :status 200: fine

    .. http:get:: /boats/(int:boat_id)

       One boat.

       :>json int id: the boat's number
       :>json string name: the boat's name
       :status 200: fine

    .. http:post:: /boats

       Registers a boat.

       :<json string name: the boat's name
       :status 201: registered

    .. http:delete:: /boats/(int:boat_id)

       Takes a boat off the list.

       :status 204: done
"""
BERTHS = """
    Berths
    ======

    List berths
    -----------

    ::

        GET /berths

    .. list-table:: Response
       :header-rows: 1

       * - Name
         - Type
         - Description
       * - number
         - integer
         - where it is

    Reserve a berth
    ---------------

    ::

        POST /berths/{number}/reservations

    .. list-table:: Request body
       :header-rows: 1

       * - Name
         - Type
         - Description
       * - boat
         - integer
         - which boat

    Free a berth
    ------------

    ::

        DELETE /berths/{number}/reservations

    Answers ``204 No Content``.
"""
TIDES = """
    .. rest_expand_all::

    =====
    Tides
    =====

    Show the tides
    ==============

    .. rest_method:: GET /tides

    What the water does today.

    Normal response codes: 200
"""
START = """
    Getting started
    ===============

    The base URL is https://harbour.example/v1. Send your key in ``X-Harbour-Api-Key: KEY``.
"""
PAGES = {
    "conf.py": 'project = "Harbour API"\nrelease = "2.3"\n',
    "index.rst": "Harbour\n=======\n",
    "start.rst": START,
    "boats.rst": BOATS,
    "berths.rst": BERTHS,
    "tides.rst": TIDES,
}


@pytest.fixture
def project(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with eight operations, written in three ways, and pages that aren't the API's."""
    tree(PAGES)
    (tmp_path / "README.rst").write_text("Harbour\n=======\n")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "todo.rst").write_text("To do\n=====\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_reports_what_it_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages, operations by dialect, title and version, server and key, each with its place."""
    assert main(["init", str(project)]) == 0
    said = capsys.readouterr().out
    assert "pages       5 in " in said
    assert "operations  8: 4 by httpdomain, 1 by os-api-ref, 3 by sections\n" in said
    assert "title       Harbour API 2.3\n" in said
    assert "server      https://harbour.example/v1 (docs/start.rst:4)\n" in said
    assert "key         X-Harbour-Api-Key (docs/start.rst:4)\n" in said


def test_what_init_writes_builds_and_stays_green(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build, the freshness check and the check for new diagnostics run with the files as they were written."""
    assert main(["init"]) == 0
    assert tomllib.loads((project / "docpact.toml").read_text())["docs"]["source"] == "docs"
    assert main(["build"]) == 0
    document = yaml.safe_load((project / "spec" / "openapi.yaml").read_text())
    assert document["info"] == {"title": "Harbour API", "version": "2.3"}
    assert document["servers"] == [{"url": "https://harbour.example/v1"}]
    scheme = {"type": "apiKey", "in": "header", "name": "X-Harbour-Api-Key"}
    assert document["components"]["securitySchemes"] == {"XHarbourApiKey": scheme}
    assert (project / "generated" / "harbour_client").is_dir()
    workflow = yaml.safe_load((project / ".github" / "workflows" / "docpact.yml").read_text())
    steps = [step["run"] for step in workflow["jobs"]["documentation"]["steps"] if "run" in step]
    assert steps[0].startswith('python -m pip install "docpact[client] @ git+https://')
    hooks = yaml.safe_load((project / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    for command in (*steps[1:], *(hook["entry"] for hook in hooks)):
        assert main(command.split()[1:]) == 0, command
    capsys.readouterr()


def test_init_overwrites_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files that are there stay as they are, byte by byte; what to add to the hooks is printed."""
    (project / "docpact.toml").write_text("# mine\n")
    (project / ".pre-commit-config.yaml").write_text("repos: []\n")
    assert main(["init"]) == 0
    assert (project / "docpact.toml").read_text() == "# mine\n"
    assert (project / ".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert not (project / "spec").exists(), "a base document that no configuration names has no effect"
    said = capsys.readouterr().out
    assert "left as it is:\n  docpact.toml\n  .pre-commit-config.yaml\n" in said.replace("  spec/base.yaml\n", "")
    assert "entry: docpact build --check" in said


def test_init_leaves_a_pyproject_that_configures_docpact_alone(project: Path) -> None:
    """Its table counts as the configuration: a file beside it would hide it."""
    (project / "pyproject.toml").write_text('[tool.docpact.docs]\nsource = "docs"\n')
    assert main(["init"]) == 0
    assert not (project / "docpact.toml").exists()


def test_a_dry_run_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It shows the files instead."""
    before = sorted(project.rglob("*"))
    assert main(["init", "--dry-run"]) == 0
    assert sorted(project.rglob("*")) == before
    assert "--- docpact.toml\n" in capsys.readouterr().out


def test_no_base_document_is_written_where_the_pages_say_it_all(project: Path) -> None:
    """Request lines with a server and no key elsewhere need none."""
    shutil.rmtree(project / "docs")
    (project / "docs").mkdir()
    (project / "docs" / "quay.rst").write_text("Quay\n====\n\n::\n\n    GET https://harbour.example/v1/quays\n")
    assert main(["init"]) == 0
    assert not (project / "spec").exists()
    assert "base" not in (project / "docpact.toml").read_text()


def test_init_without_documentation_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit code 2, nothing written."""
    assert main(["init", str(tmp_path)]) == 2
    assert "there is no documentation in reStructuredText (name the folder" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_doctor_counts_what_is_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Seen, read and not read, by dialect and by page."""
    assert main(["doctor", "docs", "--pages"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("pages: 5 in docs\n")
    assert "request lines: 8 seen, 8 read, 0 not read\n" in said
    assert "  httpdomain: 4 seen, 4 read, 0 not read\n" in said
    assert "  docs/berths.rst: 3 seen, 3 read, 0 not read\n" in said
    assert "not read:" not in said
    assert "`docpact init` writes one" in said
    assert not list(project.glob("spec"))


def test_doctor_names_each_line_that_is_not_read_and_the_first_step(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its place, the diagnostic that says why, and a command that shows more; exit code 1."""
    (project / "docs" / "boats.rst").write_text(
        "Boats\n=====\n\n.. http:any:: /boats\n\n   Whatever.\n\n.. http:get:: /boats\n\n   :status 200: fine\n"
    )
    assert main(["doctor", "docs"]) == 1
    said = capsys.readouterr().out
    assert "request lines: 6 seen, 5 read, 1 not read\n" in said
    assert "  docs/boats.rst:4: .. http:any:: /boats  [operation-unsupported]\n" in said
    first = said.partition("what to do first:\n")[2].splitlines()[0]
    assert first.startswith(
        "  1. 1 request line is not read [operation-unsupported], first at docs/boats.rst:4: document"
    )
    assert "`docpact explain --page boats`" in first


def test_doctor_sees_what_no_rule_reads(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line of a sample that calls nothing that is documented is listed, although no diagnostic names it."""
    (project / "docs" / "start.rst").write_text(
        "Start\n=====\n\nExample\n-------\n\n.. code-block:: http\n\n    GET /moorings HTTP/1.1\n"
    )
    assert main(["doctor", "docs"]) == 1
    assert "  docs/start.rst:9: GET /moorings  [" in capsys.readouterr().out


def test_doctor_looks_at_a_documentation_of_which_nothing_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where other commands stop, it says how to begin."""
    (tmp_path / "index.rst").write_text("Hello\n=====\n")
    assert main(["doctor", str(tmp_path)]) == 0
    assert "Begin an operation with `GET /books/{id}` in a literal block" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (
            '{"url": "https://code.example/me/docpact", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}',
            "docpact[client] @ git+https://code.example/me/docpact@abc123",
        ),
        ('{"url": "https://me:secret@code.example/docpact", "vcs_info": {"vcs": "git"}}', "OWNER"),
        ('{"url": "file:///home/me/docpact", "dir_info": {}}', "OWNER"),
        (None, "OWNER"),
    ],
)
def test_a_workflow_installs_what_the_person_has(
    origin: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the repository and revision that pip recorded, without credentials; never by a name of an index."""

    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return origin

    monkeypatch.setattr(metadata, "distribution", lambda _: Installed())
    assert expected in find_requirement()
    assert find_requirement().startswith("docpact[client] @ git+https://")
    assert "secret" not in find_requirement()


HOSTILE = "say\n  - url: evil # \x1b[2J\x7f😀.rst"


def test_no_name_of_a_file_gets_into_what_is_written_or_steers_a_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line break in it begins no line of YAML; a control character isn't shown."""
    (project / "docs").rename(project / "d\x7f😀")
    docs = project / "d\x7f😀"
    (docs / "start.rst").rename(docs / HOSTILE)
    assert main(["init"]) == 0
    base = yaml.safe_load((project / "spec" / "base.yaml").read_text())
    assert base["servers"] == [{"url": "https://harbour.example/v1"}]
    assert load_config(project / "docpact.toml").docs.source == docs.name
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert not [character for character in said if ord(character) < 32 and character != "\n"]
    assert "evil" in said
