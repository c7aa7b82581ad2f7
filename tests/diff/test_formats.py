"""Changes as text, JSON, Markdown, CI annotations; and the version that comes next."""

# ruff: noqa: E501 - what is expected stands on one line.
from __future__ import annotations

import json
from pathlib import Path

import pytest

from diff.pairs import NUMBER, TEXT, Node, answer, body, document, members, parameter
from docpact.diff import Change, compare_documents, format_changes, format_counts, format_release, propose_release
from docpact.errors import UsageError

LOCKS: Node = {"operationId": "list_locks", "x-source": "endpoints/locks.rst:4"}
OLD = document({**LOCKS, "summary": "Locks", "parameters": [parameter("from")], **answer(members({"a": NUMBER}, "a"))})
NEW = document(
    {**LOCKS, "summary": "*Locks* <b>%", "parameters": [parameter("to, then")], **answer(members({"a": TEXT}, "a"))}
)


@pytest.fixture
def changes() -> tuple[Change, ...]:
    """What is between the two."""
    return compare_documents(OLD, NEW)


def test_text_is_a_line_each(changes: tuple[Change, ...]) -> None:
    """Place, impact, rule, what it was and is; the worst first."""
    lines = format_changes(changes, {}, "text").splitlines()
    assert lines[0] == (
        "endpoints/locks.rst:4: breaking[type-changed] GET /locks: answer 200:.a: The type changed: "
        "`integer` became `string` (callers: compatible; readers: breaking)"
    )
    assert len(lines) == len(changes) == 4
    assert format_counts(changes) == "1 breaking, 1 possibly breaking, 2 compatible"
    assert format_changes((), {}, "text") == ""
    assert format_counts(()) == "no changes"


def test_json_has_everything(changes: tuple[Change, ...]) -> None:
    """For whatever reads it."""
    entry = json.loads(format_changes(changes, {}, "json"))[0]
    assert entry["rule"] == "type-changed"
    assert (entry["callers"], entry["readers"], entry["impact"]) == ("compatible", "breaking", "breaking")
    assert (entry["path"], entry["line"], entry["gone"]) == ("endpoints/locks.rst", 4, False)
    assert json.loads(format_changes((), {}, "json")) == []


def test_markdown_takes_words_for_words(changes: tuple[Change, ...]) -> None:
    """What documentation says is no markup of the changelog's; words are folded."""
    text = format_changes(changes, {}, "markdown")
    assert text.startswith(
        "**1 breaking, 1 possibly breaking, 2 compatible**\n\n### Breaking\n\n"
        "- The type changed _type-changed: readers_: **GET /locks**: answer 200.a: `integer` became `string` "
        "(`endpoints/locks.rst:4`)\n"
    )
    assert "<b>" not in text.replace('`"*Locks* <b>%"`', "")
    assert "<details><summary>Words and samples: 1</summary>" in text


def test_what_changes_have_in_common_is_said_once() -> None:
    """An operation that is gone before a member that is; members of one component on one line; long lists folded."""
    shown = {name: {"type": "integer", "x-source": f"structures/lock.rst:{9 + at}"} for at, name in enumerate("abc")}
    lock = {"type": "object", "properties": shown, "required": ["a", "b"], "x-source": "structures/lock.rst:1"}
    answered = answer({"$ref": "#/components/schemas/Lock"})
    old = document({**LOCKS, **answered}, components={"schemas": {"Lock": {**lock, "properties": {}, "required": []}}})
    new = document({**LOCKS, **answered}, components={"schemas": {"Lock": lock}})
    more = {f"/locks/{number}": {"get": {"operationId": f"more{number}"}} for number in range(12)}
    came = format_changes(compare_documents(old, {**new, "paths": {**new["paths"], **more}}), {}, "markdown")
    assert (
        "- There is a new required property _property-added-required_: **Lock**: a: `integer` (`structures/lock.rst:9`); "
        "b: `integer` (`structures/lock.rst:10`) in GET /locks\n"
    ) in came
    assert "<details><summary>There is a new operation: 12</summary>\n\n- **GET /locks/0**: more0\n" in came
    rules = [change.rule for change in compare_documents({**new, "paths": {**new["paths"], **more}}, old)]
    assert rules == ["operation-removed"] * 12 + ["property-removed-required"] * 2 + ["property-removed"]


def test_annotations_are_escaped(changes: tuple[Change, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One command a line, at the file as it is seen from the repository."""
    monkeypatch.chdir(tmp_path)
    files = {"endpoints/locks.rst": tmp_path / "docs" / "endpoints" / "locks.rst"}
    lines = format_changes(changes, files, "github").splitlines()
    assert lines[0].startswith("::error file=docs/endpoints/locks.rst,line=4,title=type-changed::GET /locks")
    assert any("%25" in line for line in lines)
    gone = compare_documents(OLD, document({"operationId": "ring"}, path="/gates", method="post"))
    assert any(
        line.startswith("::error title=operation-removed::") for line in format_changes(gone, {}, "github").splitlines()
    )


WIDER = compare_documents(document(), document({"parameters": [parameter()]}))
NARROWER = compare_documents(document(), document(body(TEXT)))
NAMES = compare_documents(document(), document({"operationId": "other"}))
WORDS = compare_documents(document(), document({"description": "other"}))


@pytest.mark.parametrize(
    ("found", "version", "after"),
    [
        (NARROWER, "1.4.2", "2.0.0"), (NARROWER, "0.4.2", "0.5.0"), (NAMES, "1.4.2", "2.0.0"), (NAMES, "0.4.2", "0.5.0"),
        (WIDER, "1.4.2", "1.5.0"), (WIDER, "0.4.2", "0.4.3"), (WORDS, "1.4.2", "1.4.3"), ((), "1.4.2", "1.4.2"),
    ],
)  # fmt: skip
def test_the_next_version(found: tuple[Change, ...], version: str, after: str) -> None:
    """Major for what breaks, also for names in the client; minor for what is new; patch for words."""
    release = propose_release(found, version)
    assert release.version == after
    assert format_release(found, release).startswith(f"## {after}\n\n{version} → {after}: ")


@pytest.mark.parametrize("version", ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.x", "01.2.3", "1.2.3-rc1"])
def test_what_is_no_version(version: str) -> None:
    """It is said, not guessed at."""
    with pytest.raises(UsageError):
        propose_release((), version)
