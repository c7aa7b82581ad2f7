"""`docpact build`: everything is made anew, or nothing is touched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from docpact.cli import main
from docpact.config import Client
from docpact.errors import InputError, ToolError
from docpact.files import read_folder

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this project's inputs, as small as they can be."""
    for name in ("docpact.toml", "api_docs", "spec/base.yaml"):
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(exist_ok=True, parents=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    # The operations that it names are on other pages.
    config = tmp_path / "docpact.toml"
    config.write_text(re.sub(r"\[safety\.undone-by\]\n(.+\n)+", "", config.read_text("utf-8")), "utf-8")
    kept = {"endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state"}
    for page in (tmp_path / "api_docs").rglob("*.rst"):
        if page.relative_to(tmp_path / "api_docs").with_suffix("").as_posix() not in {*kept, "enums/door-state"}:
            page.unlink()
    return tmp_path


def build(project: Path, *arguments: str) -> int:
    """Run the command for that project."""
    return main(["build", "--config", str(project / "docpact.toml"), *arguments])


def test_a_build_and_its_check(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fresh after a build; stale, with a diff, after a page was edited; nothing written by the check."""
    assert build(project, "--check") == 1
    assert "+openapi: 3.1.0" in capsys.readouterr().out
    assert not (project / "generated").exists()
    assert build(project) == 0
    emitted = read_folder(project)
    assert {"spec/openapi.yaml", "spec/diagnostics.txt", "generated/tedee_client/py.typed"} <= set(emitted)
    assert build(project, "--check") == 0
    assert build(project) == 0
    assert read_folder(project) == emitted
    page = project / "api_docs" / "endpoints" / "lock" / "sync.rst"
    page.write_text(page.read_text("utf-8").replace("integer[] (optional)", "string[] (optional) "), "utf-8")
    edited = read_folder(project)
    capsys.readouterr()
    assert build(project, "--check") == 1
    captured = capsys.readouterr()
    assert "-            type: integer" in captured.out
    assert "+            type: string" in captured.out
    assert "stale" in captured.err
    assert read_folder(project) == edited


def test_a_build_that_would_miss_something_asks_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error says that something of the pages isn't in the document: nothing is written until that is accepted."""
    (project / "api_docs" / "guide.rst").write_bytes(b"Gr\xfc\xdfe\n=====\n")
    assert build(project) == 1
    assert "guide.rst:1: error[page-encoding]" in capsys.readouterr().out
    assert not (project / "generated").exists()
    assert build(project, "--accept") == 0
    assert "guide.rst:1: error[page-encoding]" in (project / "spec" / "diagnostics.txt").read_text("utf-8")
    assert build(project, "--check") == 0


def test_what_is_edited_by_hand_is_stale(project: Path) -> None:
    """Also a module that an earlier build has made and this one wouldn't, or a file too few."""
    assert build(project) == 0
    module = project / "generated" / "tedee_client" / "models" / "lock_state.py"
    extra = project / "generated" / "tedee_client" / "removed" / "old.py"
    extra.parent.mkdir()
    shutil.copy(module, extra)
    assert build(project, "--check") == 1
    assert build(project) == 0
    assert not extra.parent.exists()
    (project / "generated" / "README.md").unlink()
    assert build(project, "--check") == 1


def test_a_failed_build_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever stands in the way, the last good state stays whole."""
    assert build(project) == 0
    before = read_folder(project)
    (project / "spec" / "base.yaml").write_text("info: {title: 1}\n")
    edited = {**before, "spec/base.yaml": "info: {title: 1}\n"}
    capsys.readouterr()
    assert build(project) == 2
    said = capsys.readouterr().err
    assert said.startswith("docpact: ")
    assert "base.yaml" in said
    assert len(said.splitlines()) == 1
    assert read_folder(project) == edited


@pytest.mark.parametrize("entry", ["'401': [x]", "401: {path: '*'}"])
def test_responses_of_the_base_document(entry: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A status stands for a response's name, alone or with a path."""
    base = project / "spec" / "base.yaml"
    base.write_text(base.read_text("utf-8").replace("'401': Unauthorized", entry), "utf-8")
    assert build(project) == 2
    assert "x-responses: `401` is no response (write" in capsys.readouterr().err


def test_statuses_of_the_base_document_need_no_quotes(project: Path) -> None:
    """A key of an OpenAPI document is text, however YAML would read it."""
    assert build(project) == 0
    before = (project / "spec" / "openapi.yaml").read_text("utf-8")
    base = project / "spec" / "base.yaml"
    base.write_text(base.read_text("utf-8").replace("'401': Unauthorized", "401: Unauthorized"), "utf-8")
    assert build(project) == 0
    assert (project / "spec" / "openapi.yaml").read_text("utf-8") == before


def test_the_embedded_documentation_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No page of it gives a diagnostic."""
    assert main(["extract", str(ROOT / "api_docs"), "-o", str(tmp_path / "openapi.yaml")]) == 0
    assert capsys.readouterr().err == "65 operations, 114 schemas, 5 webhooks; no diagnostics\n"
    assert (tmp_path / "openapi.yaml").read_bytes() == (ROOT / "spec" / "openapi.yaml").read_bytes()


def test_two_configurations_for_one_folder(
    tree: Callable[[Mapping[str, str]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A configuration that names another tree says nothing about this one."""
    docs = tree({"endpoints/a.rst": "A\n=\n\n``GET https://x.example/api/v1/a``\n"})
    (docs.parent / "docpact.toml").write_text('[docs]\nsource = "other"\n[spec]\nbase = "missing.yaml"\n')
    assert main(["extract", str(docs), "-q"]) == 0
    assert "https://x.example/api/v1" in capsys.readouterr().out


def test_the_client_is_generated_only_where_it_would_be_another(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for an unchanged document, a sample or lines that moved; but where it was edited, or for another version."""
    import docpact.client  # noqa: PLC0415 - what is watched is the module's own name.

    runs: list[str] = []
    original = docpact.client.generate_client

    def watched(document: Mapping[str, object], config: Client) -> AbstractContextManager[Path]:
        runs.append("run")
        return original(document, config)

    monkeypatch.setattr("docpact.client.generate_client", watched)
    assert build(project) == build(project) == build(project, "--check") == 0
    assert len(runs) == 1
    page = project / "api_docs" / "endpoints" / "lock" / "sync.rst"
    moved = page.read_text("utf-8").replace("\n\n", "\n\n.. A comment.\n\n", 1)
    page.write_text(moved.replace('"batteryLevel": ', '"batteryLevel": 1'), "utf-8")
    assert build(project, "--accept") == 0
    assert len(runs) == 1
    (project / "generated" / "README.md").write_text("mine")
    assert build(project) == 0
    assert len(runs) == 2
    assert build(project, "--no-cache", "--check") == 0
    assert len(runs) == 3
    configuration = project / "docpact.toml"
    configuration.write_text(
        configuration.read_text("utf-8").replace("[client]", '[client]\nversion = "9.9.9"'), "utf-8"
    )
    assert build(project) == 0
    assert len(runs) == 4
    assert 'version = "9.9.9"' in (project / "generated" / "pyproject.toml").read_text("utf-8")


def test_what_only_the_library_refuses_is_said_before_anything_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The client is generated meanwhile; whether that works or not, the fault of the document is told."""

    def refuse(_document: object, where: str) -> None:
        raise InputError("the document is not OpenAPI 3.1", where=where)

    def fail(_document: object, _config: Client) -> AbstractContextManager[Path]:
        raise ToolError("the generator failed")

    before = read_folder(project)
    monkeypatch.setattr("docpact.emit.validate_document", refuse)
    assert build(project) == 2
    monkeypatch.setattr("docpact.client.generate_client", fail)
    assert build(project) == 2
    said = "docpact: spec/base.yaml: the document is not OpenAPI 3.1"
    assert [line.partition(" (")[0] for line in capsys.readouterr().err.splitlines()] == [said, said]
    assert read_folder(project) == before
