"""The gallery: its documents are fresh, its pages show what is there, and their commands work as printed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from docpact.config import Config
from docpact.emit import dump_yaml
from docpact.pipeline import extract

GALLERY = Path(__file__).resolve().parents[1] / "docs" / "gallery"
NAMES = ["allotments", "ferry", "greenhouse", "kiln", "observatory"]
SECONDS = 240
"""What ten lines may take on a machine that does much else."""
every = pytest.mark.parametrize("name", NAMES)


def read_blocks(name: str, language: str) -> list[str]:
    """Return the texts of a page's blocks in that language."""
    text = (GALLERY / f"{name}.md").read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_gallery_is_complete() -> None:
    """Each folder has its page, and the index has a link to each page."""
    assert sorted(path.name for path in GALLERY.iterdir() if path.is_dir()) == NAMES
    assert sorted(re.findall(r"\| \[\w+\]\((\w+)\.md\)", (GALLERY / "index.md").read_text("utf-8"))) == NAMES


@every
def test_documents_are_fresh(name: str) -> None:
    """The committed document is what the pages give, without any diagnostic."""
    extraction = extract([GALLERY / name / "docs"], Config(root=GALLERY))
    assert not extraction.diagnostics
    assert dump_yaml(extraction.document) == (GALLERY / name / "openapi.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["../index", "index", *NAMES])
def test_pages_show_what_is_there(name: str) -> None:
    """Every excerpt stands like that in one of the API's files."""
    for language, pattern in (("rst", "*/docs/**/*.*"), ("yaml", "*/openapi.yaml")):
        texts = [path.read_text("utf-8") for path in GALLERY.glob(pattern) if path.is_file()]
        blocks = read_blocks(name, language)
        assert blocks
        for block in blocks:
            assert any(block in text for text in texts), block


@every
def test_ten_lines_work(name: str, tmp_path: Path) -> None:
    """The commands of a page give the committed document and the printed output, and the mock keeps its contract."""
    [script], [printed] = read_blocks(name, "sh"), read_blocks(name, "text")
    assert len(script.splitlines()) == 10
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
    script = script.replace("8765", port).replace("mock openapi.yaml", f"mock openapi.yaml --port {port}")
    folder = tmp_path / name
    shutil.copytree(GALLERY / name, folder)
    (folder / "openapi.yaml").unlink()
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    # A group of their own: whatever fails, the mock ends with it.
    with subprocess.Popen(
        ["bash", "-e", "-c", script],  # noqa: S607 - whichever Bash the person has.
        cwd=folder, env=env, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as shell:  # fmt: skip
        try:
            output, errors = shell.communicate(timeout=SECONDS)
        finally:
            stop_group(shell.pid)
    assert shell.returncode == 0, output + errors
    assert output.startswith(printed)
    assert "server and documentation agree" in output
    assert (folder / "openapi.yaml").read_bytes() == (GALLERY / name / "openapi.yaml").read_bytes()


def stop_group(group: int) -> None:
    """End what is left of a group of processes."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
