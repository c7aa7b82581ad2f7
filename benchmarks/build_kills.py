"""Kill builds at random moments: each file is an old or a new one, and the next build is right.

`python benchmarks/build_kills.py [100]`; exits 1 where a file is neither, or a build after a kill is wrong.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state")
# So many kills share one build afterwards.
BUILT_AFTER = 10


def main(times: int) -> int:
    """Print what was wrong, then how often; return the exit code."""
    sys.path.insert(0, str(ROOT / "generator"))
    from docpact.files import read_folder  # noqa: PLC0415 - found only now.

    chance = random.Random(0)  # noqa: S311 - the same moments each time.
    wrong = landed = 0
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "project"
        make_project(root)
        before = read_folder(root)
        edit(root)
        edited = read_folder(root)
        begin = time.monotonic()
        start(root).communicate()
        lasts = time.monotonic() - begin
        after = read_folder(root)
        for number in range(times):
            write_folder(root, edited)
            process = start(root)
            time.sleep(chance.uniform(0, lasts))
            landed += process.poll() is None
            process.kill()
            process.communicate()
            found = read_folder(root)
            named = {n: text for n, text in found.items() if "/." not in f"/{n}"}
            torn = [n for n, text in named.items() if text not in {edited.get(n), before.get(n), after.get(n)}]
            if number % BUILT_AFTER == BUILT_AFTER - 1:
                start(root).communicate()
                built = read_folder(root)
                torn += [n for n in {*built, *after} if built.get(n) != after.get(n)]
            wrong += bool(torn)
            if torn:
                print(f"{number}: {torn[:5]}", flush=True)
    counts = f"{times} builds of {lasts:.1f} s killed, {landed} of them while they ran"
    print(f"{counts}; {wrong} times a file was torn or wrong")
    return int(wrong > 0)


def make_project(root: Path) -> None:
    """Build a small project."""
    for name in PAGES:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", root / "docs" / f"{name}.rst")
    shutil.copy(ROOT / "api_docs" / "conf.py", root / "docs" / "conf.py")
    (root / "docpact.toml").write_text('[docs]\nsource = "docs"\n')
    start(root).communicate()


def edit(root: Path) -> None:
    """Change a parameter's type."""
    page = root / "docs" / "endpoints" / "lock" / "sync.rst"
    page.write_text(page.read_text("utf-8").replace("integer[] (optional)", "string[] (optional) "), "utf-8")


def write_folder(root: Path, files: dict[str, str]) -> None:
    """Put the files back, where the last build left others."""
    for name, text in files.items():
        if not (root / name).is_file() or (root / name).read_text("utf-8") != text:
            (root / name).write_text(text, "utf-8")


def start(root: Path) -> subprocess.Popen[bytes]:
    """Start a build."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(root.parent / "cache")}
    command = [sys.executable, "-m", "docpact", "build", "--no-cache", "--config", str(root / "docpact.toml")]
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
