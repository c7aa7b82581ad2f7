"""Whole trees in, whole documents out: the cases of `golden/`, compared byte for byte.

`tox -e golden` makes them anew, so that a review sees the difference; a missing file fails.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docpact.build import format_diagnostics
from docpact.client import generate_client
from docpact.config import Client, Config, Docs
from docpact.pipeline import extract

GOLDEN = Path(__file__).resolve().parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def emitted(case: str) -> dict[str, str]:
    """File name → what is emitted for a case."""
    found = extract([GOLDEN / case / "docs"], Config(root=GOLDEN / case, docs=Docs(version_from="apiVersion")))
    return {"openapi.yaml": found.text, "diagnostics.txt": format_diagnostics(found.diagnostics)}


@pytest.mark.parametrize("case", CASES)
def test_document_and_diagnostics(case: str) -> None:
    """Nothing is more, less or other than what was reviewed."""
    for name, text in emitted(case).items():
        assert (GOLDEN / case / name).read_text("utf-8") == text


@pytest.mark.parametrize("case", CASES)
def test_a_client_can_be_made(case: str) -> None:
    """Each operation has its module, and every module is Python."""
    document = extract([GOLDEN / case / "docs"], Config(root=GOLDEN / case)).document
    with generate_client(document, Client(package="harbour_client")) as folder:
        modules = sorted(folder.rglob("*.py"))
        operations = {op["operationId"] for item in document["paths"].values() for op in item.values()}
        assert operations <= {module.stem for module in modules}
        for module in modules:
            compile(module.read_text("utf-8"), module.name, "exec")


if __name__ == "__main__":
    for name in CASES:
        for file, content in emitted(name).items():
            (GOLDEN / name / file).write_text(content, "utf-8")
    sys.stdout.write(f"{len(CASES)} cases made\n")
