"""Pages that attack: the time that reading takes must grow as they do, not faster.

`python benchmarks/hostile.py [--size 100000] [FAMILY ...]`; exits 1 where a family grows faster than it may.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docpact.diagnostics import Diagnostic
from docpact.read.context import TreeSettings
from docpact.read.sections import read_sections
from docpact.read.time_limit import SECONDS

Make = Callable[[int], str]
"""Size in characters → a page of about that size."""
# Four times the text may take so many times the time: docutils copies what is left of a page at each list.
MOST_GROWTH = 8.0
# What takes less is too short to be measured.
LEAST_SECONDS = 0.2
LIST_TABLE = ".. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Type\n"


def lines(line: str) -> Make:
    """Return the line again and again; `{}` in it is its number."""
    return lambda size: "\n".join(line.replace("{}", str(number)) for number in range(size // (len(line) + 1)))


def paragraphs(words: str, length: int = 3_000) -> Make:
    """Return paragraphs of the words, again and again."""
    return lambda size: "\n\n".join(words * (length // len(words)) for _ in range(size // length + 1))


def nested(line: str, indent: str = "   ") -> Make:
    """Return the line in itself, as deep as the size allows."""
    return lambda size: "\n\n".join(indent * depth + line for depth in range(int((2 * size / len(indent)) ** 0.5)))


FAMILIES: dict[str, Make] = {
    "backticks that never close": paragraphs("`a "),
    "a paragraph of backticks": lambda size: "`a " * (size // 3),
    "lines of backticks in one paragraph": lines("`a " * 100),
    "asterisks that never close": paragraphs("*a "),
    "double asterisks that never close": paragraphs("**a "),
    "double backticks that never close": paragraphs("``a "),
    "bars that never close": paragraphs("|a "),
    "words with underscores": paragraphs("a_ "),
    "roles": paragraphs(":doc:`a <b>` "),
    "roles without backticks": paragraphs(":a"),
    "roles of other names": lines(":x{}:`a`\n"),
    "blanks in a role": lambda size: "\n\n".join(f":doc:`a{' ' * 8_000}b`" for _ in range(size // 8_000 + 1)),
    "angle brackets in a role": lambda size: "\n\n".join(f":doc:`{'<' * 4_000}`" for _ in range(size // 4_000 + 1)),
    "addresses": paragraphs("a."),
    "backslashes": paragraphs("\\"),
    "lists in lists": nested("- a", "  "),
    "quotes in quotes": nested("a", " "),
    "directives in directives": nested(".. unheard::"),
    "conditions in conditions": nested(".. only:: html"),
    "conditions one after the other": lines(".. only:: html\n\n   a\n"),
    "directives of other names": lines(".. x{}::\n"),
    "directives that docutils refuses": lines(".. note::\n   :o: v\n\n   a\n"),
    "refused directives in one another": nested(".. note::\n\n   a"),
    "options": lambda size: f".. code-block:: x\n{lines('   :o{}: v')(size)}\n\n   a\n",
    "lines of an argument": lambda size: f".. unheard:: a\n{lines('   bcdef')(size)}\n",
    "rows of a list-table": lambda size: f"{LIST_TABLE}{lines('   * - a{}' + chr(10) + '     - b')(size)}\n",
    "rows that lack cells": lambda size: f"{LIST_TABLE}{lines('   * - a{}')(size)}\n",
    "rows of a grid table": lambda size: f"+---+---+\n{lines('| a | b |' + chr(10) + '+---+---+')(size)}\n",
    "rows of a malformed table": lambda size: f"+---+\n{lines('| a | b |' + chr(10) + '+---+')(size)}\n",
    "a malformed table with a wide cell": lambda size: f"+---+\n| {'a' * 9_000} |\n{lines('| a |')(size)}\n+---+\n",
    "malformed tables": lines("+--+\n| a\n+--+\n"),
    "rows of a simple table": lambda size: f"==== ====\na    b\n==== ====\n{lines('a    b')(size)}\n==== ====\n",
    "rows of csv": lambda size: f".. csv-table::\n\n{lines('   a,b')(size)}\n",
    "a quote of csv that never closes": lambda size: f'.. csv-table::\n\n   a,"\n{lines("   b")(size)}\n',
    "headings": lines("T{}\n----\n"),
    "targets": lines(".. _a{}:\n"),
    "substitutions": lambda size: f"{lines('.. |a{}| replace:: b')(size)}\n\n{'|a1| ' * 1_000}",
    "substitutions of substitutions": lambda size: (
        "\n".join(f".. |a{n}| replace:: |a{n + 1}| |a{n + 1}|" for n in range(size // 30)) + "\n\n|a0| ``|a0|``"
    ),
    "substitutions in samples": lambda size: f".. |a| replace:: {'b' * 200}\n\n::\n\n{lines('   |a| |a|')(size)}\n",
    "fields": lambda size: f"a\n\n{lines(':a{}: b')(size)}",
    "definitions": lines("a{}\n   b"),
    "unexpected indentation": lines("a\n  b\n    c\n d"),
    "a page that includes itself": lines(".. include:: page.rst\n"),
}


def main() -> int:
    """Measure each family and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", nargs="*", default=[*FAMILIES])
    parser.add_argument("--size", type=int, default=100_000, help="characters of the larger page")
    options = parser.parse_args()
    failed = 0
    for name in options.families:
        small, large = (measure(FAMILIES[name](size)) for size in (options.size // 4, options.size))
        growth = large / max(small, LEAST_SECONDS / 4)
        bad = large > SECONDS + 1 or (large > LEAST_SECONDS and growth > MOST_GROWTH)
        failed += bad
        print(f"{name:40} {small:7.2f}s {large:7.2f}s  x{growth:.1f}{'  too much' * bad}", flush=True)
    return 1 if failed else 0


def measure(text: str) -> float:
    """Return the processor time that reading the page takes, in seconds."""
    found: list[Diagnostic] = []
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "page.rst").write_text(text, "utf-8")
        gc.collect()
        gc.disable()
        begin = time.process_time()
        read_sections(text, "page.rst", TreeSettings(root=Path(name)), found.append)
        spent = time.process_time() - begin
        gc.enable()
    return spent


if __name__ == "__main__":
    sys.exit(main())
