"""The command line: what it says and how it exits."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from docpact.cli import main

PAGE = """
    Sync
    ====

    .. code-block:: sh

        GET https://api.example/api/v1/my/lock/sync

    Responses
    ---------

    +--------+------+-------------+
    | Name   | Type | Description |
    +========+======+=============+
    | 200 OK |      | fine        |
    +--------+------+-------------+
"""
Tree = Callable[[Mapping[str, str]], Path]


def test_extract_writes_a_document(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The document is where it should be, and a line says what it has."""
    target = tmp_path / "out" / "openapi.yaml"
    assert main(["extract", str(tree({"endpoints/lock/sync.rst": PAGE})), "-o", str(target)]) == 0
    document = yaml.safe_load(target.read_text())
    assert document["servers"] == [{"url": "https://api.example/api/v1"}]
    assert document["paths"]["/my/lock/sync"]["get"]["operationId"] == "lock_sync"
    said = capsys.readouterr().err.splitlines()
    assert said == ["1 operations, 0 schemas; no diagnostics"]


def test_extract_prints_the_document_where_no_file_is_named(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """As other tools do."""
    assert main(["extract", str(tree({"endpoints/lock/sync.rst": PAGE})), "-q"]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["openapi"] == "3.1.0"


def test_the_same_input_gives_the_same_bytes(shared: Path, tmp_path: Path) -> None:
    """In another process too, where sets and dictionaries of strings are ordered otherwise."""
    docs = str(shared / "corpora" / "tedee-2020-12")
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "docpact", "extract", docs, "-q", "-o", str(tmp_path / seed)]
        subprocess.run(
            command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}, capture_output=True
        )
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


BAD: dict[str, tuple[list[str], str]] = {
    "no such folder": (["extract", "{tmp}/nowhere"], "nowhere: the documentation folder does not exist"),
    "no endpoint pages": (["extract", "{empty}"], "no operation could be read from 1 page"),
    "nothing readable": (["extract", "{latin}"], "no operation could be read from 0 pages"),
    "no configuration": (["build", "--config", "{tmp}/none.toml"], "none.toml: does not exist"),
    "configuration that is no TOML": (["build", "--config", "{broken}"], "broken.toml: is not TOML"),
    "unknown key": (["build", "--config", "{unknown}"], "unknown key `sauce`"),
    "no document": (["mock", "{tmp}/none.yaml"], "none.yaml: does not exist"),
    "document that is no YAML": (["mock", "{broken}"], ": is not YAML"),
    "document that is no OpenAPI": (["mock", "{empty}/index.rst"], "is no OpenAPI document"),
    "output in the way": (["extract", "{docs}", "-o", "{tmp}/file/openapi.yaml"], "cannot be written"),
    "port in use": (["mock", "{document}", "--port", "{port}"], "{port}"),
    "server that is not there": (["check", "http://127.0.0.1:9", "--document", "{document}"], "127.0.0.1:9"),
}


@pytest.fixture
def places(tree: Tree, tmp_path: Path) -> Mapping[str, str]:
    """The files that the bad calls name."""
    docs = tree({"endpoints/lock/sync.rst": PAGE})
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "index.rst").write_text("Hello\n=====\n")
    (tmp_path / "latin" / "endpoints").mkdir(parents=True)
    (tmp_path / "latin" / "endpoints" / "sync.rst").write_bytes(b"T\xfcr\n===\n\n``GET /x``\n")
    (tmp_path / "broken.toml").write_text("[docs\n: {")
    (tmp_path / "unknown.toml").write_text("[docs]\nsauce = 'x'\n")
    (tmp_path / "file").write_text("")
    assert main(["extract", str(docs), "-q", "-o", str(tmp_path / "openapi.yaml")]) == 0
    return {
        "tmp": str(tmp_path),
        "docs": str(docs),
        "document": str(tmp_path / "openapi.yaml"),
        "empty": str(tmp_path / "empty"),
        "latin": str(tmp_path / "latin"),
        "broken": str(tmp_path / "broken.toml"),
        "unknown": str(tmp_path / "unknown.toml"),
    }


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_clear_line(
    name: str, places: Mapping[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What, where, and what to do, after what was found in the pages; exit code 2; no traceback; nothing written."""
    arguments, expected = BAD[name]
    capsys.readouterr()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        values = {**places, "port": str(taken.getsockname()[1])}
        before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
        assert main([argument.format(**values) for argument in arguments]) == 2
        assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    captured = capsys.readouterr()
    assert expected.format(**values) in captured.err
    *found, last = captured.err.splitlines()
    assert last.startswith("docpact: ")
    assert len(found) == (name == "nothing readable")
    assert not captured.out


def test_a_read_only_place_loses_nothing(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the new document cannot be written, the old one stays whole."""
    target = tmp_path / "locked" / "openapi.yaml"
    target.parent.mkdir()
    target.write_text("old")
    docs = str(tree({"endpoints/lock/sync.rst": PAGE}))
    target.unlink()
    target.mkdir()
    (target / "kept").write_text("old")
    assert main(["extract", docs, "-o", str(target)]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert (target / "kept").read_text() == "old"
    assert [path.name for path in target.parent.iterdir()] == ["openapi.yaml"]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A newcomer finds the way from `--help`."""
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in ("extract", "build", "mock", "check", "run"))
