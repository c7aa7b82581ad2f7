"""The configuration: where it is found, and what is refused where it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.cli import main
from docpact.config import Config, config_for, find_config, load_config, override_config
from docpact.errors import UsageError


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("docs", "url", "docs.example"),
        ("docs", "url", "javascript:alert(1)"),
        ("docs", "url", "https://docs.example/a b"),
        ("client", "distribution", 'x"\ndependencies = ["evil"]'),
        ("client", "distribution", "../x"),
        ("client", "version", "1.0 beta"),
        ("client", "version", '1"\nreadme = "x'),
        ("conventions", "correlation-header", "x id"),
        ("conventions", "versions-header", "x-api: 1\r\nx-more"),
    ],
)
def test_what_can_be_no_name_is_refused(section: str, key: str, value: str, tmp_path: Path) -> None:
    """Before it gets into a file that is read as something else."""
    quoted = value.replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    (tmp_path / "docpact.toml").write_text(f'[{section}]\n{key} = "{quoted}"\n', "utf-8")
    with pytest.raises(UsageError, match=f"`{key}` cannot be"):
        load_config(tmp_path / "docpact.toml")


@pytest.mark.parametrize("version", ["1", "1.2.3", "2!1.0", "1.0rc1", "1.0.post1.dev3"])
def test_versions_are_those_of_the_packaging_standard(version: str, tmp_path: Path) -> None:
    """In their normal form."""
    (tmp_path / "docpact.toml").write_text(f'[client]\nversion = "{version}"\n', "utf-8")
    assert load_config(tmp_path / "docpact.toml").client.version == version


PYPROJECT = (
    '[project]\nname = "x"\n[tool.docpact.docs]\nsource = "pages"\n[tool.docpact.safety]\nread = ["POST /search"]\n'
)


def test_a_table_in_pyproject_is_a_configuration(tmp_path: Path) -> None:
    """It says the same as a file of its own, from any folder below, and for the tree that it names."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "pages" / "deep").mkdir(parents=True)
    assert find_config(tmp_path / "pages" / "deep") == tmp_path / "pyproject.toml"
    config = config_for(tmp_path / "pages")
    assert (config.docs.source, config.safety.read) == ("pages", ("POST /search",))
    assert (config.root, config.file) == (tmp_path, tmp_path / "pyproject.toml")


def test_a_file_of_its_own_wins_in_one_folder(tmp_path: Path) -> None:
    """The nearest folder with either of them decides."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "docpact.toml").write_text('[docs]\nsource = "own"\n')
    assert find_config(tmp_path) == tmp_path / "docpact.toml"
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").write_text(PYPROJECT)
    assert find_config(tmp_path / "inner") == tmp_path / "inner" / "pyproject.toml"


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "docpact"\n',
        '[tool.other]\nname = "docpact"\n',
        "tool = 'docpact'\n",
        "",
        "[broken docpact",
        "\xff",
    ],
)
def test_a_pyproject_of_others_is_no_configuration(text: str, tmp_path: Path) -> None:
    """The search goes on in the folder above."""
    (tmp_path / "docpact.toml").write_text("")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").write_text(text, "latin-1")
    assert find_config(tmp_path / "inner") == tmp_path / "docpact.toml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.docpact.docs]\nsauce = 'x'\n", "[tool.docpact.docs]: unknown key `sauce`"),
        ("[tool.docpact.dogs]\n", "unknown section [tool.docpact.dogs]"),
        ("[tool.docpact.client]\nversion = 'x'\n", "[tool.docpact.client]: `version` cannot be `x`"),
        ("[tool]\ndocpact = 1\n", "has no table [tool.docpact]"),
        ("[tool.docpact.docs\n", "is not TOML"),
    ],
)
def test_what_is_wrong_in_pyproject_is_one_line(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file and the table, and exit code 2."""
    (tmp_path / "pyproject.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"docpact: {tmp_path / 'pyproject.toml'}")
    assert said in lines[0]


def test_a_single_setting_can_come_from_elsewhere() -> None:
    """It is held to the same rules, and all others stay as they are; an error names where it stands."""
    before = Config(root=Path())
    after = override_config(before, "safety", "write", ["GET /a"], "conf.py")
    assert (after.safety.write, after.safety.read, after.docs) == (("GET /a",), (), before.docs)
    for section, key, value in (
        ("safety", "write", "GET /a"),
        ("docs", "url", "docs"),
        ("dialect", "roles", {"verb": "verb"}),
    ):
        with pytest.raises(UsageError) as caught:
            override_config(before, section, key, value, "conf.py")
        assert caught.value.where == "conf.py"
