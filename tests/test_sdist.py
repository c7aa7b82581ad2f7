"""The source distribution holds the project and nothing else that lies in a clone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Large folders, and whatever tools have left.
SKIPPED = shutil.ignore_patterns("__pycache__", ".*", "api_docs", "generated", "tests", "benchmarks")


def test_what_else_lies_in_a_clone_is_left_out(tmp_path: Path) -> None:
    """Notes, keys, environments and other projects go to nobody; what is needed to build the wheel is there."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    root = tmp_path / "clone"
    shutil.copytree(ROOT, root, ignore=SKIPPED)
    strange = ("notes.txt", ".env", "generator/.env", "generator/docpact/server.pem", "other/x.py", "docs/run.har")
    for name in strange:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("secret")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert not inside & set(strange)
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "generator/docpact/cli/entry.py",
        "generator/docpact/py.typed",
    } <= inside
    assert "contract_tests/contract_suite/plan.py" in inside
    assert "generator/docpact/mock/page.css" in inside
