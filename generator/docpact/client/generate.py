"""Runs openapi-python-client and makes a distribution of what it writes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docpact.client.build_surface import build_surface
from docpact.client.distribution import write_distribution
from docpact.client.entrance import class_name_for, emit_entrance
from docpact.client.facade import MARK, emit_groups, emit_models_index, emit_tables
from docpact.client.prepare import prepare_document
from docpact.client.raw import read_raw
from docpact.client.surface import Surface
from docpact.config import Client
from docpact.document import read_document
from docpact.errors import ToolError
from docpact.plain_text import UNSAFE_BUT_LINES, escape_character

LONGEST_RUN = 600
RUNTIME = Path(__file__).parent / "runtime"
# Places in what openapi-python-client writes, and what they become.
PATCHES = {
    # Its `repr` would print the key.
    "client.py": ("    token: str\n", "    token: str = field(repr=False)\n"),
    # A copy of what was left out would no longer be known as such: it is compared with `is`.
    "types.py": (
        "class Unset:\n",
        """class Unset:
    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"

""",
    ),
}


@contextmanager
def generate_client(document: Mapping[str, Any], config: Client) -> Iterator[Path]:
    """Yield a folder with the client's distribution, finished; it may be moved away, else it goes with the block.

    Raises `InputError` for a document that can't be read, and `ToolError` with the generator's words where it fails or
    warns: it leaves out what it warns about.
    """
    class_name_for(config)
    document = read_document(document, "the document").mapping
    with tempfile.TemporaryDirectory(prefix="docpact-client-") as name:
        work = Path(name)
        source = work / "openapi.json"
        source.write_text(json.dumps(prepare_document(document)), "utf-8")
        settings = work / "settings.json"
        # The code is tidied below, in this process's environment and by no configuration of the place that it is in.
        settings.write_text(json.dumps({"post_hooks": [], "package_name_override": config.package}), "utf-8")
        new = work / "distribution"
        new.mkdir()
        package = new / config.package
        command = [
            "openapi_python_client", "generate", "--path", str(source), "--config", str(settings), "--meta", "none",
            "--output-path", str(package), "--fail-on-warning",
        ]  # fmt: skip
        _run(command, work, "openapi-python-client")
        surface = _add_facade(package, document, config)
        _run(
            ["ruff", "check", "--isolated", "--no-cache", "--select", "F401,I,UP", "--fix-only", "-q", str(package)],
            work,
            "ruff",
        )
        _run(["ruff", "format", "--isolated", "--no-cache", "-q", "--line-length", "120", str(package)], work, "ruff")
        write_distribution(new, document, config, surface)
        shutil.rmtree(package / ".ruff_cache", ignore_errors=True)
        yield new


def _add_facade(package: Path, document: Mapping[str, Any], config: Client) -> Surface:
    """Put the façade over what the generator has written, and return what it offers."""
    raw = read_raw(package)
    surface = build_surface(document, raw)
    files = {
        **emit_groups(surface, raw),
        **emit_entrance(document, surface, raw, config),
        "models/__init__.py": emit_models_index(raw),
        "_tables.py": emit_tables(raw),
        **{name: _patch((package / name).read_text("utf-8"), *patch) for name, patch in PATCHES.items()},
        **{f"_runtime/{path.name}": path.read_text("utf-8") for path in sorted(RUNTIME.glob("*.py"))},
    }
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    for path in sorted(package.rglob("*.py")):
        text = path.read_text("utf-8")
        # The generator writes descriptions and names as they are; all of these stand in texts, where escapes mean them.
        shown = UNSAFE_BUT_LINES.sub(escape_character, text)
        if shown != text or not text.startswith(MARK):
            path.write_text(shown if shown.startswith(MARK) else MARK + shown, "utf-8")
    return surface


def _patch(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ToolError("openapi-python-client writes its modules differently than this version of docpact expects")
    return text.replace(old, new)


def _run(module: Sequence[str], folder: Path, tool: str) -> None:
    command = [sys.executable, "-m", *module]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter with a fixed list of arguments.
            command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST_RUN, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError(f"{tool} could not be run: {error}") from error
    if done.returncode:
        said = (done.stdout + done.stderr).strip().replace(str(folder), "…")
        raise ToolError(f"{tool} failed:\n{said[-4000:]}", hint="the document has something that it cannot express")
