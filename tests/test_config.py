"""`docpact.toml`: what cannot be a name or an address is refused where it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from docpact.config import load_config
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
    ],
)
def test_what_can_be_no_name_is_refused(section: str, key: str, value: str, tmp_path: Path) -> None:
    """Before it gets into a file that is read as something else."""
    quoted = value.replace('"', '\\"').replace("\n", "\\n")
    (tmp_path / "docpact.toml").write_text(f'[{section}]\n{key} = "{quoted}"\n', "utf-8")
    with pytest.raises(UsageError, match=f"`{key}` cannot be"):
        load_config(tmp_path / "docpact.toml")


@pytest.mark.parametrize("version", ["1", "1.2.3", "2!1.0", "1.0rc1", "1.0.post1.dev3"])
def test_versions_are_those_of_the_packaging_standard(version: str, tmp_path: Path) -> None:
    """In their normal form."""
    (tmp_path / "docpact.toml").write_text(f'[client]\nversion = "{version}"\n', "utf-8")
    assert load_config(tmp_path / "docpact.toml").client.version == version
