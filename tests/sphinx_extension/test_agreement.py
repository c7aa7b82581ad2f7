"""Both front ends agree: `docpact extract` and `sphinx-build -b openapi` make the same document of the same pages."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docpact.config import Config
from docpact.diagnostics import CODES, Diagnostic
from docpact.errors import InputError
from docpact.pipeline import extract
from sphinx_extension.builds import NEEDS, build_docs, write_docs

pytest.importorskip("sphinx", reason=NEEDS)
pytest.importorskip("sphinxcontrib.httpdomain", reason=NEEDS)
CONF = """\
project = "Shop"
version = "3"
extensions = ["docpact.sphinx", "sphinxcontrib.httpdomain", "sphinx.ext.extlinks", "sphinx.ext.todo"]
nitpicky = True
extlinks = {"ticket": ("https://tickets.example/%s", "ticket %s")}
rst_prolog = ".. |kind| replace:: printed"
names = {"|shop|": "The corner shop"}

def setup(app):
    def replace(app, docname, source):
        source[0] = source[0].replace("|shop|", names["|shop|"])
    app.connect("source-read", replace)
"""
WARNING = re.compile(
    r"^(?P<place>\S+:\d+): (?:WARNING|ERROR): (?P<words>.*) \[docpact\.(?P<code>[a-z-]+)\]$", re.MULTILINE
)
NAMES = st.sampled_from(["book", "page", "title", "author_id", "limit", "tags"])
TYPES = st.sampled_from(["string", "int", "boolean", "number", "array", "object", ""])
SENTENCES = st.sampled_from([
    "Return what is there.", "A |kind| book, see :ref:`more`.", "|shop| has *many*, or ``none``.", "It is |version|.",
    "Look at :http:get:`/books` or :ticket:`12`.", "An :unknown:`role` and `a default one`.", "*never closed",
    "With a :doc:`link <other>` and :py:class:`shop.Book`, and :rfc:`9110`.",
])  # fmt: skip


def indent(text: str, depth: int = 3) -> str:
    """The text, indented."""
    return "".join(f"{' ' * depth}{line}".rstrip() + "\n" for line in text.split("\n"))


@st.composite
def fields(draw: st.DrawFn) -> str:
    """One field of an operation."""
    kind = draw(
        st.sampled_from([":query", ":<json", ":>json", ":form", ":>jsonarr", ":reqheader", ":param", ":>header"])
    )
    return f"{kind} {draw(TYPES)} {draw(NAMES)}: {draw(SENTENCES)}".replace("  ", " ")


@st.composite
def operations(draw: st.DrawFn) -> str:
    """A directive with an operation, or a section with a request line."""
    path = "/" + "/".join(
        draw(st.lists(st.sampled_from(["books", "(int:id)", "pages", "(name)", "{key}"]), min_size=1, max_size=3))
    )
    method = draw(st.sampled_from(["get", "post", "put", "delete"]))
    words = draw(SENTENCES)
    if draw(st.booleans()):
        sample = '.. code-block:: json\n   :caption: Body\n\n   {"id": 1, "title": "|shop|"}'
        return f"{words}\n\n.. code-block:: sh\n\n   {method.upper()} {path}\n\n**Response**\n\n{sample}\n"
    lines = draw(st.lists(fields(), max_size=4))
    status = f":status {draw(st.sampled_from(['200', '201', '204', '404', 'soon']))}: {draw(SENTENCES)}"
    sample = (
        ".. sourcecode:: http\n\n   HTTP/1.1 200 OK\n   Content-Type: application/json\n\n"
        + draw(st.sampled_from(['   {"id": 1, "tags": ["a"]}', '   {"id": 1,}', "   [1, 2"]))
    )  # fmt: skip
    options = draw(st.sampled_from(["", "   :deprecated:\n", "   :synopsis: Short\n"]))
    body = "\n".join([words, "", *([sample, ""] if draw(st.booleans()) else []), *lines, status])
    return f".. http:{method}:: {path}\n{options}\n{indent(body)}"


@st.composite
def wrapped(draw: st.DrawFn) -> str:
    """An operation as it stands on a page: plain, or in something that Sphinx or an extension brings."""
    text = draw(operations())
    wrap = draw(
        st.sampled_from(
            ["", "", ".. only:: html", ".. note::", ".. tabs::", ".. container:: wide", ".. odd-box::", ".. todo::"]
        )
    )
    return f"{wrap}\n\n{indent(text)}" if wrap else text


OTHER_BLOCKS = st.sampled_from([
    ".. list-table:: Fields\n   :header-rows: 1\n\n   * - Name\n     - Type\n   * - title\n     - string\n",
    "+------+------+\n| Name | Type |\n+======+======+\n| id   | int  |\n+------+------+\n",
    "=====  ====\nName   Type\n=====  ====\ntitle  string\nbroken row that is too long for it  int\n=====  ====\n",
    ".. csv-table:: Codes\n   :header: Status,Meaning\n   :file: codes.csv\n",
    ".. include:: part.inc\n", ".. literalinclude:: sample.json\n   :language: json\n", ".. include:: missing.inc\n",
    ".. default-domain:: http\n\n.. get:: /plain\n\n   :status 200: fine\n", ".. _more:\n\nMore\n----\n\nWords.\n",
    ".. versionadded:: 2\n   New words.\n", ".. deprecated:: 2\n", ".. rubric:: Response\n",
    ".. toctree::\n\n   other\n",
    ".. py:function:: shop(book)\n\n   Words.\n", ".. highlight:: json\n\n::\n\n   {}\n", "Term\n  Its definition.\n",
])  # fmt: skip
PAGES = st.lists(st.one_of(wrapped(), wrapped(), OTHER_BLOCKS), min_size=1, max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(blocks=PAGES, cut=st.integers(0, 60))
def test_invented_pages_give_the_same_document(blocks: list[str], cut: int) -> None:
    """And the same diagnostics, in the document's order; some pages end in the middle of something."""
    text = "Shop\n====\n\n" + "\n".join(blocks)
    pages = {
        "index.rst": text[: len(text) - cut] if cut < 30 else text,
        "other.rst": ":orphan:\n\nOther\n=====\n\n.. http:get:: /other\n\n   :status 200: fine\n",
        "part.inc": ".. http:get:: /part\n\n   |shop|\n\n   :status 200: fine\n",
        "sample.json": '{"id": 1}\n',
        "codes.csv": "200,fine\n404,none\n",
    }
    with tempfile.TemporaryDirectory() as folder:
        docs = write_docs(Path(folder, "docs"), pages, CONF)
        compare(docs, Path(folder, "out"))


def compare(docs: Path, out: Path) -> set[tuple[str, str, str]]:
    """Hold both documents against each other; return what was found on the pages."""
    extraction = extract([docs], Config(root=docs))
    built = build_docs(docs, out)
    assert built.text == extraction.text
    found = {described(one, docs) for one in extraction.diagnostics}
    warned = {(one["place"], one["code"], one["words"]) for one in WARNING.finditer(built.warnings)}
    assert warned == found
    return found


def described(diagnostic: Diagnostic, docs: Path) -> tuple[str, str, str]:
    """Place, code and words of a diagnostic, as a warning has them."""
    related = f" (see {', '.join(map(str, diagnostic.related))})" if diagnostic.related else ""
    words = f"{diagnostic.message}{related} - {CODES[diagnostic.code].hint}"
    return f"{docs / diagnostic.origin.path}:{diagnostic.origin.line}", diagnostic.code, words


def test_real_documentation_gives_the_same_document(shared: Path, tmp_path: Path) -> None:
    """CouchDB's 157 pages, with the extension that they are written for installed; one file is beside the folder."""
    docs = tmp_path / "docs"
    shutil.copytree(shared / "corpora" / "couchdb", docs)
    extensions = ["docpact.sphinx", "sphinxcontrib.httpdomain", "sphinx.ext.todo", "sphinx.ext.extlinks"]
    conf = f'project = "CouchDB"\nextensions = {extensions}\nprimary_domain = "http"\nnitpicky = True\n'
    (docs / "conf.py").write_text(conf, "utf-8")
    # The licence, which no API's description needs: `docpact extract` includes no file from outside.
    about = docs / "about.rst"
    about.write_text(re.sub(r"\.\. literalinclude:: \.\./.*", "", about.read_text("utf-8")), "utf-8")
    assert len(compare(docs, tmp_path / "out")) > 100


def test_a_default_role_changes_nothing(tmp_path: Path) -> None:
    """Words in single backquotes mean what they mean without Sphinx."""
    page = "Shop\n====\n\n.. http:get:: /books\n\n   See `this`.\n\n   :status 200: fine\n"
    docs = write_docs(tmp_path / "docs", {"index.rst": page}, f"{CONF}default_role = 'strong'\n")
    compare(docs, tmp_path / "out")


def test_no_operation_is_said_by_both(tmp_path: Path) -> None:
    """With the same words."""
    docs = write_docs(tmp_path / "docs", {"index.rst": "Shop\n====\n"}, CONF)
    with pytest.raises(InputError) as ours:
        extract([docs], Config(root=docs))
    assert build_docs(docs, tmp_path / "out").warnings == f"ERROR: {ours.value}\n"
