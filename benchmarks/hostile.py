"""Pages that attack: the time that reading takes must grow as they do, not faster.

`python benchmarks/hostile.py [--size 200000] [FAMILY ...]`; exits 1 where a family grows faster than it may. The
families of a dialect are measured from the page to the document, the others until the page is read.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from docpact.config import Config
from docpact.diagnostics import Diagnostic
from docpact.errors import InputError
from docpact.pipeline import extract
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

GET = ".. code-block:: sh\n\n    GET https://a.example/"
RESOURCE = ".. http:post:: /a/{b}\n\n   a\n\n"
REST = "T\n=\n\nL\n-\n\n.. rest_method:: POST /a/{b}\n\n"
TABLE = f"T\n=\n\n{GET}a\n\n**Query Parameters**\n\n{LIST_TABLE}     - Description\n"


def request_lines(more: str = "") -> Make:
    """Return headings with a request line each, and some text."""
    return lambda size: "".join(f"T{n}\n{'=' * 9}\n\n{GET}a{n}\n\n{more}\n\n" for n in range(size // (70 + len(more))))


def cell(words: str) -> Make:
    """Return a table with one cell that the words fill."""
    return lambda size: f"{TABLE}   * - a\n     - string\n     - {words * (size // len(words))}\n"


def members(size: int) -> str:
    """Return a sample with as many properties as the size allows."""
    return ",\n".join(f'     "a{n}": {n}' for n in range(size // 16))


# From the page to the document, by the way of writing.
DIALECT_FAMILIES: dict[str, Make] = {
    "http: directives": lambda size: "".join(f".. http:get:: /a{n}\n\n   a\n\n" for n in range(size // 28)),
    "http: directives of one path": lambda size: ".. http:get:: /a\n\n   a\n\n" * (size // 24),
    "http: fields": lambda size: f"{RESOURCE}{lines('   :<json string a{}: b')(size)}\n",
    "http: fields of one name": lambda size: f"{RESOURCE}{lines('   :<json string a: b')(size)}\n",
    "http: nested names": lambda size: f"{RESOURCE}{lines('   :<json string a.b.c{}[].d: b')(size)}\n",
    "http: one deep name": lambda size: f"{RESOURCE}   :<json string {'a.' * (size // 2)}b: b\n",
    "http: statuses": lambda size: f"{RESOURCE}{lines('   :statuscode 200: b')(size)}\n",
    "http: placeholders": lambda size: f".. http:get:: /{'(a)' * (size // 3)}\n\n   a\n",
    "http: a field of values": lambda size: f"{RESOURCE}   :query string a: one of {'`b`, ' * (size // 5)}\n",
    "http: a field of blanks and brackets": lambda size: f"{RESOURCE}   :query string a: {'( [' * (size // 3)}\n",
    "http: messages": lambda size: f"{RESOURCE}   .. sourcecode:: http\n\n{lines('      HTTP/1.1 200 OK')(size)}\n",
    "http: a message of headers": lambda size: (
        f"{RESOURCE}   .. sourcecode:: http\n\n      HTTP/1.1 200 OK\n{lines('      A{}: b')(size)}\n"
    ),
    "http: a sample of quotes": lambda size: (
        f'{RESOURCE}   .. sourcecode:: json\n\n      {{"{chr(92) + chr(34)}'.ljust(60) + '\\"' * (size // 2) + "\n"
    ),
    "rest: parameters": lambda size: f"{REST}.. rest_parameters:: p.yaml\n\n{lines('   - a{}: b')(size)}\n",
    "rest: statuses": lambda size: f"{REST}.. rest_status_code:: success s.yaml\n\n{lines('   - 200')(size)}\n",
    "rest: methods": lambda size: (
        "T\n=\n\n" + "".join(f"L{n}\n{'-' * 9}\n\n.. rest_method:: GET /a{n}\n\n" for n in range(size // 45))
    ),
    "rest: codes in words": lambda size: f"{REST}Normal response codes: {'200, ' * (size // 5)}\n",
    "hand-made: request lines": request_lines(),
    "hand-made: request lines and tables": request_lines(
        "====  ======\nName  Type\n====  ======\na     string\n====  ======"
    ),
    "hand-made: operations of several sections": lambda size: (
        "T\n=\n\n"
        + "".join(
            f"L{n}\n{'-' * 9}\n\n{GET}a{n}\n\nResponse\n{'~' * 9}\n\n- 200: a\n\nStatus\n{'~' * 9}\n\n- 404: b\n\n"
            for n in range(size // 100)
        )
    ),
    "hand-made: calls with variables": lambda size: (
        "T\n=\n\n" + "".join(f"L{n}\n{'-' * 9}\n\na::\n\n  curl $S/a{n}/$ID\n\n" for n in range(size // 45))
    ),
    "hand-made: references to another operation": lambda size: (
        "T\n=\n\n"
        + "".join(
            f"The L{n}\n{'-' * 9}\n\n{GET}a{n}\n\nTakes the same fields as the L{n + 1}.\n\n" for n in range(size // 80)
        )
    ),
    "hand-made: rows": lambda size: (
        f"{TABLE}{lines('   * - a{}' + chr(10) + '     - string' + chr(10) + '     - b')(size)}\n"
    ),
    "hand-made: rows of one name": lambda size: (
        f"{TABLE}{lines('   * - a' + chr(10) + '     - string' + chr(10) + '     - b')(size)}\n"
    ),
    "hand-made: a cell of commas": cell("a, "),
    "hand-made: a cell of dashes": cell("- "),
    "hand-made: a cell of brackets": cell("(["),
    "hand-made: a cell of values": cell("``a``, "),
    "hand-made: a cell of numbers": cell("1 to "),
    "hand-made: lists": lambda size: f"T\n=\n\n{GET}a\n\nParameters:\n\n{lines('* ``a{}`` (string) - b')(size)}\n",
    "hand-made: sentences": lambda size: f"T\n=\n\n{GET}a\n\n{paragraphs('It returns 200 if a. ')(size)}\n",
    "hand-made: captions": lambda size: f"T\n=\n\n{GET}a\n\n{lines('**Response a{}**' + chr(10))(size)}\n",
    "hand-made: request lines in words": lambda size: f"T\n=\n\n{paragraphs('GET /a/b ')(size)}\n",
    "hand-made: fields": lambda size: f"T\n=\n\n{GET}a\n\n{lines(':a{}: string, b')(size)}\n",
    "hand-made: a sample of members": lambda size: (
        f"T\n=\n\n{GET}a\n\n**Sample response**\n\n.. code-block:: js\n\n    {{\n{members(size)}\n    }}\n"
    ),
    "hand-made: samples": lambda size: (
        f"T\n=\n\n{GET}a\n\n" + '**Sample response**\n\n.. code-block:: js\n\n    {"a": 1}\n\n' * (size // 64)
    ),
}


def main() -> int:
    """Measure each family and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", nargs="*", default=[*FAMILIES, *DIALECT_FAMILIES])
    parser.add_argument("--size", type=int, default=200_000, help="characters of the larger page")
    options = parser.parse_args()
    failed = 0
    for name in options.families:
        make = FAMILIES.get(name) or DIALECT_FAMILIES[name]
        small, large = (measure(make(size), whole=name not in FAMILIES) for size in (options.size // 4, options.size))
        growth = large / max(small, LEAST_SECONDS / 4)
        bad = large > SECONDS + 1 or (large > LEAST_SECONDS and growth > MOST_GROWTH)
        failed += bad
        print(f"{name:40} {small:7.2f}s {large:7.2f}s  x{growth:.1f}{'  too much' * bad}", flush=True)
    return 1 if failed else 0


def measure(text: str, *, whole: bool) -> float:
    """Return the processor time that reading the page takes, in seconds; `whole` for all until the document."""
    found: list[Diagnostic] = []
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "page.rst").write_text(text, "utf-8")
        gc.collect()
        gc.disable()
        begin = time.process_time()
        if whole:
            with suppress(InputError):
                extract([Path(name)], Config(root=Path(name)))
        else:
            read_sections(text, "page.rst", TreeSettings(root=Path(name)), found.append)
        spent = time.process_time() - begin
        gc.enable()
    return spent


if __name__ == "__main__":
    sys.exit(main())
