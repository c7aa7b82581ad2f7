"""The client beside others: `python benchmarks/client/compare.py` prints one table.

It makes an environment of its own with all of them, so it needs a package registry, and Java for openapi-generator.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import venv
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from docpact.emit import load_document

ROOT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.py")
SUBJECTS = ("bare", "ours", "raw", "openapi-generator", "aiotedee")
NAMES = {
    "bare": "httpx and json.loads", "ours": "tedee-client", "raw": "its raw layer (openapi-python-client)",
    "openapi-generator": "openapi-generator", "aiotedee": "aiotedee (by hand)",
}  # fmt: skip
LOCKS = 1000


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured, in turns (5)")
    rounds = parser.parse_args().rounds
    document = load_document(ROOT / "spec" / "openapi.yaml")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python, subjects = prepare(folder, document)
        lock = sample(document, "/my/lock", lambda result: result[0])
        (folder / "locks.json").write_text(json.dumps(wrap([lock] * LOCKS)))
        url = serve(sample(document, "/my/lock/{id}/sync", lambda result: result))
        found: dict[str, list[Mapping[str, float]]] = {subject: [] for subject in subjects}
        for _ in range(rounds):
            for subject in subjects:
                found[subject].append(json.loads(run(python, PROBE, subject, folder, url)))
    show(
        {subject: {key: statistics.median(r[key] for r in rows) for key in rows[0]} for subject, rows in found.items()}
    )
    return 0


def run(*command: str | Path) -> str:
    """Return what a command prints."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[1]} {command[2]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def prepare(folder: Path, document: Mapping[str, Any]) -> tuple[Path, list[str]]:
    """Return an interpreter that has the clients, and which they are."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "aiotedee", "openapi-generator-cli>=7.26", ROOT / "generated")
    # Its client for a document with `null` among the alternatives doesn't import: it gets one without.
    (folder / "simple.json").write_text(json.dumps(without_null(document), default=str))
    subjects = list(SUBJECTS)
    try:
        run(
            python.with_name("openapi-generator-cli"), "generate", "-g", "python", "-i", folder / "simple.json",
            "-o", folder / "og", "--package-name", "og_client",
        )  # fmt: skip
        run(python, "-m", "pip", "install", "-q", folder / "og")
    except SystemExit as error:
        sys.stderr.write(f"without openapi-generator: {error}\n")
        subjects.remove("openapi-generator")
    return python, subjects


def without_null(node: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the document with `oneOf: [X, null]` as X."""
    if isinstance(node, list):
        return [without_null(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    parts = node.get("oneOf")
    if isinstance(parts, list) and len(parts) > 1 and parts[1] == {"type": "null"}:
        return {**{key: without_null(value) for key, value in node.items() if key != "oneOf"}, **parts[0]}
    return {key: without_null(value) for key, value in node.items()}


def sample(document: Mapping[str, Any], path: str, pick: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a documented answer's part with its nulls filled: not every client survives them."""
    content = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    found = pick(next(iter(content["examples"].values()))["value"]["result"])
    if found.get("accessDetails", 1) is None:
        schema = document["components"]["schemas"]["DeviceAccess"]
        plain = {"boolean": False, "integer": 1, "string": "2024-05-17T06:41:12Z"}
        kinds = {name: member.get("type", "integer") for name, member in schema["properties"].items()}
        found = {**found, "accessDetails": {name: plain.get(str(kind)) for name, kind in kinds.items()}}
    return found


def wrap(result: object) -> dict[str, object]:
    """Return the documented envelope around it."""
    return {"result": result, "success": True, "errorMessages": [], "statusCode": 200}


def serve(lock: object) -> str:
    """Return the address of a server that answers at once, so that what is measured is the client."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = json.dumps(wrap([lock] if self.path.endswith("/my/lock/sync") else lock)).encode()
            head = (
                f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            ).encode()
            self.wfile.write(head + body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def show(figures: Mapping[str, Mapping[str, float]]) -> None:
    """Print the table."""
    sys.stdout.write("\n".join(rows(figures)) + "\n")


def rows(figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Yield its lines."""
    columns = "import and make | first answer | a call | beside httpx | its processor time | beside httpx"
    yield f"| client | {columns} | {LOCKS:,} locks | memory |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for subject, measured in figures.items():
        times, work = (measured[key] / figures["bare"][key] for key in ("call", "processor"))
        yield (
            f"| {NAMES[subject]} | {measured['start']:.0f} ms | {measured['first']:.0f} ms "
            f"| {measured['call']:.2f} ms | {times:.2f} | {measured['processor']:.2f} ms | {work:.2f} "
            f"| {measured['parse']:.1f} ms | {measured['memory']:.0f} MB |"
        )


if __name__ == "__main__":
    os.environ.pop("PYTHONPATH", None)
    sys.exit(main())
