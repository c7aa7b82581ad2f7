"""The commands in the order and groups of the help, with examples; and the groups that their options are shown in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command of the list."""

    name: str
    group: str
    text: str
    """What it does, in the list."""
    examples: str = ""
    """Lines of a shell."""
    more: tuple[str, ...] = ()
    """Lines below them."""


BEGIN, PAGES, DOCUMENT, SERVER, TOOL = "begin", "pages", "document and client", "servers", "the tool"
ENVIRONMENT = (
    "",
    "environment:",
    "  DOCPACT_AUTHORIZATION   the whole Authorization header",
    "  DOCPACT_SCOPE_KEYS      JSON, one header for each scope",
)
COMMANDS: tuple[Command, ...] = (
    Command(
        name="init",
        group=BEGIN,
        text="look at a project, write its configuration, a workflow and commit hooks",
        examples="docpact init\ndocpact init --dry-run\ndocpact init --docs doc/api",
    ),
    Command(
        name="doctor",
        group=BEGIN,
        text="count the request lines that are read, and say what to do first",
        examples="docpact doctor\ndocpact doctor docs --pages",
    ),
    Command(
        name="lint",
        group=PAGES,
        text="report what is wrong with the pages, and fix it",
        examples="docpact lint\ndocpact lint 'docs/**/*.rst' --select sample-json\n"
        "docpact lint --diff\ndocpact lint --fix",
    ),
    Command(
        name="explain",
        group=PAGES,
        text="show all evidence for a fact, how a page is read, or what a code means",
        examples='docpact explain "GET /books/{id}" docs\n'
        "docpact explain --page books docs\ndocpact explain sample-json",
    ),
    Command(
        name="extract",
        group=DOCUMENT,
        text="write the OpenAPI document of a documentation tree",
        examples="docpact extract docs -o openapi.yaml\ndocpact extract docs -o openapi.json",
    ),
    Command(
        name="build",
        group=DOCUMENT,
        text="write the document and the client, or check that they are fresh",
        examples="docpact build\ndocpact build --check\ndocpact build --watch",
    ),
    Command(
        name="client",
        group=DOCUMENT,
        text="generate a client from any OpenAPI document",
        examples="docpact client openapi.yaml -o client",
    ),
    Command(
        name="diff",
        group=DOCUMENT,
        text="report what changed, and for whom it breaks",
        examples="docpact diff --docs-at origin/main --fail-on breaking\ndocpact diff old.yaml new.yaml",
    ),
    Command(
        name="compare",
        group=DOCUMENT,
        text="compare the pages with what an implementation says of itself",
        examples="docpact compare docs server.json\ndocpact compare docs --traffic session.har",
    ),
    Command(
        name="release-notes",
        group=DOCUMENT,
        text="propose the client's next version and its entry",
        examples="docpact release-notes --docs-at v1.0.0",
    ),
    Command(
        name="mock",
        group=SERVER,
        text="serve the document: a server that behaves like the API",
        examples="docpact mock\ndocpact mock openapi.yaml --port 0",
    ),
    Command(
        name="check",
        group=SERVER,
        text="test a server against the document",
        examples="docpact check https://staging.example/v1 --document openapi.yaml\n"
        "docpact check --quick --report findings.html\ndocpact check openapi.yaml --traffic session.har",
        more=ENVIRONMENT,
    ),
    Command(
        name="proxy",
        group=SERVER,
        text="pass requests on to a server, and judge every exchange",
        examples="docpact proxy https://staging.example/v1 --report session.har",
    ),
    Command(
        name="run",
        group=SERVER,
        text="build, start the mock, test it, and show a summary",
        examples="docpact run --quick",
    ),
    Command(
        name="completion",
        group=TOOL,
        text="print the script by which a shell completes commands and options",
        examples="docpact completion bash > ~/.local/share/bash-completion/completions/docpact",
    ),
    Command(
        name="schema",
        group=TOOL,
        text="print the JSON Schema of docpact.toml",
        examples="docpact schema -o docpact.schema.json",
    ),
)
"""All commands, in the order of the help."""

_SAFETY, _AMOUNT, _OUTPUT, _INPUT, _FIXES, _WHICH, _KEYS = (
    "what may be called", "how much is tested", "output", "server and document", "fixes", "which diagnostics",
    "credentials",
)  # fmt: skip
_PLAN = {
    "--quick": _AMOUNT, "--examples": _AMOUNT, "--shard": _AMOUNT, "--seed": _AMOUNT, "-k": _AMOUNT,
    "-x": _AMOUNT, "--max-failures": _AMOUNT, "--max-time": _AMOUNT,
    "--budget": _SAFETY, "--allow": _SAFETY, "--allow-operation": _SAFETY, "--device": _SAFETY,
    "--remote": _SAFETY,
}  # fmt: skip
GROUPS: dict[str, dict[str, str]] = {
    "lint": {
        "--select": _WHICH, "--ignore": _WHICH, "--baseline": _WHICH, "--configured-baseline": _WHICH,
        "--fix": _FIXES, "--unsafe-fixes": _FIXES, "--diff": _FIXES,
        "--format": _OUTPUT, "-o": _OUTPUT, "--statistics": _OUTPUT,
    },
    "check": {
        **_PLAN, "--replay": _AMOUNT, "--clean-up": _SAFETY, "--document": _INPUT,
        "--allow-ref": _INPUT, "--report": _OUTPUT, "--deviations": _INPUT, "--format": _OUTPUT,
        "--write-baseline": _OUTPUT,
        "--header": _KEYS, "--query": _KEYS, "--cookie": _KEYS, "--basic": _KEYS, "--client-id": _KEYS,
        "--client-secret": _KEYS, "--token-url": _KEYS, "--token-scope": _KEYS,
        "--traffic": _INPUT, "--traffic-field": _INPUT,
    },
    "run": _PLAN,
    "mock": {
        "--host": "address", "--port": "address", "--allow-host": "address",
        "--fault": "behaviour", "--list-faults": "behaviour", "--scopes": "behaviour", "--rate-limits": "behaviour",
        "--webhook": "behaviour", "--webhook-anywhere": "behaviour",
        "--size": "what it holds", "--seed": "what it holds", "--state": "what it holds",
    },
}  # fmt: skip
"""Command → option → the title of the group that `--help` shows it in."""
