"""An author's own words, roles and directives, declared in the configuration."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest

from docpact.cli import main
from docpact.config import DialectOptions, load_config
from docpact.errors import UsageError
from docpact.pipeline import extract

SETTINGS = """
[docs]
source = "docs"

[dialect]
ignore = ["drafts/*"]

[dialect.words]
Abfrage = "Query parameters"
Feld = "Field"
Typ = "Type"
Pflicht = "Required"
Bedeutung = "Meaning"
Ganzzahl = "integer"
ja = "yes"
nein = "no"
Beispielantwort = "Example response"

[dialect.roles]
verb = "method"
at = "path"
field = "parameter"
code = "status"
sent = "label: Request body"

[dialect.directives]
outcome = "status"
call = "request line"
"""
ADD = """
    Add a book
    ==========

    | :verb:`post`
    | :at:`/books`

    Adds a book.

    | :sent:`_`

    * :field:`title,string,what it is called`
    * :field:`?pages,integer,how many`

    * :code:`201,added`
    * :code:`409,there is one`

    Beispielantwort::

        {"id": 3}
"""
LIST = """
    List books
    ==========

    .. call:: GET /books

    .. table:: Abfrage

       =====  ========  =======  =========
       Feld   Typ       Pflicht  Bedeutung
       =====  ========  =======  =========
       page   Ganzzahl  ja       which
       size   Ganzzahl  nein     how many
       =====  ========  =======  =========

    .. outcome:: 200

       The books.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose pages are in a dialect of its own."""
    (tmp_path / "docpact.toml").write_text(SETTINGS)
    (tmp_path / "docs" / "drafts").mkdir(parents=True)
    (tmp_path / "docs" / "add.rst").write_text(textwrap.dedent(ADD).lstrip())
    (tmp_path / "docs" / "list.rst").write_text(textwrap.dedent(LIST).lstrip())
    (tmp_path / "docs" / "drafts" / "burn.rst").write_text("Burn\n====\n\n``POST /fires``\n")
    return tmp_path


def test_a_declared_dialect_is_read(project: Path) -> None:
    """Roles and directives by their meanings, words by their translations; drafts not at all."""
    document: Any = extract([project / "docs"], load_config(project / "docpact.toml")).document
    assert list(document["paths"]) == ["/books"]
    operations = document["paths"]["/books"]
    schema = operations["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert {name: one["type"] for name, one in schema["properties"].items()} == {"title": "string", "pages": "integer"}
    assert schema["required"] == ["title"]
    assert {status: one["description"] for status, one in operations["post"]["responses"].items()} == {
        "201": "added", "409": "there is one",
    }  # fmt: skip
    assert [(p["in"], p["name"], p["required"]) for p in operations["get"]["parameters"]] == [
        ("query", "page", True), ("query", "size", False),
    ]  # fmt: skip
    assert operations["get"]["responses"]["200"]["description"] == "The books."


def test_without_the_declarations_nothing_is_guessed(project: Path) -> None:
    """The same pages have no table that is understood."""
    config = load_config(project / "docpact.toml")
    bare: Any = extract([project / "docs" / "drafts"], type(config)(root=project, dialect=DialectOptions())).document
    assert list(bare["paths"]) == ["/fires"]


@pytest.mark.parametrize("key", ["roles", "directives"])
def test_a_meaning_that_nobody_knows_is_refused(key: str, tmp_path: Path) -> None:
    """With the known ones."""
    (tmp_path / "docpact.toml").write_text(f'[dialect.{key}]\nverb = "a verb"\n')
    with pytest.raises(UsageError, match="`verb` cannot mean `a verb`"):
        load_config(tmp_path / "docpact.toml")


def test_explain_says_how_a_page_is_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each block, with the rule that took it."""
    monkeypatch.chdir(project)
    assert main(["explain", "--page", "list"]) == 0
    shown = capsys.readouterr().out
    assert "list.rst:4: operation `GET /books`" in shown
    assert "table `Field | Type | Required | Meaning` under `Query parameters`\n    query parameters: Place" in shown


@pytest.mark.parametrize(("arguments", "message"), [(["--page", "lend"], "no page `lend`"), ([], "nothing to explain")])
def test_explain_says_what_it_lacks(
    arguments: list[str],
    message: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In one line."""
    monkeypatch.chdir(project)
    assert main(["explain", *arguments]) == 2
    assert message in capsys.readouterr().err
