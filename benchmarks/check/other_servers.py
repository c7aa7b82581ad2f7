"""`docpact check` against servers that others wrote: Prism, and a stub that openapi-generator makes of our document.

    python benchmarks/check/other_servers.py --prism node_modules/.bin/prism --stub folder/of/the/stub

Whatever is found must be explained below, as theirs; what isn't is ours to fix, and makes this fail.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from docpact.config import load_config
from docpact.contract.causes import group_causes
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import AUTHORIZATION, Plan
from serving import free_port, started

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"

STATELESS = "it remembers nothing: every answer is a sample of the document, whatever id is asked for"
PRISM = {
    "ignored_auth": "it looks whether there are credentials, not which",
    "unknown_is_missing": STATELESS,
    "listed_is_available": STATELESS,
    "started_is_available": STATELESS,
    "deleted_is_gone": STATELESS,
    "idempotent_delete": STATELESS,
    "read_after_write": STATELESS,
    "filter_conformance": "it knows nothing of filters",
    "paging_conformance": "it knows nothing of pages",
    "unsupported_method": "its 405 has no Allow, which RFC 9110, section 15.5.6, wants",
    "response_schema_conformance": "a body that is no JSON gets an error of its own, not the documented one",
    "envelope_coherence": "where a page shows no sample of a refusal it makes one up, with statusCode 0",
    "negative_data_rejection": "it takes an empty text for a truth value",
}
STUB = {
    "not_a_server_error": "nothing is implemented: what is asked for rightly answers 500",
    "status_code_conformance": "FastAPI refuses with 422, the document says 400",
    "response_schema_conformance": "FastAPI's errors are `detail`, not the documented envelope",
    "allow_header_conformance": "Starlette's Allow has the methods of one route, and each operation is a route",
}
"""Check → why a server fails it, and is at fault."""


def main() -> int:
    """Print what is found; return 1 where something isn't explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prism", type=Path, help="the command")
    parser.add_argument("--stub", type=Path, help="what openapi-generator's python-fastapi wrote")
    options = parser.parse_args()
    unexplained = 0
    if options.prism:
        # Not `--errors`: it would turn what it thinks of a request into answers of a form of its own.
        command = [str(options.prism), "mock", "--port", "{port}", str(DOCUMENT)]
        unexplained += _tell("Prism", command, {}, "PersonalKey any", PRISM)
    if options.stub:
        command = [sys.executable, "-m", "uvicorn", "openapi_server.main:app", "--port", "{port}"]
        environment = {"PYTHONPATH": str(options.stub / "src")}
        unexplained += _tell("openapi-generator's stub", command, environment, "Bearer anything", STUB)
    return int(unexplained > 0)


def _tell(name: str, command: list[str], environment: dict[str, str], key: str, explained: dict[str, str]) -> int:
    unexplained = 0
    with started(command, free_port(), folder=ROOT, environment=environment) as url:
        os.environ[AUTHORIZATION] = key
        result = run_job(CheckJob(plan=Plan(base_url=url, document=DOCUMENT)), load_config(ROOT / "docpact.toml"))
    causes = group_causes(result.failures)
    print(f"{name}: {len(causes)} findings, {result.requests} requests, {result.seconds:.0f} s", flush=True)
    for cause in causes:
        why = explained.get(cause.check)
        unexplained += why is None
        first = cause.failures[0]
        print(f"  {cause.check}, {len(cause.failures)} operations: {why or 'NOT EXPLAINED'}")
        if why is None:
            print(f"    {first.operation}: {first.message}\n    {first.curl}")
    return unexplained


if __name__ == "__main__":
    sys.exit(main())
