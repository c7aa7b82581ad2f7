"""Diagnostics for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sarif_pydantic
from hypothesis import given
from hypothesis import strategies as st

from docpact.cli import main
from docpact.diagnostics import CODES, Diagnostic, Origin, format_diagnostic
from docpact.errors import InputError
from docpact.report import FORMATS, compare_baseline, format_findings, read_baseline

ORIGINS = st.builds(Origin, st.from_regex(r"[a-z]{1,5}(/[a-z-]{1,9})?\.rst", fullmatch=True), st.integers(1, 9999))
DIAGNOSTICS = st.builds(
    Diagnostic,
    code=st.sampled_from(sorted(CODES)),
    message=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1),
    origin=ORIGINS,
    related=st.lists(ORIGINS, max_size=2).map(tuple),
)
ONE = Diagnostic(
    code="sample-json", message="100 % wrong, at: once", origin=Origin("a.rst", 3), related=(Origin("b.rst", 1),)
)


@given(found=st.lists(DIAGNOSTICS, max_size=5))
def test_sarif_is_sarif(found: list[Diagnostic]) -> None:
    """Every member is one of the specification's, of its type; each rule is there once; nothing is lost."""
    text = format_findings(found, {}, "sarif")
    read = sarif_pydantic.Sarif.model_validate_json(text)
    assert json.loads(read.model_dump_json(by_alias=True, exclude_none=True, exclude_unset=True))["version"] == "2.1.0"
    (run,) = json.loads(text)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({d.code for d in found})
    assert [(r["ruleId"], r["message"]["text"]) for r in run["results"]] == [(d.code, d.message) for d in found]
    assert all(run["results"][i]["ruleIndex"] == rules.index(d.code) for i, d in enumerate(found))
    known = {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations"}
    assert all(set(result) <= known for result in run["results"])


@given(found=st.lists(DIAGNOSTICS, max_size=5))
def test_json_has_everything(found: list[Diagnostic]) -> None:
    """One entry each."""
    entries = json.loads(format_findings(found, {}, "json"))
    assert [(e["code"], e["path"], e["line"], e["message"], len(e["related"])) for e in entries] == [
        (d.code, d.origin.path, d.origin.line, d.message, len(d.related)) for d in found
    ]


def test_annotations_are_escaped() -> None:
    """GitHub's workflow commands: `%`, `:` and `,` end values otherwise."""
    expected = "::warning file=a.rst,line=3,title=sample-json::100 %25 wrong, at: once - fix the sample"
    assert format_findings([ONE], {}, "github") == expected


def test_paths_are_as_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a person, or CI, finds the file."""
    monkeypatch.chdir(tmp_path)
    files = {"a.rst": tmp_path / "docs" / "a.rst"}
    assert format_findings([ONE], files, "text").startswith("docs/a.rst:3: warning[sample-json] ")


@given(found=st.lists(DIAGNOSTICS, max_size=6, unique=True), moved=st.integers(0, 50))
def test_a_baseline_knows_what_was_there(
    found: list[Diagnostic], moved: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing is new, wherever it has moved to; without one of them, that one is gone."""
    path = tmp_path_factory.getbasetemp() / "baseline.txt"
    path.write_text("".join(f"{format_diagnostic(d)}\n" for d in found), "utf-8")
    later = [
        Diagnostic(
            code=d.code, message=d.message, origin=Origin(d.origin.path, d.origin.line + moved), related=d.related
        )
        for d in found
    ]
    compared = compare_baseline(later, read_baseline(path))
    assert (compared.new, compared.gone) == ((), 0)
    compared = compare_baseline(later[1:], read_baseline(path))
    assert (compared.new, compared.gone) == ((), min(1, len(found)))


def test_what_a_baseline_lacks_is_new(tmp_path: Path) -> None:
    """Also a second one like the first."""
    path = tmp_path / "baseline.txt"
    path.write_text(f"{format_diagnostic(ONE)}\n")
    second = Diagnostic(code=ONE.code, message=ONE.message, origin=Origin("a.rst", 9), related=ONE.related)
    assert compare_baseline([ONE, second], read_baseline(path)).new == (second,)
    path.write_text("")
    assert compare_baseline([ONE], read_baseline(path)).new == (ONE,)


@pytest.mark.parametrize(("content", "message"), [(None, "does not exist"), ("hello\n", "is no line of a baseline")])
def test_bad_baselines(content: str | None, message: str, tmp_path: Path) -> None:
    """What, where, and what to do."""
    path = tmp_path / "baseline.txt"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=message):
        read_baseline(path)


PAGE = "Get\n===\n\n``GET https://x.example/api/v1/thing/{id}``\n\nResponses\n---------\n\nNothing.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A tree with two faults."""
    (tmp_path / "docs" / "endpoints").mkdir(parents=True)
    (tmp_path / "docs" / "endpoints" / "get.rst").write_text(PAGE)
    return tmp_path / "docs"


def test_lint(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 where something is shown, 0 where nothing is; selected and ignored by code."""
    assert main(["lint", str(docs), "--format", "text"]) == 1
    shown = capsys.readouterr()
    codes = ["path-parameter-undocumented", "responses-missing"]
    assert sorted(line.split("[")[1].split("]")[0] for line in shown.out.splitlines()) == codes
    assert shown.err == "2 warnings\n"
    assert main(["lint", str(docs), "--select", "responses-missing", "--format", "text"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["lint", str(docs), "--ignore", ",".join(codes)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("form", FORMATS)
def test_lint_writes_a_file(form: str, docs: Path, tmp_path: Path) -> None:
    """In any format."""
    assert main(["lint", str(docs), "--format", form, "-o", str(tmp_path / "found")]) == 1
    assert "responses-missing" in (tmp_path / "found").read_text("utf-8")


def test_lint_with_a_baseline(docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is known is let pass; what is new is not."""
    baseline = tmp_path / "baseline.txt"
    assert main(["lint", str(docs), "-o", str(tmp_path / "all.txt")]) == 1
    text = (tmp_path / "all.txt").read_text("utf-8").replace(f"{docs}/", "")
    baseline.write_text(text)
    assert main(["lint", str(docs), "--baseline", str(baseline)]) == 0
    page = docs / "endpoints" / "get.rst"
    page.write_text(page.read_text("utf-8").replace("/{id}", "/{id}/of/{other}"))
    capsys.readouterr()
    assert main(["lint", str(docs), "--baseline", str(baseline), "--format", "text"]) == 1
    shown = capsys.readouterr()
    assert "`{other}`" in shown.out
    assert len(shown.out.splitlines()) == 1


def test_an_unknown_code_is_said(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the one that was probably meant."""
    with pytest.raises(SystemExit) as stopped:
        main(["lint", str(docs), "--select", "scope-missing"])
    assert stopped.value.code == 2
    assert "there is no code `scope-missing`, but `scopes-missing`" in capsys.readouterr().err
