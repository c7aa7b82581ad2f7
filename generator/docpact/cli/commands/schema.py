"""`docpact schema`: the JSON Schema of the configuration."""

from __future__ import annotations

import argparse
import json

from docpact.cli.terminal import FINE, out_as_is
from docpact.config_schema import make_config_schema
from docpact.files import write_text


def run(options: argparse.Namespace) -> int:
    """`docpact schema`."""
    text = json.dumps(make_config_schema(), indent=2, ensure_ascii=False)
    if options.output:
        write_text(options.output, f"{text}\n")
    else:
        out_as_is(text, utf8=True)
    return FINE
