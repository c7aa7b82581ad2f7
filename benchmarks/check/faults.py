"""Which faults of the mock's catalogue a run catches: fault → checks → requests. One run a fault, one fault a run.

    python benchmarks/check/faults.py [--quick] [--whole] [-o TABLE.md] [NAME …]

Without `--whole` only the operations on the same resources are tested: the same cases, in a tenth of the time.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rstapi.contract import ContractResult, run_contract
from rstapi.emit import load_document
from rstapi.errors import ServerError
from rstapi.mock import FAULTS, create_app, running, sample_authorization
from rstapi.mock.document import Document, Operation

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"


def main() -> int:
    """Print the matrix; return 1 where a fault was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="faults; all where none is named")
    parser.add_argument("--quick", action="store_true", help="with `rstapi check --quick`")
    parser.add_argument("--whole", action="store_true", help="test all operations for each fault")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, help="also write the table to a file")
    options = parser.parse_args()
    lines: list[str] = []
    for line in measure(options.names or list(FAULTS), options):
        print(line, flush=True)
        lines.append(line)
    if options.output:
        options.output.write_text("\n".join(lines) + "\n", "utf-8")
    return 0 if lines[-1].endswith("missed: none") else 1


def measure(names: list[str], options: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of the table, then what was missed."""
    raw = load_document(DOCUMENT)
    document = Document(raw)
    missed: list[str] = []
    apart: list[str] = []
    yield "| fault | operation | caught by | expected | elsewhere | requests | s |"
    yield "|---|---|---|---|---|---|---|"
    for name in names:
        fault = FAULTS[name]
        fitting = fault.operations(document)
        if not fitting:
            apart.append(f"{name} (fits no operation)")
            continue
        start = time.monotonic()
        site = fitting[0]
        try:
            result = run(raw, name, () if options.whole else family(document, site), options)
        except ServerError as error:
            # At the operation that is asked first of all: the run doesn't begin, and one line says why.
            yield f"| {name} | `{site.signature}` | the first request: {error.message[:60]} | | | 1 | |"
            continue
        caught = sorted(f.check for f in result.failures if f.operation == site.signature)
        elsewhere = sorted({f"{f.operation}: {f.check}" for f in result.failures if f.operation != site.signature})
        if not caught:
            missed.append(name)
        yield (
            f"| {name} | `{site.signature}` | {', '.join(caught) or '**missed**'} | {fault.expected_check} "
            f"| {'; '.join(elsewhere)} | {result.requests} | {time.monotonic() - start:.1f} |"
        )
    yield ""
    tried = len(names) - len(apart)
    left = f"not tried: {', '.join(apart) or 'none'}; missed: {', '.join(missed) or 'none'}"
    yield f"{tried - len(missed)} of {tried} caught; {left}"


def run(raw: Mapping[str, Any], name: str, only: tuple[str, ...], options: argparse.Namespace) -> ContractResult:
    """Test a mock with that fault."""
    with running(create_app(raw, behaviours=["tedee"], faults=[name])) as url:
        return run_contract(
            DOCUMENT, base_url=url, authorization=sample_authorization(raw), only=only, seed=options.seed,
            depth="quick" if options.quick else "default",
        )  # fmt: skip


def family(document: Document, site: Operation) -> tuple[str, ...]:
    """Return the operations on the same resources: those of its collection, and of the members."""
    collection = site.path.rpartition("/{")[0] if site.path.endswith("}") else site.path
    members = re.compile(re.escape(collection) + r"(/\{[^}]+\})?")
    return tuple(o.signature for o in document.operations if members.fullmatch(o.path))


if __name__ == "__main__":
    sys.exit(main())
