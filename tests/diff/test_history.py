"""A history of documentation: at each step the diff says what the edit did, and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from diff.history import HISTORY
from docpact.cli import main
from docpact.config import Config, Docs
from docpact.diff import RULES, compare_documents
from docpact.pipeline import extract

# What is said of a member or parameter that there is now is said at its row.
AT_ITS_ROW = frozenset(
    rule
    for rule in RULES
    if rule.startswith(("parameter-", "property-", "null-", "limit-", "type-", "default-")) and "removed" not in rule
)
ROOT = Path(__file__).resolve().parents[2]


def test_each_step_is_told_and_nothing_else(tmp_path: Path) -> None:
    """Over all edits, one after the other, with the page that each was made on."""
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "api_docs", docs)
    config = Config(root=tmp_path, docs=Docs(version_from="apiVersion"))
    known: dict[str, str] = {}
    before = extract([docs], config, known, detailed=True)
    told = {}
    for revision in HISTORY:
        revision.edit(docs)
        after = extract([docs], config, known, detailed=True)
        changes = compare_documents(before.document, after.document)
        told[revision.name] = sorted(f"{change.rule} {change.subject}" for change in changes)
        lines = {path: file.read_text("utf-8").split("\n") for path, file in after.files.items()}
        for change in changes:
            if change.origin and not change.gone:
                line = lines[change.origin.path][change.origin.line - 1]
                if change.rule in AT_ITS_ROW:
                    named = change.message if "renamed" in change.rule else change.subject
                    name = re.split(r"[ .`]", named.strip("`"))[-1]
                    assert line.startswith(f"| {name} "), (revision.name, change, line)
        before = after
    assert told == {revision.name: sorted(revision.changes) for revision in HISTORY}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a small tree at `old`, edited since."""
    docs = tmp_path / "work" / "docs"
    for name in ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", docs / f"{name}.rst")
    shutil.copy(ROOT / "api_docs" / "conf.py", docs / "conf.py")
    (docs.parent / "docpact.toml").write_text('[docs]\nsource = "docs"\n[client]\nversion = "1.4.2"\n')
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "first"], ["tag", "old"]):
        subprocess.run(["git", "-C", str(docs.parent), *arguments], check=True, capture_output=True)  # noqa: S607
    page = docs / "endpoints" / "lock" / "sync.rst"
    page.write_text(
        page.read_text("utf-8").replace("| id   | integer[] (optional) |", "| ids  | integer[] (optional) |"), "utf-8"
    )
    return docs.parent


def test_against_a_revision(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pages as they are against the pages as they were; nothing of the checkout is touched."""
    monkeypatch.chdir(repository)
    assert main(["diff", "--docs-at", "old"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith(
        "docs/endpoints/lock/sync.rst:22: breaking[parameter-renamed] GET /my/lock/sync: query parameter `ids`"
    )
    assert captured.err == "1 breaking\n"
    assert main(["diff", "--docs-at", "old", "--fail-on", "breaking"]) == 1
    assert main(["diff", "docs", "--docs-at", "old", "--fail-on", "possibly-breaking", "--format", "json"]) == 1
    assert main(["diff", "docs", "docs", "--fail-on", "any"]) == 0
    capsys.readouterr()
    assert main(["release-notes", "--docs-at", "old", "-o", "notes.md"]) == 0
    assert capsys.readouterr().err == "1.4.2 → 2.0.0: major; changes: 1 breaking\n"
    assert (repository / "notes.md").read_text("utf-8").startswith("## 2.0.0\n\n1.4.2 → 2.0.0")


def test_a_revision_has_what_archives_leave_out(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Repositories keep their documentation out of archives by `export-ignore`; links of a tree lead nowhere."""
    (repository / ".gitattributes").write_text("docs export-ignore\n*.rst export-subst\n")
    (repository / "docs" / "linked.rst").symlink_to("/etc/passwd")
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["stash", "-q", "--", "docs/endpoints"], ["add", "-A"], [*identity, "commit", "-qm", "more"]):
        subprocess.run(["git", *identity, "-C", str(repository), *arguments], check=True, capture_output=True)  # noqa: S607
    subprocess.run(["git", "-C", str(repository), "stash", "pop", "-q"], check=True, capture_output=True)  # noqa: S607
    monkeypatch.chdir(repository)
    assert main(["diff", "--docs-at", "HEAD"]) == 0
    assert capsys.readouterr().err == "1 breaking\n"


def test_a_shallow_clone_says_that_it_is_one(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it has is compared, also where the work tree was edited; what it lacks can be fetched."""
    clone = tmp_path / "clone"
    command = ["git", "clone", "-q", "--depth", "1", f"file://{repository}", str(clone)]
    subprocess.run(command, check=True, capture_output=True)
    shutil.copytree(repository / "docs", clone / "docs", dirs_exist_ok=True)
    monkeypatch.chdir(clone)
    assert main(["diff", "--docs-at", "HEAD"]) == 0
    assert capsys.readouterr().err == "1 breaking\n"
    assert main(["diff", "--docs-at", "HEAD~1"]) == 2
    assert capsys.readouterr().err.startswith("docpact: HEAD~1: is no revision (this clone is shallow: git fetch")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "--docs-at", "nowhere"], "docpact: nowhere: is no revision"),
        (["diff", "--docs-at=--output=x"], "docpact: --output=x: is no revision"),
        (["diff", "new.yaml", "--docs-at", "old"], "docpact: new.yaml: is not in revision old"),
        (["diff", "missing.yaml", "docs"], "docpact: missing.yaml: does not exist"),
        (
            ["diff", "odd.yaml", "docs"],
            "docpact: odd.yaml#/paths/~1a/get/responses: must be the responses object",
        ),
        (
            ["release-notes", "docs", "docs", "--version", "one"],
            "docpact: `one` is no version (three numbers such as 1.4.0)",
        ),
        (["diff"], "docpact: spec/openapi.yaml: does not exist"),
    ],
)
def test_wrong_use_is_one_line(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    """What, where, and what to do; exit code 2."""
    monkeypatch.chdir(repository)
    (repository / "odd.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {/a: {get: {responses: 5}}}\n"
    )
    assert main(arguments) == 2
    captured = capsys.readouterr().err
    assert captured.replace(f"{repository}/", "").startswith(said)
    assert len(captured.splitlines()) == 1
