"""Words that made texts of this project hard to read: none of them is in its documentation, help, or diagnostics."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docpact.cli.grammar import ARGUMENTS, build_parser
from docpact.diagnostics import CODES

ROOT = Path(__file__).resolve().parents[1]
RECORDS = sorted((ROOT / "docs" / "explanation" / "decisions").glob("0*.md"))
INSTEAD = {
    r"mend(s|ed|ing)?": "fix",
    r"anew": "again; to regenerate",
    r"(it|he|who|which|that) is none": "isn't one",
    r"such as are": "those that are",
    r"whom? nobody knows": "unknown",
    r"(is|are|was|were) told (of|by|at|apart by)": "is reported, is recognised by",
    r"so many": "the number of",
    r"neither does": "and … doesn't, either",
    r"from the first .{1,20} on": "at the first …",
}
"""Pattern → what to write instead."""
TEXTS = {
    **{path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (
        *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.yml"), ROOT / "action.yml",
    )},
    "docpact --help": build_parser().format_help(),
    **{f"diagnostic {code}": f"{entry.meaning}\n{entry.hint}" for code, entry in CODES.items()},
}  # fmt: skip
"""Where a text stands → the text."""


@pytest.mark.parametrize("name", ARGUMENTS)
def test_the_help_has_none_of_the_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A command's help does, too."""
    with pytest.raises(SystemExit):
        build_parser(name).parse_args([name, "--help"])
    check_words(capsys.readouterr().out)


def check_words(text: str) -> None:
    """Fail with the word to write instead."""
    for pattern, instead in INSTEAD.items():
        found = re.search(rf"\b{pattern}\b", text, re.IGNORECASE)
        assert found is None, f"{found[0]!r}: write {instead!r}"


@pytest.mark.parametrize("where", TEXTS)
def test_texts_have_none_of_the_words(where: str) -> None:
    """A text uses the words that the field uses."""
    check_words(TEXTS[where])


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_decisions_have_one_form(record: Path) -> None:
    """A record has its date, its status, the context, the decision, and what follows from it."""
    text = record.read_text("utf-8")
    assert re.match(r"# .+\n\nDate: \d{4}-\d\d-\d\d\. Status: .+\.\n\n## Context\n", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_the_changelog_has_the_usual_headings() -> None:
    """The newest changes come first, under the headings of Keep a Changelog."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[0] == "[Unreleased]"
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= kinds
    assert re.search(r"^\[Unreleased\]: https://", text, re.MULTILINE)
