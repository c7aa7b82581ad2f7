"""`docpact mock`: a server that behaves like the API."""

from __future__ import annotations

import argparse

from docpact.cli.project import find_project
from docpact.cli.terminal import FINE, out, say, say_findings
from docpact.document import load_document
from docpact.mock import create_app, describe_credentials, format_faults, serve
from docpact.mock.state import load_state, save_state
from docpact.mock.webhooks import check_webhook, is_loopback


def run(options: argparse.Namespace) -> int:
    """`docpact mock`."""
    if options.list_faults:
        out(format_faults())
        return FINE
    config = find_project(options, needed=options.document is None)
    document = load_document(options.document or config.path(config.spec.output), allow_ref=options.allow_ref)
    say_findings(document.findings)
    webhook = options.webhook and check_webhook(options.webhook, anywhere=options.webhook_anywhere)
    app = create_app(
        document, behaviours=config.mock.behaviours, faults=options.fault, scopes=options.scopes,
        rate_limits=options.rate_limits, size=options.size, seed=options.seed, webhook=webhook,
    )  # fmt: skip
    credentials = describe_credentials(document.mapping)
    store = app.engine.store
    if options.state and options.state.exists():
        load_state(store, options.state)

    def announce(url: str) -> None:
        wanted = f" for {credentials}" if credentials else ""
        say(f"serving {url}{wanted}, with a page at {url.removesuffix(app.base_path)}/ (Ctrl-C stops it)")

    if not is_loopback(options.host):
        say(f"warning: {options.host} can be reached from other machines")

    def keep() -> None:
        if options.state:
            save_state(store, options.state)

    serve(app, host=options.host, port=options.port, announce=announce, stopped=keep, hosts=options.allow_host)
    return FINE
