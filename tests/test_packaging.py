"""What is installed: dependencies, extras, the version, and what a package index shows."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import docpact
from docpact.cli import extras, main
from docpact.cli.catalogue import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "docpact"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# Folder or file of the tool → the extra that it needs.
PARTS = {"mock": "mock", "client": "client", "contract": "check", "watch.py": "client", "sphinx": "sphinx"}
# What the contract tests' own definitions are imported as; `contract/suite.py` finds them.
OWN = {"docpact", "contract_suite"}
IMPORTED = {"pyyaml": "yaml", "jsonpath-rfc9535": "jsonpath_rfc9535"}


def modules(requirements: list[str]) -> set[str]:
    """The names by which the distributions of requirements are imported."""
    names = [Requirement(text).name for text in requirements]
    return {IMPORTED.get(name, name.replace("-", "_")) for name in names}


def imported(path: Path) -> set[str]:
    """The first names of the modules that a file imports from elsewhere than the standard library."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - OWN


def test_the_small_installation_has_all_that_it_imports() -> None:
    """Reading, checking and comparing need no extra; each other part needs its own and what comes with it."""
    base = modules(PROJECT["project"]["dependencies"])
    optional = PROJECT["project"]["optional-dependencies"]
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).parts
        if parts[:2] == ("client", "runtime"):
            continue  # It is copied into clients, which have their own dependencies.
        allowed = set(base)
        if parts[0] in PARTS:
            allowed |= modules(optional[PARTS[parts[0]]])
        if parts[:2] == ("contract", "proxy"):
            # `docpact proxy` needs the server of the mock as well; `cli/extras.py` says so.
            allowed |= modules(optional["mock"])
        if parts[0] == "sphinx":
            allowed |= {"drf_spectacular_sidecar"}
        assert imported(path) <= allowed, path.relative_to(ROOT)


def test_all_is_every_part() -> None:
    """Somebody who takes `all` misses nothing but Sphinx, which is a project's own."""
    optional = PROJECT["project"]["optional-dependencies"]
    named = {extra for text in optional["all"] for extra in Requirement(text).extras}
    named |= {extra for text in optional["check"] for extra in Requirement(text).extras}
    assert named == optional.keys() - {"all", "sphinx", "reference"}
    assert extras.EXTRAS.keys() == named


def test_what_a_command_needs_is_known() -> None:
    """The commands exist, and each module by which an extra is recognised is one of the extra's."""
    names = {command.name.replace("-", "_") for command in COMMANDS}
    assert extras.NEEDED.keys() <= names
    for extra, found in extras.EXTRAS.items():
        assert set(found) <= modules(PROJECT["project"]["optional-dependencies"][extra])
        assert all(find_spec(module) for module in found)


@pytest.mark.parametrize(
    ("command", "module", "extra"),
    [
        ("mock", "starlette", "mock"),
        ("check", "schemathesis", "check"),
        ("build", "ruff", "client"),
        ("run", "orjson", "mock"),
    ],
)
def test_a_missing_extra_gets_one_line(
    command: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing, for which command, and what to install; exit code 2."""
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == module else object())
    assert main([command]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"docpact: `docpact {command}` needs {module}, which isn't installed (install docpact with")
    assert f"docpact[{extra}]" in said
    assert said.count("\n") == 1


def test_docutils_may_be_the_one_of_an_older_sphinx() -> None:
    """Where it may not, pip goes back to a Sphinx that bounds nothing: 3.5."""
    (docutils,) = [Requirement(text) for text in PROJECT["project"]["dependencies"] if text.startswith("docutils")]
    assert all(docutils.specifier.contains(version) for version in ("0.20.1", "0.21.2", "0.22.4"))


def test_the_version_is_that_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written down nowhere; where nothing is installed it is said to be unknown."""
    assert "version" in PROJECT["project"]["dynamic"]
    assert PROJECT["tool"]["hatch"]["version"]["fallback-version"]

    def missing(_: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", lambda name: f"1.2.3 of {name}")
    assert docpact.__version__ == "1.2.3 of docpact"
    monkeypatch.setattr(metadata, "version", missing)
    assert docpact.__version__ == docpact.UNKNOWN


def test_no_link_of_the_readme_is_relative_on_a_package_index() -> None:
    """The build turns each into one to the repository."""
    (rule,) = PROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]
    shown = re.sub(rule["pattern"], rule["replacement"].replace("\\1", r"\1"), (ROOT / "README.md").read_text("utf-8"))
    targets = re.findall(r"\]\(([^)\s]+)\)", shown)
    assert len(targets) > 10
    assert all(target.startswith("https://") for target in targets)
    assert PROJECT["project"]["urls"]["Repository"] in rule["replacement"]


def test_the_image_is_made_of_the_wheel() -> None:
    """Nothing of a checkout gets into it, and it runs as nobody's administrator."""
    text = (ROOT / "Containerfile").read_text("utf-8")
    assert re.findall(r"^COPY (\S+)", text, re.MULTILINE) == ["dist/docpact-*.whl"]
    assert re.search(r"^USER (?!root)", text, re.MULTILINE)
    assert (ROOT / ".dockerignore").read_text("utf-8").splitlines()[-2:] == ["*", "!dist/docpact-*.whl"]
