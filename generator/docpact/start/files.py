"""Facts about a project → the files of a first configuration."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from docpact.config import FILE
from docpact.start.look import Facts, Named

BASE = "spec/base.yaml"
WORKFLOW = ".github/workflows/docpact.yml"
HOOKS = ".pre-commit-config.yaml"

CONFIG_TEXT = """\
# What docpact can't read from the pages. Every key: docs/reference/configuration.md in docpact's repository.

[docs]
source = $source
"""
WORKFLOW_TEXT = Template("""\
# Fails when a page was edited without `docpact build`, and when a page has a new diagnostic.
name: docpact
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  documentation:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: '3.13'
      - run: python -m pip install "$requirement"
      - run: docpact build --check
      - run: docpact lint --configured-baseline --format github
""")
HOOKS_TEXT = """\
repos:
  # Both need docpact on the person's PATH.
  - repo: local
    hooks:
      - id: docpact-build
        name: docpact build --check
        entry: docpact build --check
        language: system
        pass_filenames: false
        files: (\\.rst|docpact\\.toml|\\.ya?ml)$
      - id: docpact-lint
        name: docpact lint
        entry: docpact lint --configured-baseline
        language: system
        pass_filenames: false
        files: (\\.rst|docpact\\.toml|\\.ya?ml)$
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """The files of a first configuration."""

    files: Mapping[str, str]
    """Path in the project → text."""
    package: str
    """The import name that the client gets."""


def make_starter(facts: Facts, project: Path, requirement: str) -> Starter:
    """Return the files for a project whose documentation shows these facts; `requirement` is what pip installs."""
    base = _base(facts)
    package = _package(facts.survey.tree.project)
    files = {FILE: _config(facts, project, package, with_base=bool(base))}
    if base:
        files[BASE] = base
    files[WORKFLOW] = WORKFLOW_TEXT.substitute(requirement=requirement)
    files[HOOKS] = HOOKS_TEXT
    return Starter(files=files, package=package)


def _config(facts: Facts, project: Path, package: str, *, with_base: bool) -> str:
    docs = facts.docs.resolve()
    root = project.resolve()
    source = docs.relative_to(root).as_posix() if docs.is_relative_to(root) else str(docs)
    lines = [Template(CONFIG_TEXT).substitute(source=_quoted(source))]
    if facts.version_from:
        lines[0] += f"# What the pages replace |{facts.version_from}| by is the API's version.\n"
        lines[0] += f"version-from = {_quoted(facts.version_from)}\n"
    base = f"base = {_quoted(BASE)}  # what no page says in a form that can be read\n" if with_base else ""
    lines.append(f'[spec]\n{base}output = "spec/openapi.yaml"\ndiagnostics = "spec/diagnostics.txt"\n')
    lines.append(f'[client]\nfolder = "generated"\npackage = {_quoted(package)}\n')
    if facts.unknown_directives:
        meanings = "".join(f'# {_quoted(name)} = "text"\n' for name in facts.unknown_directives)
        lines.append(
            "# Directives that docpact doesn't know. Say what they mean: a meaning of docs/how-to/own-dialect.md, or\n"
            f'# "ignore".\n# [dialect.directives]\n{meanings}'
        )
    return "\n".join(lines)


def _base(facts: Facts) -> str:
    """Return a base document with what the pages name but the document would lack; empty where it lacks nothing."""
    parts: list[str] = []
    if not facts.server and facts.servers:
        parts.append("servers:")
        parts += [f"  - url: {_quoted(one.value)}  {_remark(one)}" for one in facts.servers]
    # Schemes that pages describe are in the document without a base's help, and a base's would replace them.
    if facts.key_headers and not facts.survey.documentation.schemes:
        names = {re.sub(r"\W", "", one.value): one for one in facts.key_headers}
        parts += ["components:", "  securitySchemes:"]
        for name, one in names.items():
            parts.append(f"    {name}:  {_remark(one)}")
            parts += ["      type: apiKey", "      in: header", f"      name: {one.value}"]
        parts += ["security:", *(f"  - {name}: []" for name in names)]
    if not parts:
        return ""
    head = "# What the pages name in passing, with the place. Check it: what stands here wins over the pages.\n"
    return head + "\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    """Return the text as a string of YAML and of TOML, whatever characters it has."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _remark(named: Named) -> str:
    """Return the place as a comment: a file's name may hold anything but what would end the line."""
    return f"# {_quoted(str(named.origin))[1:-1]}"


def _package(project: str) -> str:
    """Return an import name from the project's: `Lending API` gives `lending_client`."""
    words = [word for word in re.findall(r"[a-z0-9]+", project.lower()) if word not in {"api", "the", "rest", "docs"}]
    name = "_".join(words) or "api"
    return f"{name if name[0].isalpha() else f'api_{name}'}_client"
