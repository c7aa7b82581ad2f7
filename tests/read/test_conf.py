"""conf.py → the values that its literals tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.read.conf import LONGEST_NAME_TEXT, NO_CONF, load_conf, parse_conf


def test_names_are_read_without_running_conf(tmp_path: Path) -> None:
    """The configuration's syntax tree tells the names; its code is never run."""
    conf = tmp_path / "conf.py"
    witness = tmp_path / "ran"
    conf.write_text(
        f"open({str(witness)!r}, 'w').close()\n"
        "import os\n"
        "version = 'v' + str(1)\n"
        "major = 'v37'\n"
        "host = os.environ.get('HOST', 'https://api.example')\n"
        "ultimate_replacements = {'|apiUrl|': host, '|apiVersion|': major, '|both|': f'{host}/{major}',\n"
        "    '|run|': version, 'plain': 'x'}\n"
    )
    assert load_conf(tmp_path, lambda _: None).names == {
        "apiUrl": "https://api.example",
        "apiVersion": "v37",
        "both": "https://api.example/v37",
    }
    assert not witness.exists()


def test_a_broken_conf_gives_nothing(tmp_path: Path) -> None:
    """A configuration that is not Python, or not there, is no reason to stop."""
    conf = tmp_path / "conf.py"
    conf.write_text("def (")
    assert load_conf(tmp_path, lambda _: None) == NO_CONF
    conf.unlink()
    assert load_conf(tmp_path, lambda _: None) == NO_CONF


def test_settings_of_sphinx_are_read() -> None:
    """Texts, lists and dictionaries of texts; what is computed counts as unset."""
    conf = parse_conf(b"""
project: str = "Books"
release = "2.1"
version = release.rpartition(".")[0]
primary_domain = "http"
source_suffix = {".rst": "restructuredtext", ".txt": "restructuredtext"}
exclude_patterns = ["_build"] + ["drafts/*"]
exclude_patterns += ["old"]
extlinks = {"issue": ("https://bugs.example/%s", "bug %s"), "page": ("https://www.example/%s", None)}
rst_prolog = ".. |a| replace:: b\\n"
rst_prolog += ".. |c| replace:: d\\n"
rst_epilog = '''
.. |e| replace:: f
'''
""")
    assert (conf.project, conf.release, conf.version, conf.primary_domain) == ("Books", "2.1", "", "http")
    assert conf.suffixes == (".rst", ".txt")
    assert conf.exclude_patterns == ("_build", "drafts/*", "old")
    assert conf.extlinks == {
        "issue": ("https://bugs.example/%s", "bug %s"),
        "page": ("https://www.example/%s", ""),
    }
    assert conf.prolog == (".. |a| replace:: b\n.. |c| replace:: d\n", 10)
    assert conf.epilog == ("\n.. |e| replace:: f\n", 12)


@pytest.mark.parametrize(
    "source",
    [
        "a0 = 'x' * 8\n",
        "x = 0x" + "f" * 5000,
        "x = " + "-" * 7000 + "1",
        "x = " + "(" * 300 + ")" * 300,
        "\0",
        "a0='xxxxxxxx'\n" + "".join(f"a{n}=a{n - 1}+a{n - 1}\n" for n in range(1, 34)) + "n={'|big|': a33}",
    ],
)
def test_hostile_configurations_give_nothing(source: str) -> None:
    """Long numbers, deep nesting, texts that double: no time, no memory, no traceback."""
    assert parse_conf(source.encode()).names == {}


def test_a_name_stands_for_so_much_and_no_more() -> None:
    """A page may use a name thousands of times."""
    text = f"n = {{'|fits|': '{'x' * LONGEST_NAME_TEXT}', '|big|': '{'x' * (LONGEST_NAME_TEXT + 1)}'}}"
    assert list(parse_conf(text.encode()).names) == ["fits"]
