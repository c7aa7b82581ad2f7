"""The command line: its help, its suggestions, what editors and shells get of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

import jsonschema_rs
import pytest

from docpact.cli import main, terminal
from docpact.cli.catalogue import COMMANDS, GROUPS
from docpact.cli.grammar import build_parser
from docpact.config import SECTIONS, load_config
from docpact.config_schema import make_config_schema
from docpact.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
NAMES = [command.name for command in COMMANDS]


def stop(*arguments: str) -> object:
    """Run the command and return the code that it exits with at once."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    return stopped.value.code


def test_the_help_has_every_command_in_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    """With examples, environment variables and exit codes."""
    assert stop("--help") == 0
    shown = capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n  {command.name.ljust(13)}  {command.text}\n" in shown
        assert f"\n{command.group}:\n" in shown
    for word in ("examples:", "environment:", "DOCPACT_AUTHORIZATION", "NO_COLOR", "exit codes:"):
        assert word in shown


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_help_with_examples_that_are_right(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each example is a line that the command line takes; no line is wider than a page of the manual."""
    assert stop(name, "--help") == 0
    shown = capsys.readouterr().out
    command = next(one for one in COMMANDS if one.name == name)
    assert command.examples
    for line in command.examples.splitlines():
        assert line.strip() in shown
        words = line.split(" > ")[0].replace('"', "'").split("'")
        arguments = [word for i, part in enumerate(words) for word in ([part] if i % 2 else part.split())]
        assert build_parser().parse_args(arguments[1:]).command == name.replace("-", "_")


@pytest.mark.parametrize("name", GROUPS)
def test_options_in_groups_exist(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A group of an option that was renamed would be silently without effect."""
    assert stop(name, "--help") == 0
    shown = capsys.readouterr().out
    for option, group in GROUPS[name].items():
        assert f"\n{group}:\n" in shown
        assert f"  {option}" in shown.partition(f"\n{group}:\n")[2].partition("\n\n")[0]


def test_the_bare_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """And exits as for any other wrong use."""
    assert main([]) == 2
    assert "\nbegin:\n  init " in capsys.readouterr().out


def test_help_is_a_word_too(capsys: pytest.CaptureFixture[str]) -> None:
    """`docpact help` and `docpact help lint`."""
    assert stop("help") == 0
    assert "\nbegin:\n" in capsys.readouterr().out
    assert stop("help", "lint") == 0
    assert capsys.readouterr().out.startswith("usage: docpact lint ")


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In one line."""
    assert stop(option) == 0
    assert capsys.readouterr().out.startswith("docpact ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "docpact: there is no command `chekc`; did you mean `check`? (see docpact --help)\n"),
        (["check", "--bugdet", "5"], "docpact check: there is no option `--bugdet`; did you mean `--budget`?"),
        (["check", "--bugdet=5"], "docpact check: there is no option `--bugdet=5`; did you mean `--budget`?"),
        (["lint", "--format", "sarf"], "docpact lint: argument --format: there is no `sarf`; did you mean `sarif`?"),
        (["lint", "--format", "xyz"], "there is no `xyz`; known are full, text, json, sarif, github"),
        (["diff", "a", "b", "c"], "docpact diff: there is no argument `c` (see docpact diff --help)"),
    ],
)
def test_a_slip_gets_one_line_with_a_suggestion(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2; the line is about the command that was meant."""
    assert stop(*arguments) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert shown.count("\n") == 1


def test_the_help_imports_little() -> None:
    """No library but the standard one, and none of its slow parts: the help must be there at once."""
    script = "import sys\nfrom docpact.cli import main\ntry:\n    main(['--help'])\nfinally:\n    print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{script}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    loaded = set(run.stdout.splitlines()[-1].split())
    assert {name for name in loaded if name.startswith("docpact.")} <= {
        "docpact.cli", "docpact.cli.argument_types", "docpact.cli.catalogue",
        "docpact.cli.entry", "docpact.cli.grammar", "docpact.cli.parser",
    }  # fmt: skip
    assert not loaded & {"docutils", "yaml", "rich", "msgspec", "httpx", "contract_suite", "tomllib", "difflib", "json"}


def test_shells_complete_commands_and_options(capsys: pytest.CaptureFixture[str]) -> None:
    """The script names them all."""
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    names = next(line for line in script.splitlines() if line.startswith("_shtab_docpact_subparsers="))
    assert re.findall(r"[\w-]+", names.partition("=")[2]) == NAMES
    assert "--unsafe-fixes" in script


def test_a_document_that_is_called_json_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same document as in YAML."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.rst").write_text("Get\n===\n\n::\n\n    GET /a\n")
    assert main(["extract", str(tmp_path / "docs"), "-q", "-o", str(tmp_path / "o.json")]) == 0
    assert list(json.loads((tmp_path / "o.json").read_text())["paths"]) == ["/a"]
    capsys.readouterr()


def test_the_schema_of_the_configuration_is_as_committed(capsys: pytest.CaptureFixture[str]) -> None:
    """`docpact schema` prints what the documentation has: run `tox -e pages`."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "reference" / "docpact.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    "path",
    [ROOT / "docpact.toml", *sorted((ROOT / "tests" / "apis").glob("*/docpact.toml"))],
    ids=lambda p: p.parent.name,
)
def test_the_schema_takes_what_the_tool_takes(path: Path) -> None:
    """Every configuration of this repository."""
    jsonschema_rs.validate(make_config_schema(), tomllib.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "settings",
    [
        "[docs]\nsauce = 'x'\n", "[nothing]\n", "[docs]\nsource = 1\n", "[lint]\nignore = ['x']\n",
        "[lint.severities]\nmarkup = 'fatal'\n", "[client]\nversion = '1.0 beta'\n", "[dialect.roles]\nx = 'y'\n",
        "[mock]\nbehaviours = 'x'\n", "[docs]\nurl = 'docs.example'\n",
    ],
)  # fmt: skip
def test_the_schema_refuses_what_the_tool_refuses(settings: str, tmp_path: Path) -> None:
    """A misspelt key, a wrong type, a code that doesn't exist."""
    (tmp_path / "docpact.toml").write_text(settings)
    with pytest.raises(UsageError):
        load_config(tmp_path / "docpact.toml")
    assert not jsonschema_rs.is_valid(make_config_schema(), tomllib.loads(settings))


def test_the_schema_has_every_key() -> None:
    """Also those of sections that are added later."""
    properties = make_config_schema()["properties"]
    assert properties.keys() == SECTIONS.keys()
    for name, kind in SECTIONS.items():
        assert properties[name]["properties"].keys() == {field.name.replace("_", "-") for field in fields(kind)}


@dataclass(frozen=True)
class Call:
    """How the command was called, and how it calls itself."""

    called: str
    expected: str
    tox: str = ""
    found: bool = False
    """Whether the person's shell finds `docpact`."""


@pytest.mark.parametrize(
    "call",
    [
        Call("/home/me/bin/docpact", "docpact", found=True),
        Call("{here}/.venv/bin/docpact", ".venv/bin/docpact"),
        Call("{here}/.tox/pipeline/bin/docpact", ".tox/pipeline/bin/docpact", tox="pipeline", found=True),
        Call("/src/docpact/__main__.py", f"{Path(sys.executable).name} -m docpact"),
        Call("/usr/bin/pytest", "docpact"),
    ],
)
def test_a_next_step_works_where_it_is_printed(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command is named as the person's shell finds it: not by a name that only an environment of tox's knows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TOX_ENV_NAME", call.tox)
    monkeypatch.setattr(sys, "argv", [call.called.format(here=tmp_path)])
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/docpact" if call.found else None)
    assert terminal.find_command() == call.expected
