"""Which faults of the mock's catalogue a run catches, one fault a run: fault → check → requests until then.

    python benchmarks/check/faults.py [--quick] [--whole] [--at-once N] [-o TABLE.md] [NAME …]

Without `--whole` a run tests the operations on the fault's own resource only: what the fault touches. They get the same
cases as in a whole run, and a run takes a third of the time; how often other operations are blamed, `--whole` shows.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from docpact.config import load_config
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Failure, Plan, rank_check
from docpact.emit import load_document
from docpact.errors import ServerError
from docpact.mock import FAULTS
from docpact.mock.document import Document, Operation

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of one fault."""

    name: str
    site: str = ""
    """The operation that has it; empty where it fits none."""
    caught: tuple[Failure, ...] = ()
    """What was reported of that operation, worst first."""
    elsewhere: tuple[str, ...] = ()
    """What was reported of others."""
    requests: int = 0
    ended: str = ""
    """Why the run didn't begin: a sharp answer, too."""

    @property
    def found(self) -> bool:
        """Whether the fault was caught."""
        return bool(self.caught or self.ended)

    def __str__(self) -> str:
        if not self.site:
            return f"| {self.name} | | *fits no operation of this document* | | | |"
        checks = ", ".join(failure.check for failure in self.caught) or self.ended or "**missed**"
        after = min((failure.after for failure in self.caught), default=1 if self.ended else "")
        elsewhere = "; ".join(self.elsewhere)
        return f"| {self.name} | `{self.site}` | {checks} | {after} | {self.requests} | {elsewhere} |"


def main() -> int:
    """Print the matrix; return 1 where a fault was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="faults; all where none is named")
    parser.add_argument("--quick", action="store_true", help="with `docpact check --quick`")
    parser.add_argument("--whole", action="store_true", help="test all operations for each fault")
    parser.add_argument("--at-once", type=int, default=1, metavar="N", help="so many runs at the same time")
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
    document = Document(load_document(DOCUMENT))
    depth = "quick" if options.quick else "default"
    scope = "all operations" if options.whole else "the operations on the fault's own resource"
    yield f"Depth {depth}, seed {options.seed}, one fault a run, each run over {scope}.\n"
    yield "| fault | at | caught by | after requests | of | also reported elsewhere |"
    yield "|---|---|---|---|---|---|"
    rows: list[Row] = []
    with ThreadPoolExecutor(options.at_once) as pool:
        for row in pool.map(lambda name: test(name, document, options, depth), names):
            rows.append(row)
            yield str(row)
    tried = [row for row in rows if row.site]
    missed = [row.name for row in tried if not row.found]
    apart = [row.name for row in rows if not row.site]
    loud = [row.name for row in tried if len(row.caught) > 1 or row.elsewhere]
    yield f"\nReported more than once: {len(loud)} ({', '.join(loud) or 'none'})."
    yield f"Fit no operation: {', '.join(apart) or 'none'}."
    yield f"{len(tried) - len(missed)} of {len(tried)} caught; missed: {', '.join(missed) or 'none'}"


def test(name: str, document: Document, options: argparse.Namespace, depth: str) -> Row:
    """Test a mock with that fault at the first operation that it fits."""
    fitting = FAULTS[name].operations(document)
    if not fitting:
        return Row(name=name)
    site = fitting[0]
    only = frozenset() if options.whole else frozenset(family(document, site))
    plan = Plan(base_url="", document=DOCUMENT, only=only, seed=options.seed, depth=depth)
    job = CheckJob(plan=plan, faults=[name], workers=1)
    try:
        result = run_job(job, load_config(ROOT / "docpact.toml"))
    except ServerError as error:
        # At the operation that is asked first of all: the run doesn't begin, and one line says why.
        return Row(name=name, site=site.signature, ended=f"the first request: {error.message.split(': ', 1)[1]}")
    caught = sorted((f for f in result.failures if f.operation == site.signature), key=lambda f: rank_check(f.check))
    elsewhere = sorted({f"{f.operation}: {f.check}" for f in result.failures if f.operation != site.signature})
    return Row(
        name=name, site=site.signature, caught=tuple(caught), elsewhere=tuple(elsewhere), requests=result.requests
    )


def family(document: Document, site: Operation) -> tuple[str, ...]:
    """Return the operations on the same resources: those of its collection, and of the members."""
    collection = site.path.rpartition("/{")[0] if site.path.endswith("}") else site.path
    members = re.compile(re.escape(collection) + r"(/\{[^}]+\})?")
    return tuple(o.signature for o in document.operations if members.fullmatch(o.path))


if __name__ == "__main__":
    sys.exit(main())
