"""The client as somebody gets it: built, and installed where nothing else is."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
USE = """
import asyncio, importlib.metadata, pkgutil, importlib, tedee_client
from tedee_client import AsyncTedee, Tedee, parse_webhook
for module in pkgutil.walk_packages(tedee_client.__path__, "tedee_client."):
    importlib.import_module(module.name)
assert {"get_all", "lock", "unlock", "update"} <= set(dir(Tedee(personal_key="x").locks))
assert importlib.metadata.version("tedee-client")
names = {found.metadata["Name"].lower() for found in importlib.metadata.distributions()}
print(",".join(sorted(names - {"pip", "setuptools"})))
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command, and keep what it says."""
    return subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)


def make_environment(folder: Path) -> Path:
    """Return the interpreter of a new, empty environment."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wheel and sdist; whoever can't reach a package registry skips."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "generated", folder / "source", ignore=shutil.ignore_patterns("__pycache__"))
    python = make_environment(folder / "tools")
    fetched = run(python, "-m", "pip", "install", "-q", "--retries", "0", "build", "hatchling", cwd=folder)
    if fetched.returncode:
        pytest.skip(f"needs a package registry: {fetched.stderr.strip().splitlines()[-1]}")
    done = run(python, "-m", "build", "-q", "--no-isolation", "--outdir", "dist", "source", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "dist"


@pytest.mark.slow
def test_wheel_and_sdist_hold_the_package_and_no_more(built: Path) -> None:
    """The same modules, the mark that it is typed, the README."""
    (wheel,), (sdist,) = built.glob("*.whl"), built.glob("*.tar.gz")
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {path.relative_to(ROOT / "generated").as_posix() for path in (ROOT / "generated").rglob("*.py")}
    assert package <= names
    assert {name for name in names - package if ".dist-info/" not in name} == {"tedee_client/py.typed"}
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {*package, "README.md", "pyproject.toml", "tedee_client/py.typed"} <= inside


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_it_installs_into_an_empty_environment(built: Path, tmp_path: Path, kind: str) -> None:
    """Every module imports, and what came along is httpx, its retries, attrs, and what those need."""
    python = make_environment(tmp_path / "empty")
    (distribution,) = built.glob(kind)
    done = run(python, "-m", "pip", "install", "-q", distribution, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    used = run(python, "-W", "error", "-c", USE, cwd=tmp_path)
    assert used.returncode == 0, used.stderr
    installed = set(used.stdout.strip().split(","))
    needed = {"tedee-client", "httpx", "httpx-retries", "attrs", "httpcore", "anyio", "certifi", "h11", "idna"}
    assert needed <= installed <= needed | {"sniffio", "typing_extensions"}
