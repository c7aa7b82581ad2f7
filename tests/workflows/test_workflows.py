"""What workflows, the action and the hooks do is a command that a person can run: here each is run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from docpact.cli import main

ROOT = Path(__file__).resolve().parents[2]
PLACES = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / "action.yml"]
WORDS = {"CONFIG": "docpact.toml", "BASE": "HEAD", "FAIL_ON": "breaking"}


def steps(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any YAML value.
    """Every step of a workflow or action."""
    if isinstance(node, dict):
        if "run" in node or "uses" in node:
            yield node
        for value in node.values():
            yield from steps(value)
    elif isinstance(node, list):
        for value in node:
            yield from steps(value)


def commands() -> Iterator[str]:
    """Every `docpact …` line of the workflows, the action and the hooks."""
    for place in PLACES:
        for step in steps(yaml.safe_load(place.read_text("utf-8"))):
            yield from (
                line.strip() for line in step.get("run", "").splitlines() if line.strip().startswith("docpact ")
            )
    yield from (hook["entry"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")))


COMMANDS = sorted(set(commands()))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project that is built and committed."""
    root = tmp_path_factory.mktemp("project")
    for name in ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state"):
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", root / "docs" / f"{name}.rst")
    shutil.copy(ROOT / "api_docs" / "conf.py", root / "docs" / "conf.py")
    (root / "docpact.toml").write_text('[docs]\nsource = "docs"\n')
    assert main(["build", "--config", str(root / "docpact.toml")]) == 0
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "first"]):
        subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)  # noqa: S607
    return root


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_a_workflow_runs(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """On a project where nothing is wrong, each ends well."""
    monkeypatch.chdir(project)
    words = {**WORDS, "RUNNER_TEMP": str(tmp_path)}
    arguments = shlex.split(re.sub(r"\$([A-Z_]+)", lambda found: words[found[1]], command))
    assert main(arguments[1:]) == 0


def test_every_command_of_a_workflow_is_found() -> None:
    """Those that check, report and write are all among the commands that are run here."""
    assert {command.split()[1] for command in COMMANDS} == {"build", "diff", "lint", "release-notes"}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_no_expression_stands_in_a_script(place: Path) -> None:
    """A title or a branch's name would be run as code; environment variables are not."""
    for step in steps(yaml.safe_load(place.read_text("utf-8"))):
        assert "${{" not in step.get("run", "")


def test_a_project_that_is_broken_fails(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A renamed parameter fails the job that was asked to, with an annotation at its page; the document is stale."""
    copied = tmp_path / "project"
    shutil.copytree(project, copied)
    monkeypatch.chdir(copied)
    page = copied / "docs" / "endpoints" / "lock" / "sync.rst"
    page.write_text(page.read_text("utf-8").replace("| id   | integer[]", "| ids  | integer[]"), "utf-8")
    assert main(["diff", "--docs-at", "HEAD", "--format", "github", "--fail-on", "breaking"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=docs/endpoints/lock/sync.rst,line=22,title=parameter-renamed::"
    )
    assert main(["build", "--check"]) == 1
    assert main(["lint", "--configured-baseline"]) == 1
