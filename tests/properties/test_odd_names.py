"""Odd names and values wherever a page can have one: no exception, and the document that comes out is OpenAPI."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from docpact.config import Config
from docpact.emit import validate_document
from docpact.errors import InputError
from docpact.pipeline import extract

ODD = [
    "", "a b", "é", "шлюз", "дверь", "{", "}", "{}", "{a}", "{a", "a/b", "~1", "$ref", "x-foo", "600", "099", "99",
    "1XX", "2xx", "default", "1e400", "nan", "-0", "007", "true", "null", "9" * 400, "%zz", "a#b", "a?b=c",
    "Content-Type",
    "Authorization", "__proto__", "properties", "a.b", "a[]", "[]", "*", "-", "..", "/", "//", "http://", "https://[",
    "https://h:99999", "٣", "²", "\u200b", "\U0001f511", "a,b", "a:b", "a|b", '"', "'", "`", "``x``", "<b>", "int",
    "string (max 9999999999999999999999999)", "integer (1 - 0)", "min 5 max 3", "enum", "array[array]", "date-time",
    "float (1.5..nan)", "lockName1", "lock_name", "lockName", "id", "Id", "1", "-1", "200-299", "200, 404", "200 OK",
    "20", "2000", "X-", "X A", "*/*", "application/json; q=ї", "(optional)", "required if a is b", 'default "',
    "default: {", "pattern: (", "length 3..1", "max length -1",
]  # fmt: skip
FILES = ["x", "get-all", "get_all", "Get All", "получить", "удалить", "замок", "1", "_", "a.b", "\U0001f511", "%41"]
METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace", "any", "copy"]
VALUES = ["1", "null", "1e999", "-0", "[]", "{}", '"x"', '[1, "a"]']
Pages = dict[str, str]


class Writer:
    """Writes pages with whatever the chance gives."""

    def __init__(self, seed: int) -> None:
        """Begin with the seed."""
        self.chance = random.Random(seed)  # noqa: S311 - odd pages, not secrets.

    def odd(self) -> str:
        """A name or value, sometimes of two."""
        return "".join(self.chance.choices(ODD, k=self.chance.choice((1, 1, 1, 1, 1, 1, 2))))

    def likely(self, chance: float) -> bool:
        """Whether that happens this time."""
        return self.chance.random() < chance

    def table(self) -> str:
        """Rows of names, types and descriptions."""
        rows = "".join(
            f"   * - {self.odd()}\n     - {self.odd() if self.likely(0.6) else 'string'}\n     - {self.odd()}\n"
            for _ in range(self.chance.randint(1, 3))
        )
        return f".. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Type\n     - Description\n{rows}\n"

    def sample(self) -> str:
        """JSON with a value that few expect."""
        inner = f"{{{json.dumps(self.odd())}: {self.chance.choice(VALUES)}}}"
        return f'{{{json.dumps(self.odd())}: {json.dumps(self.odd())}, "lockName": [1, null, {inner}]}}'

    def heading(self) -> str:
        """A title."""
        return f"{self.odd() or 'T'}\n{'=' * 900}\n\n"

    def path(self) -> str:
        """Some segments of a path."""
        return "/".join(self.odd() if self.likely(0.5) else self.chance.choice(["x", "{id}"]) for _ in range(3))

    def name(self) -> str:
        """A file's name."""
        return self.chance.choice(FILES)


def write_tables(writer: Writer) -> Pages:
    """Pages written by hand: request lines and tables."""
    found: Pages = {}
    for _ in range(2):
        method = writer.chance.choice(METHODS[:7]).upper()
        text = f"{writer.heading()}.. code-block:: sh\n\n    {method} https://h/api/v1/{writer.path()}\n\n"
        for caption in ("URI Parameters", "Query Parameters", "Headers", "Body Parameters", "Scopes", "Responses"):
            text += f"**{caption}**\n\n{writer.table()}" if writer.likely(0.5) else ""
        for caption in ("Sample response", "Sample request body"):
            text += f"**{caption}**\n\n.. code-block:: js\n\n    {writer.sample()}\n\n" if writer.likely(0.5) else ""
        found[f"endpoints/{writer.name()}/{writer.name()}.rst"] = text
    for folder in ("datastructures", "enums", "webhooks"):
        found[f"{folder}/{writer.name()}.rst"] = f"{writer.heading()}{writer.table()}"
    return found


def write_fields(writer: Writer) -> Pages:
    """A page of sphinxcontrib-httpdomain's directives."""
    kinds = ["query", "param", "form", "<json", ">json", "reqheader", "resheader", "statuscode", "<jsonarr", ">header"]
    text = "T\n=\n\n"
    for _ in range(2):
        text += f".. http:{writer.chance.choice(METHODS)}:: /{writer.path()}\n\n   {writer.odd() or 'x'}\n\n"
        for _ in range(writer.chance.randint(0, 5)):
            text += f"   :{writer.chance.choice(kinds)} {writer.odd()}: {writer.odd()}\n"
        status = writer.chance.choice(["200 OK", "600 X", "204 N", "abc", "99"])
        text += f"\n   .. sourcecode:: http\n\n      HTTP/1.1 {status}\n      Content-Type: {writer.odd()}\n\n"
        text += f"      {writer.sample()}\n\n"
    return {"index.rst": text}


def write_lists(writer: Writer) -> Pages:
    """A page in the way of os-api-ref, with its YAML files."""
    entries = {
        f"n{number}": {
            "in": writer.chance.choice(["path", "query", "body", "header", writer.odd()]), "type": writer.odd(),
            "required": writer.chance.choice([True, False, writer.odd()]), "description": writer.odd(),
            "enum": [writer.odd()],
        }
        for number in range(3)
    }  # fmt: skip
    text = f"T\n=\n\nShow\n----\n\n.. rest_method:: {writer.chance.choice(METHODS).upper()} /v1/{writer.path()}\n\n"
    for caption in ("Request", "Response"):
        text += f"{caption}\n~~~~~~~~\n\n.. rest_status_code:: success s.yaml\n\n   - {writer.odd() or '600'}\n\n"
        listed = "".join(f"   - {writer.odd() or 'q'}: n{number}\n" for number in range(3))
        text += f".. rest_parameters:: p.yaml\n\n{listed}\n"
    return {"index.rst": text, "p.yaml": yaml.safe_dump(entries), "s.yaml": "200:\n  default: OK\n"}


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("write", [write_tables, write_fields, write_lists])
def test_odd_names_give_a_valid_document(write: Callable[[Writer], Pages], seed: int) -> None:
    """Or none, where no operation is left: never a refusal of what the pages say."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in write(Writer(seed)).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        try:
            found = extract([root], Config(root=root))
        except InputError as error:
            assert "no operation could be read" in str(error)  # noqa: PT017 - the only reason to end without a document.
            return
    assert yaml.safe_load(found.text) == found.document
    validate_document(found.document, "document")
