"""`docpact check` against pouchdb-server, which implements much of CouchDB's API: documentation and server by others.

    python benchmarks/check/real_server.py --docs couchdb/src/docs/src --server node_modules/.bin/pouchdb-server

The document is made of CouchDB's documentation. Whatever is found must be explained below; what isn't makes this fail.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

import httpx

from docpact.config import Config
from docpact.contract.causes import group_causes
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Plan
from docpact.files import write_text
from docpact.pipeline import extract
from serving import free_port, started

DATABASES = ("db", "movies")
# pouchdb-server ends at the first promise that nobody awaits: a missing database in `_replicate` is enough.
KEEP_ALIVE = 'for (const name of ["uncaughtException", "unhandledRejection"]) process.on(name, () => {});\n'
EXPLAINED = {
    "not_a_server_error": 'server: bad bodies, `{"docs": {}}` say, answer 500 where CouchDB answers 400',
    "no_response": "server: a promise that nobody awaits fails, and the request gets no response",
    "unsupported_method": "server: Express answers 404 for other methods, and takes `PUT /_utils/` for a new database",
    "status_code_conformance": (
        "server: clusters, schedulers and sharding answer 404; pages: a missing database isn't among their statuses"
    ),
    "content_type_conformance": "pages: JSON comes as text/plain unless the request accepts it; one page alone says so",
    "negative_data_rejection": "server: query parameters of a wrong type are taken as if they were missing",
}
"""Check → who is wrong, and why."""


def main() -> int:
    """Print what is found; return 1 where something isn't explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, required=True, help="the folder with CouchDB's pages")
    parser.add_argument("--server", type=Path, required=True, help="the command")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _serve(options.server.resolve(), Path(folder)) as url:
        document = Path(folder, "openapi.yaml")
        write_text(document, extract([options.docs], Config(root=Path(folder))).text)
        for name in DATABASES:
            httpx.put(f"{url}/{name}")
        # A replication starts work of its own, which the server does not survive.
        plan = Plan(base_url=url, document=document, keyword="not replicate", budget=5000, depth="quick")
        result = run_job(CheckJob(plan=plan), Config(root=Path(folder)))
    causes = group_causes(result.failures)
    print(f"{len(causes)} findings, {result.requests} requests, {result.seconds:.0f} s")
    for cause in causes:
        print(f"  {cause.check}, {len(cause.failures)} operations: {EXPLAINED.get(cause.check, 'NOT EXPLAINED')}")
        print(f"    {cause.failures[0].operation}: {cause.failures[0].message}\n    {cause.failures[0].curl}")
    return int(any(cause.check not in EXPLAINED for cause in causes))


def _serve(server: Path, folder: Path) -> AbstractContextManager[str]:
    """Start the server in memory, so that it goes on after a failure that nobody handles."""
    command = [str(server), "--in-memory", "--no-stdout-logs", "--host", "127.0.0.1", "--port", "{port}"]
    keep = folder / "keep.cjs"
    write_text(keep, KEEP_ALIVE)
    return started(command, free_port(), folder=folder, environment={"NODE_OPTIONS": f"--require {keep}"})


if __name__ == "__main__":
    sys.exit(main())
