"""Output in encodings that lack letters of the pages: escapes, never a traceback; YAML and JSON stay what they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WORDS = "Ключ → ключ für \U0001f511"
ENCODINGS = ["ascii", "latin-1", "cp1252", "utf-8"]
PAGE = f"""\
{WORDS}
{"=" * 60}

.. code-block:: sh

    GET https://api.example.com/api/v1/ключ

**Query Parameters**

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Description
   * - ключ
     - {WORDS}
     - {WORDS}

**Sample response**

.. code-block:: js

    {{"größe": "{WORDS}"}}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages that say the same in letters of other scripts, and what they said before."""
    root = tmp_path_factory.mktemp("words")
    for name, text in (("docs", PAGE), ("before", PAGE.replace("ключ\n     -", "other\n     -"))):
        (root / name / "endpoints" / "ключ").mkdir(parents=True)
        (root / name / "endpoints" / "ключ" / "get.rst").write_text(text, "utf-8")
    return root


COMMANDS = [
    "extract docs", "lint docs", "lint docs --format json", "lint docs --format sarif", "lint docs --format github",
    "explain ключ docs", "explain docs --page endpoints/ключ/get", "diff before docs",
    "diff before docs --format markdown", "diff before docs --format json", "diff before docs --format github",
    "compare before document.yaml", "compare before document.yaml --format markdown",
    "compare before document.yaml --format sarif", "release-notes before docs --version 1.0.0", "build --check",
]  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_command_prints_in_every_encoding(project: Path, encoding: str) -> None:
    """One process runs them all: what each prints can be read in that encoding, and machines read what they should."""
    code = (
        "import sys, json\n"
        "from docpact.cli import main\n"
        "main(['extract', 'docs', '-o', 'document.yaml', '-q'])\n"
        "for command in json.loads(sys.argv[1]):\n"
        "    print('=====', flush=True)\n"
        "    code = main(command.split())\n"
        "    assert code in (0, 1, 2), command\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(COMMANDS)],
        cwd=project,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    done.stderr.decode(encoding)
    printed = dict(zip(COMMANDS, done.stdout.split(b"=====\n")[1:], strict=True))
    utf8 = {"extract docs", *(name for name in COMMANDS if name.endswith(("json", "sarif")))}
    for command, output in printed.items():
        output.decode("utf-8" if command in utf8 else encoding)
    document = yaml.safe_load(printed["extract docs"].decode("utf-8"))
    assert WORDS in document["paths"]["/ключ"]["get"]["summary"]
    assert any(
        "größe" in d["message"] or "ключ" in d["message"] for d in json.loads(printed["lint docs --format json"])
    )
