"""The command: from arguments to an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from docpact.cli.catalogue import COMMANDS
from docpact.cli.grammar import build_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["help"]:
        words = [*words[1:], "--help"]
    named = words[0] if words and words[0] in {entry.name for entry in COMMANDS} else ""
    if not words:
        # As for other mistakes, but the person who types no more than the name wants to know what there is.
        sys.stdout.write(build_parser().format_help())
        return 2
    options = build_parser(named).parse_args(words)
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    # The help needs none of these.
    from docpact.cli.extras import check_extras  # noqa: PLC0415
    from docpact.cli.terminal import FINE, INTERRUPTED, WRONG, escape_unencodable, say  # noqa: PLC0415
    from docpact.diagnostics import format_diagnostic, origin_names  # noqa: PLC0415
    from docpact.errors import DocpactError  # noqa: PLC0415

    escape_unencodable()
    try:
        check_extras(options)
        # One module a command, imported when it is called: each pays for its own imports only.
        code: int = import_module(f"docpact.cli.commands.{options.command}").run(options)
        sys.stdout.flush()
    except DocpactError as error:
        for diagnostic in error.diagnostics:
            say(format_diagnostic(diagnostic, origin_names(error.files)))
        say(f"docpact: {error}")
        return WRONG
    except KeyboardInterrupt:
        say("docpact: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        # A full disk, or one that may only be read, where nobody knows more to say.
        say(f"docpact: {error.filename or 'the output'}: {error.strerror or error}")
        return WRONG
    return code
