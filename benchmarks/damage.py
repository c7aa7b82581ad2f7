"""Damaged pages of all ways of writing: none may end in a traceback, take longer than its budget, or give no OpenAPI.

`python benchmarks/damage.py [--minutes 10] [--seed 0]`; prints how many pages were read and the slowest; exits 1 where
something is wrong. The same seed gives the same pages.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from docpact.config import Config
from docpact.emit import validate_document
from docpact.errors import InputError
from docpact.pipeline import extract
from docpact.read.time_limit import SECONDS

ROOT = Path(__file__).resolve().parents[1]
PLACES = (ROOT / "api_docs", ROOT / "tests" / "styles", ROOT / "tests" / "defects", ROOT / "tests" / "golden")
MARKUP = "|+`*_{}[]\",:;<>()/=-\\#~^.'$&%@?! \t\n\u00a0\u202e\x0b٣"
NOTHING = "no operation could be read"
HTTP_DOMAIN = """\
Boats
=====

.. http:get:: /boats/(int:id)
   :synopsis: One boat

   Gives the boat.

   :param int id: its number
   :query string fields: what is wanted, one of ``name`` and ``length``; default is ``name``
   :>json string name: what it is called
   :>json integer berths: how many sleep there (1 - 12)
   :reqheader Authorization: a token
   :statuscode 200: found
   :statuscode 404: no such boat

   **Example response**:

   .. sourcecode:: http

      HTTP/1.1 200 OK
      Content-Type: application/json

      {"name": "Anna", "berths": 4, "crew": [{"id": 1}, null]}

.. http:post:: /boats

   :<json string name: required
   :<jsonarr integer cells: numbers
   :form file picture: of it
   :status 201: made
"""
OS_API_REF = """\
.. -*- rst -*-

======
Sheets
======

List sheets
===========

.. rest_method::  GET /v1/{project_id}/sheets

Lists all sheets. Since version **2.3** sorted by ``name``.

Normal response codes: 200

Error response codes: 401, 403

Request
-------

.. rest_parameters:: parameters.yaml

   - project_id: project_id_path
   - limit: limit

Response
--------

.. rest_status_code:: success status.yaml

   - 200

.. rest_parameters:: parameters.yaml

   - sheets: sheets
   - name: name

.. code-block:: json

   {"sheets": [{"name": "a", "size": 1.5}]}
"""
PARAMETERS = """\
project_id_path:
  description: |
    The project.
  in: path
  required: true
  type: string
limit:
  description: How many; at most 1000.
  in: query
  required: false
  type: integer
sheets:
  description: All of them.
  in: body
  required: true
  type: array
name:
  description: |
    Its name.
  in: body
  required: true
  type: string
  min_version: 2.3
"""
Damage = Callable[[str, random.Random], str]


def lose_line(text: str, chance: random.Random) -> str:
    """Lose a line, or a few."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    del lines[place : place + chance.choice((1, 1, 1, 5))]
    return "\n".join(lines)


def repeat_part(text: str, chance: random.Random) -> str:
    """Have some lines several times."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    part = lines[start : start + chance.randrange(1, 9)]
    return "\n".join([*lines[:start], *part * chance.choice((2, 2, 30)), *lines[start + len(part) :]])


def lose_text(text: str, chance: random.Random) -> str:
    """Lose some characters."""
    place = chance.randrange(len(text))
    return text[:place] + text[place + chance.randrange(1, 40) :]


def swap_character(text: str, chance: random.Random) -> str:
    """Put a character of markup somewhere, once or often."""
    place = chance.randrange(len(text))
    return text[:place] + chance.choice(MARKUP) * chance.choice((1, 1, 3, 200)) + text[place + 1 :]


def move_line(text: str, chance: random.Random) -> str:
    """Indent a line in another way, or put it elsewhere."""
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), " " * chance.randrange(7) + line.strip())
    return "\n".join(lines)


def join_lines(text: str, chance: random.Random) -> str:
    """Lose the ends of some lines."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    return "\n".join([*lines[:place], " ".join(lines[place : place + 9]), *lines[place + 9 :]])


def mix_pages(text: str, chance: random.Random) -> str:
    """Have a part of the page before its beginning."""
    place = chance.randrange(len(text))
    return text[place:] + text[:place]


DAMAGES: tuple[Damage, ...] = (
    lose_line, repeat_part, lose_text, swap_character, swap_character, move_line, join_lines, mix_pages,
)  # fmt: skip


def main() -> int:
    """Damage pages until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    texts = read_texts()
    ends = time.monotonic() + options.minutes * 60
    seed, pages, wrong, slowest = options.seed, 0, 0, (0.0, 0)
    while time.monotonic() < ends:
        chosen = damaged(texts, random.Random(seed))  # noqa: S311 - damage, not secrets.
        begin = time.process_time()
        said = attempt(chosen, thorough=not seed % 8)
        spent = time.process_time() - begin
        slowest = max(slowest, (spent, seed))
        if spent > SECONDS:
            said = f"{said}\ntakes {spent:.1f} s"
        if said:
            wrong += 1
            print(f"seed {seed}: {said}", flush=True)
        pages += len(chosen)
        seed += 1_000_003
    print(f"{pages} pages, {wrong} runs wrong; the slowest took {slowest[0]:.2f} s (seed {slowest[1]})")
    return 1 if wrong else 0


def read_texts() -> dict[str, str]:
    """Return pages of all ways of writing, by the folder and name that they have in the tests."""
    found = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8", errors="replace")
        for place in PLACES
        for path in sorted(place.rglob("*.rst"))
    }
    return {**found, "http/boats.rst": HTTP_DOMAIN, "rest/sheets.rst": OS_API_REF, "rest/parameters.yaml": PARAMETERS}


def damaged(texts: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Return some of the pages, each with up to a dozen damages."""
    names = chance.sample(sorted(texts), 4)
    if chance.random() < 0.5:  # noqa: PLR2004 - every other run.
        names = [*names[:2], chance.choice(["http/boats.rst", "rest/sheets.rst"]), "rest/parameters.yaml"]
    found: dict[str, str] = {}
    for name in names:
        text = texts[name]
        for _ in range(chance.randrange(12)):
            text = chance.choice(DAMAGES)(text or "x", chance)
        found[name] = text
    return found


def attempt(pages: dict[str, str], *, thorough: bool) -> str:
    """Return what is wrong with how the pages are read; empty for nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in pages.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8", errors="replace")
        try:
            document = extract([root], Config(root=root)).document
            # An extraction checks the shape itself; the library takes longer than to read the pages.
            if thorough:
                validate_document(document, "document")
        except InputError as error:
            return "" if NOTHING in str(error) else f"refused: {error}"
        except Exception:  # noqa: BLE001 - any other is what is looked for.
            return traceback.format_exc()
    return ""


if __name__ == "__main__":
    sys.exit(main())
