"""Which diagnostics are reported: `[lint]`, comments on the pages, single pages as arguments."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docpact.cli import main
from docpact.config import Lint, load_config
from docpact.diagnostics import Diagnostic, Origin, Severity
from docpact.errors import UsageError
from docpact.lint_rules import apply_lint_rules, find_ignores

Tree = Callable[[Mapping[str, str]], Path]

PAGE = """\
List boats
==========

::

    GET /boats/{id}
"""
BODY = """

Responses
---------

======  ======  ===========
Name    Type    Description
======  ======  ===========
200     strng   a boat
======  ======  ===========
"""


def found(codes: Mapping[str, int]) -> list[Diagnostic]:
    """A diagnostic of each code at a line of one page."""
    return [Diagnostic(code=code, message="x", origin=Origin("old/a.rst", line)) for code, line in codes.items()]


@pytest.mark.parametrize(
    ("lint", "left"),
    [
        (Lint(), ["markup", "type-unknown"]),
        (Lint(select=("markup",)), ["markup"]),
        (Lint(ignore=("markup",)), ["type-unknown"]),
        (Lint(per_page_ignores={"old/*": ("markup",)}), ["type-unknown"]),
        (Lint(per_page_ignores={"new/*": ("markup",)}), ["markup", "type-unknown"]),
    ],
)
def test_codes_are_selected_and_ignored(lint: Lint, left: list[str]) -> None:
    """Everywhere, or on the pages of a pattern; what is kept back is counted."""
    judged = apply_lint_rules(found({"markup": 1, "type-unknown": 2}), lint, {})
    assert [diagnostic.code for diagnostic in judged.kept] == left
    assert judged.ignored == 2 - len(left)


def test_a_severity_can_be_another() -> None:
    """The configuration's, in place of the catalogue's."""
    judged = apply_lint_rules(found({"markup": 1}), Lint(severities={"markup": "error"}), {})
    assert [diagnostic.severity for diagnostic in judged.kept] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (".. docpact: ignore markup\n\nTitle\n=====\n\nword\n", [1, 3, 4, 6]),
        ("Title\n=====\n\n.. docpact: ignore markup\n\nfirst\nsecond\n\nthird\n", [6, 7]),
        (
            "Title\n=====\n\n.. docpact: ignore markup\n\n.. code-block:: js\n\n   {\n\n   }\n\nthird\n",
            [6, 8, 10],
        ),
        (
            "T\n=====\n\n.. docpact: ignore markup\n\nA\n---\n\nx\n\nA1\n~~~\n\ny\n\nB\n---\n\nz\n",
            [6, 7, 9, 11, 12, 14],
        ),
        ("T\n=====\n\n.. docpact: ignore markup\n\n===\nA\n===\n\nx\n\nB\n=====\n\ny\n", [6, 7, 8, 10]),
        ("- one\n\n  .. docpact: ignore markup\n\n  two\n\n- three\n", [5]),
        ("Title\n=====\n\n.. docpact: ignore markup\n", []),
    ],
)
def test_a_comment_holds_for_what_follows(text: str, lines: list[int]) -> None:
    """The page that it begins, the section whose heading it stands above, or the block below it."""
    (ignore,) = find_ignores(text)
    assert ignore.codes == {"markup"}
    written = [number for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    assert [number for number in written if number in ignore.lines] == lines


def test_comments_keep_diagnostics_back(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of their codes only; the summary says how many."""
    docs = tree({"boats.rst": ".. docpact: ignore path-parameter-undocumented, scopes-missing\n\n" + PAGE + BODY})
    assert main(["lint", str(docs), "--format", "json"]) == 1
    shown = capsys.readouterr()
    assert [entry["code"] for entry in json.loads(shown.out)] == ["type-unknown"]
    assert shown.err == "1 warning; 1 ignored by [lint] or comments\n"


def test_every_command_follows_the_rules(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build's list lacks what is ignored; an error that is made a warning doesn't fail `extract`."""
    docs = tree({"berths.rst": "Berths\n======\n\n.. http:any:: /berths\n\n   Whatever.\n", "boats.rst": PAGE + BODY})
    (tmp_path / "docpact.toml").write_text('[docs]\nsource = "docs"\n')
    assert main(["extract", str(docs), "-q", "--config", str(tmp_path / "docpact.toml")]) == 1
    settings = '[docs]\nsource = "docs"\n[lint]\nignore = ["type-unknown"]\n[lint.severities]\n'
    settings += 'operation-unsupported = "note"\n'
    (tmp_path / "docpact.toml").write_text(settings)
    assert main(["extract", str(docs), "-q", "--config", str(tmp_path / "docpact.toml")]) == 0
    assert main(["build", "--accept", "--config", str(tmp_path / "docpact.toml")]) == 0
    listed = (tmp_path / "spec" / "diagnostics.txt").read_text()
    assert "type-unknown" not in listed
    assert "note[operation-unsupported]" in listed
    capsys.readouterr()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('ignore = ["scope-missing"]', r"`ignore` names `scope-missing`, which is no code \(did you mean `scopes-miss"),
        ('per-page-ignores = {"old/*" = ["x"]}', "`per-page-ignores` names `x`, which is no code"),
        ('per-page-ignores = {"old/*" = "markup"}', "must be a table of lists of strings"),
        ('severities = {markup = "fatal"}', "`markup` cannot be of severity `fatal`"),
    ],
)
def test_settings_without_effect_are_refused(settings: str, message: str, tmp_path: Path) -> None:
    """A misspelt code would keep nothing back."""
    (tmp_path / "docpact.toml").write_text(f"[lint]\n{settings}\n")
    with pytest.raises(UsageError, match=message):
        load_config(tmp_path / "docpact.toml")


def test_single_pages_and_patterns(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tree is read whole, since pages link to one another; the diagnostics are those of the pages alone."""
    docs = tree(
        {"index.rst": "Docs\n====\n", "a/one.rst": PAGE, "a/two.rst": PAGE.replace("boats", "berths"), "b.rst": "B\n="}
    )
    monkeypatch.chdir(docs.parent)

    def pages(*arguments: str) -> set[str]:
        main(["lint", *arguments, "--format", "json"])
        return {entry["path"] for entry in json.loads(capsys.readouterr().out)}

    both = {"docs/a/one.rst", "docs/a/two.rst"}
    assert pages("docs") == both
    assert pages("docs/a/one.rst") == {"docs/a/one.rst"}
    assert pages("docs/b.rst") == set()
    assert pages("docs/**/*.rst") == both
    assert main(["lint", "docs/*.md"]) == 2
    assert "docs/*.md: fits no page" in capsys.readouterr().err


def test_a_page_of_the_configured_documentation_is_read_by_its_rules(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever folder it is named from."""
    tree({"a/one.rst": PAGE, "two.rst": PAGE.replace("boats", "berths")})
    (tmp_path / "docpact.toml").write_text('[docs]\nsource = "docs"\n[lint]\nselect = ["responses-missing"]\n')
    monkeypatch.chdir(tmp_path / "docs" / "a")
    assert main(["lint", "one.rst", "--format", "text"]) == 1
    assert capsys.readouterr().out.startswith("one.rst:1: warning[responses-missing]")
