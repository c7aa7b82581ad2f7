"""The how-to page does what it says, in a fresh Sphinx project."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.emit import load_yaml
from sphinx_extension.builds import CONF, NEEDS, Build

pytest.importorskip("sphinx", reason=NEEDS)
pytest.importorskip("sphinxcontrib.httpdomain", reason=NEEDS)
from docpact.sphinx.settings import USED

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "how-to" / "sphinx.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
FILES = dict(re.findall(r"`([\w./]+)`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
REFERENCE = FILES.pop("docs/reference.rst")
"""The page that a later section of the how-to adds."""


def follow(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Write the files of the page and run its build."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        if not (folder / name).exists():
            (folder / name).write_text(text, "utf-8")
    commands = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
    (build,) = [shlex.split(line) for line in commands if line.startswith("sphinx-build ")]
    command = [sys.executable, "-m", "sphinx", "--no-color", *options, *build[1:]]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_project_of_the_page_builds(tmp_path: Path) -> None:
    """With the document and the warning that the page shows, and nothing else."""
    assert set(FILES) == {"docs/conf.py", "docs/index.rst"}
    done = follow(tmp_path)
    assert done.returncode == 0
    (shown,) = [block.strip() for language, block in BLOCKS if language == "text"]
    assert done.stderr.strip().removeprefix(f"{tmp_path}/") == shown
    (excerpt,) = [block for language, block in BLOCKS if language == "yaml"]
    assert excerpt in (tmp_path / "out" / "openapi.yaml").read_text("utf-8")
    document: dict[str, Any] = load_yaml(tmp_path / "out" / "openapi.json")
    assert document["info"] == {"title": "Bookshop", "version": "2.1"}


def test_a_warning_fails_the_build_unless_it_is_suppressed(tmp_path: Path) -> None:
    """As the page says of `-W` and `suppress_warnings`."""
    assert follow(tmp_path, "-W").returncode == 1
    (line,) = [block for language, block in BLOCKS if language == "python" and block.startswith("suppress")]
    with (tmp_path / "docs" / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(line)
    done = follow(tmp_path, "-W")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_page_with_the_reference_builds(build: Build) -> None:
    """It shows the document, and the files are beside the pages."""
    if importlib.util.find_spec("drf_spectacular_sidecar") is None:
        pytest.skip(NEEDS)
    pages = {"index.rst": f"{FILES['docs/index.rst']}\n.. toctree::\n\n   reference\n", "reference.rst": REFERENCE}
    built = build(pages, f"{FILES['docs/conf.py']}docpact_html = True\n", builder="html")
    assert (built.out / "openapi.yaml").is_file()
    assert "Redoc.init" in (built.out / "reference.html").read_text("utf-8")


def test_the_settings_that_are_shown_exist(build: Build) -> None:
    """Sphinx takes each, and docpact its value."""
    (shown,) = [block for language, block in BLOCKS if language == "python" and block.startswith("docpact_")]
    names = re.findall(r"^docpact_(\w+?)_(\w+) =", shown, re.MULTILINE)
    assert names
    for section, key in names:
        assert section in USED
        assert hasattr(getattr(Config(root=Path()), section), key), key
    lines = [line for line in shown.splitlines() if "_spec_" not in line]
    assert build(conf=CONF + "\n".join(lines)).warnings == ""
