"""`docpact client`: a client from any OpenAPI document."""

from __future__ import annotations

import argparse
import re

from docpact.build import STAGED
from docpact.cli.terminal import FINE, say, say_findings, show_progress
from docpact.client import generate_client
from docpact.client.python_text import title_of, to_identifier
from docpact.client_folder import check_emitted, read_emitted
from docpact.config import VERSION, Client
from docpact.document import Finding, load_document
from docpact.errors import UsageError
from docpact.files import read_folder, remove_staged, staged_folder


def run(options: argparse.Namespace) -> int:
    """`docpact client`.

    What the generator can't express is left out, and each operation that is gets a line.
    """
    folder = options.output.resolve()
    check_emitted(folder, "name another folder")
    if not re.fullmatch(VERSION, options.release):
        raise UsageError(f"`{options.release}` is no version", where="--release", hint="write it as in 1.2.0")
    document = load_document(options.document, allow_ref=options.allow_ref)
    say_findings(document.findings)
    package = options.package or f"{to_identifier(title_of(document.mapping), fallback='api')}_client"
    config = Client(folder=str(folder), package=package, name=options.name, version=options.release)
    left_out: list[Finding] = []
    show_progress(f"generating {options.output}/{package}")
    with generate_client(document, config, leave_out=left_out.append) as made:
        remove_staged({folder.parent}, STAGED)
        gone = read_emitted(folder).keys() - read_folder(made).keys()
        with staged_folder(made, folder, sorted(gone), STAGED) as put:
            put()
    for finding in left_out:
        say(f"docpact: warning: {finding}")
    lacking = sum(finding.message.startswith("the client has no ") for finding in left_out)
    of = f"{len(document.operations) - lacking} of {len(document.operations)} operations" if lacking else ""
    say(f"wrote {options.output}: {of or f'{len(document.operations)} operations'}, import {package}")
    return FINE
