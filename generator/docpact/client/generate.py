"""Runs openapi-python-client and makes a distribution of what it writes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docpact.client.build_surface import build_surface
from docpact.client.distribution import write_distribution
from docpact.client.entrance import class_name_for, emit_entrance
from docpact.client.facade import MARK, emit_groups, emit_models_index, emit_tables
from docpact.client.models import rewrite_endpoints, rewrite_models
from docpact.client.plan import Plan, plan_client
from docpact.client.raw import RawClient, read_raw
from docpact.client.refusals import (
    REPR,
    Refusal,
    describe_refusal,
    find_causes,
    find_missing,
    read_refusals,
    take_out,
    write_out,
)
from docpact.client.renaming import restore_names
from docpact.client.repairs import repair_models
from docpact.client.sensitive import find_sensitive
from docpact.client.surface import Surface
from docpact.config import Client
from docpact.document import Document, Finding, read_document
from docpact.errors import ToolError
from docpact.plain_text import UNSAFE_BUT_LINES, escape_character

LONGEST_RUN = 600
LONGEST_WORDS = 1000
MOST_ROUNDS = 20
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
def generate_client(
    document: Mapping[str, Any] | Document, config: Client, *, leave_out: Callable[[Finding], None] | None = None
) -> Iterator[Path]:
    """Yield a folder with the client's distribution, finished; it may be moved away, else it goes with the block.

    `leave_out` is told of each operation that the client lacks, and of each schema that has no type in it, and why;
    without it these stop the run. Raises `InputError` for a document that can't be read, and `ToolError` where the
    generator fails or nothing of the document can be generated.
    """
    class_name_for(config)
    read = document if isinstance(document, Document) else read_document(document, "the document")
    plan = plan_client(read)
    refused = [*plan.refusals]
    with tempfile.TemporaryDirectory(prefix="docpact-client-") as name:
        work = Path(name)
        new = work / "distribution"
        package = new / config.package
        refused += _generate(plan.document, package, work, config)
        restore_names(package, plan.names)
        repair_models(package)
        raw = read_raw(package)
        refused += find_missing(read, raw, refused)
        _settle(refused, read, leave_out)
        surface = _add_facade(package, read.mapping, raw, plan, config)
        rewrite_models(package, raw, find_sensitive(read.mapping, raw.models))
        rewrite_endpoints(package, raw)
        _run(
            ["ruff", "check", "--isolated", "--no-cache", "--select", "F401,I,UP", "--fix-only", "-q", str(package)],
            work,
            "ruff",
        )
        _run(["ruff", "format", "--isolated", "--no-cache", "-q", "--line-length", "120", str(package)], work, "ruff")
        write_distribution(new, read.mapping, config, surface)
        shutil.rmtree(package / ".ruff_cache", ignore_errors=True)
        yield new


def _generate(asked: dict[str, Any], package: Path, work: Path, config: Client) -> list[Refusal]:
    """Have the package generated; what is refused is written in another way or taken out, and all asked for again.

    Return what was taken out. Raises `ToolError` where the generator fails for a reason that isn't understood.
    """
    source, settings = work / "openapi.json", work / "settings.json"
    # The code is tidied below, in this process's environment and by no configuration of the place that it is in.
    settings.write_text(json.dumps({"post_hooks": [], "package_name_override": config.package}), "utf-8")
    command = [
        "openapi_python_client", "generate", "--path", str(source), "--config", str(settings), "--meta", "none",
        "--output-path", str(package), "--fail-on-warning",
    ]  # fmt: skip
    refused: list[Refusal] = []
    flat: set[str] = set()
    said = ""
    for _ in range(MOST_ROUNDS):
        shutil.rmtree(package, ignore_errors=True)
        package.parent.mkdir(exist_ok=True)
        source.write_text(json.dumps(asked), "utf-8")
        status, said = _call(command, work, "openapi-python-client")
        if not status:
            return refused
        for found in find_causes(read_refusals(said, asked)):
            written = [one for one in found if one.name not in flat and write_out(one, asked)]
            flat |= {one.name for one in written}
            taken = [] if written else [one for one in found if take_out(one, asked)]
            refused += taken
            if written or taken:
                break
        else:
            break
        if not asked["paths"]:
            raise ToolError("no operation of the document can be generated", hint=_first_reason(refused))
    hint = "the document has something that it cannot express"
    raise ToolError(f"openapi-python-client failed: {_shorten(said)}", hint=hint)


def _first_reason(refused: Sequence[Refusal]) -> str:
    return f"{refused[0].name}: {refused[0].reason}"


def _settle(refused: Sequence[Refusal], document: Document, leave_out: Callable[[Finding], None] | None) -> None:
    """Report what was refused; raises `ToolError` with a line each where nobody is told."""
    findings = [describe_refusal(one, document) for one in refused]
    if findings and leave_out is None:
        listed = "\n".join(f"  {finding}" for finding in findings)
        raise ToolError(f"no client can be generated for all of the document:\n{listed}")
    for finding in findings if leave_out else ():
        assert leave_out is not None  # noqa: S101 - narrows for the type checker.
        leave_out(finding)


def _add_facade(package: Path, document: Mapping[str, Any], raw: RawClient, plan: Plan, config: Client) -> Surface:
    """Put the façade over what the generator has written, and return what it offers."""
    surface = build_surface(document, raw, plan.calls)
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
    status, said = _call(module, folder, tool)
    if status:
        raise ToolError(f"{tool} failed: {_shorten(said)}", hint="the document has something that it cannot express")


def _call(module: Sequence[str], folder: Path, tool: str) -> tuple[int, str]:
    """Run a module of Python; return its exit code and what it said."""
    command = [sys.executable, "-m", *module]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter with a fixed list of arguments.
            command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST_RUN, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError(f"{tool} could not be run: {error}") from error
    return done.returncode, (done.stdout + done.stderr).strip().replace(str(folder), "…")


def _shorten(said: str) -> str:
    """Return the end of a program's words in one line: a traceback ends with what went wrong."""
    words = " ".join(REPR.sub("…", said).split())
    return words if len(words) <= LONGEST_WORDS else f"…{words[-LONGEST_WORDS:]}"
