"""`docpact build --watch`: saved, built."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise")
def test_a_saved_page_is_built(tmp_path: Path) -> None:
    """Once at the start, again after each save, also after one that was no good; until it is interrupted."""
    for name in ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", tmp_path / "docs" / f"{name}.rst")
    shutil.copy(ROOT / "api_docs" / "conf.py", tmp_path / "docs" / "conf.py")
    (tmp_path / "docpact.toml").write_text(
        '[docs]\nsource = "docs"\n[spec]\noutput = "openapi.yaml"\ndiagnostics = "d.txt"\n'
    )
    command = [sys.executable, "-m", "docpact", "build", "--watch", "--accept"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "CI": "1"}
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        wait_for(process, "watching docs")
        # The watch begins when the first build has ended.
        time.sleep(0.5)
        page = tmp_path / "docs" / "endpoints" / "lock" / "sync.rst"
        good = page.read_text("utf-8")
        page.write_text("nothing", "utf-8")
        assert "saved docs/endpoints/lock/sync.rst" in wait_for(process, "watching docs")
        time.sleep(0.5)
        page.write_text(good.replace("/my/lock/sync", "/my/lock/state"), "utf-8")
        wait_for(process, "watching docs")
        assert "/my/lock/state:" in (tmp_path / "openapi.yaml").read_text("utf-8")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
    finally:
        process.kill()
        process.communicate()


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    """What the process says until it says these words."""
    said = ""
    end = time.monotonic() + PATIENCE
    while words not in said and time.monotonic() < end:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line, said
        said += line
    return said
