"""What only Sphinx can see is in the document: programs' routes, other extensions' directives, conditions, hooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_extension.builds import CONF, NEEDS, PAGE, Build, write_docs

pytest.importorskip("sphinx", reason=NEEDS)
pytest.importorskip("sphinxcontrib.httpdomain", reason=NEEDS)

OTHER = """\
    from docutils import nodes
    from docutils.parsers.rst import Directive
    from docutils.statemachine import StringList
    from sphinx.util.docutils import SphinxDirective

    class Routes(SphinxDirective):
        has_content = True
        def run(self):
            lines = [f".. http:get:: {self.config.prefix}/generated", "", "   :status 200: fine", ""]
            return self.parse_text_to_nodes("\\n".join(lines), allow_section_headings=True)

    class Wrapped(SphinxDirective):
        has_content = True
        def run(self):
            return [nodes.container("", *self.parse_content_to_nodes())]

    def shout(name, rawtext, text, lineno, inliner, options=None, content=None):
        return [nodes.strong(rawtext, inliner.document.settings.env.docname + " " + text.upper())], []

    def change(app, docname, source):
        source[0] = source[0].replace("@@path@@", "/hooked")

    def change_included(app, path, docname, source):
        source[0] = source[0].replace("@@path@@", f"/{path.name}/in/{docname}")

    def setup(app):
        app.add_config_value("prefix", "/api", "env")
        app.add_directive("routes", Routes)
        app.add_directive("wrapped", Wrapped)
        app.add_role("shout", shout)
        app.connect("source-read", change)
        app.connect("include-read", change_included)
    """


@pytest.fixture
def other(tmp_path: Path) -> str:
    """The conf.py of a documentation with an extension of its own."""
    write_docs(tmp_path / "docs", {"shop_extension.py": OTHER})
    return f"import sys\nsys.path.insert(0, {str(tmp_path / 'docs')!r})\n{CONF}extensions.append('shop_extension')\n"


def test_routes_of_a_flask_application_are_operations(build: Build, tmp_path: Path) -> None:
    """As `autoflask` writes them from the docstrings; their place is the directive's."""
    pytest.importorskip("flask", reason=NEEDS)
    write_docs(tmp_path / "docs", {
        "shop_routes.py": '''\
            from flask import Flask

            app = Flask(__name__)

            @app.get("/books/<int:book>")
            def find(book):
                """Find a book.

                :query boolean pages: with its pages
                :>json string title: what is on the cover
                :status 200: found
                :status 404: there is none
                """

            @app.put("/books/<int:book>/pages/<page>")
            def write(book, page):
                """Write a page.

                :<json string words: what it says
                :status 204: written
                """
            '''
    })  # fmt: skip
    conf = f"import sys\nsys.path.insert(0, {str(tmp_path / 'docs')!r})\n{CONF}"
    conf += "extensions.append('sphinxcontrib.autohttp.flask')\n"
    page = "Shop\n====\n\nWords.\n\n.. autoflask:: shop_routes:app\n   :undoc-static:\n"
    built = build({"index.rst": page}, conf)
    assert built.warnings == ""
    paths = built.document["paths"]
    assert list(paths) == ["/books/{book}", "/books/{book}/pages/{page}"]
    found = paths["/books/{book}"]["get"]
    assert found["x-source"] == "index.rst:6"
    assert [(p["name"], p["in"], p["schema"]["type"]) for p in found["parameters"]] == [
        ("book", "path", "integer"), ("pages", "query", "boolean"),
    ]  # fmt: skip
    assert list(found["responses"]) == ["200", "404"]
    body = paths["/books/{book}/pages/{page}"]["put"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"]["words"]["type"] == "string"


BOTTLE = """\
    from bottle import Bottle

    app = Bottle()

    @app.get("/toys")
    def find():
        \'\'\'Find toys.

        :query int limit: how many
        :status 200: found
        \'\'\'
    """
TORNADO = """\
    from tornado.web import Application, RequestHandler

    class Toys(RequestHandler):
        def get(self):
            \'\'\'Find toys.

            :query int limit: how many
            :status 200: found
            \'\'\'

    app = Application([("/toys", Toys)])
    """


@pytest.mark.parametrize(("library", "program"), [("bottle", BOTTLE), ("tornado", TORNADO)])
def test_routes_of_other_applications_are_operations(build: Build, tmp_path: Path, library: str, program: str) -> None:
    """As `autobottle` and `autotornado` write them."""
    pytest.importorskip(library, reason=NEEDS)
    module = f"shop_{library}"
    write_docs(tmp_path / "docs", {f"{module}.py": program})
    conf = f"import sys\nsys.path.insert(0, {str(tmp_path / 'docs')!r})\n{CONF}"
    conf += f"extensions.append('sphinxcontrib.autohttp.{library}')\n"
    built = build({"index.rst": f"Shop\n====\n\n.. auto{library}:: {module}:app\n"}, conf)
    found = built.document["paths"]["/toys"]["get"]
    assert built.warnings == ""
    assert (found["description"], found["parameters"][0]["name"]) == ("Find toys.", "limit")


def test_an_application_that_nobody_runs_is_reported(build: Build) -> None:
    """Without the extension, `autoflask` is what it is without Sphinx: an error that names it."""
    built = build({"index.rst": f"{PAGE}\n.. autoflask:: shop:app\n"})
    assert "[docpact.operations-generated]" in built.warnings


def test_what_other_extensions_generate_is_read(build: Build, other: str) -> None:
    """With the place of the directive that generates it."""
    built = build({"index.rst": "Shop\n====\n\n.. routes::\n"}, f"{other}prefix = '/v2'\n")
    assert built.document["paths"]["/v2/generated"]["get"]["x-source"] == "index.rst:4"


def test_what_stands_in_other_extensions_directives_is_read(build: Build, other: str) -> None:
    """With its own place."""
    built = build(
        {"index.rst": "Shop\n====\n\n.. wrapped::\n\n   .. http:get:: /inner\n\n      :status 200: fine\n"}, other
    )
    assert built.document["paths"]["/inner"]["get"]["x-source"] == "index.rst:6"


def test_other_extensions_roles_are_run(build: Build, other: str) -> None:
    """With Sphinx's environment at hand."""
    built = build({"index.rst": PAGE.replace("a book.", "a :shout:`book`.")}, other)
    assert built.document["paths"]["/books/{id}"]["get"]["description"] == "Return a **index BOOK**."


def test_roles_before_any_directive_are_run(build: Build, other: str) -> None:
    """The first thing on a page may be one."""
    built = build({"index.rst": f":shout:`first`\n\n{PAGE}"}, other)
    assert built.warnings == ""


def test_a_role_of_a_domain_that_nobody_knows_is_words(build: Build) -> None:
    """As without Sphinx, which would take `option` of another domain for it."""
    built = build({"index.rst": PAGE.replace("a book.", "a :shop:option:`book`.")})
    assert built.document["paths"]["/books/{id}"]["get"]["description"] == "Return a book."


def test_the_text_is_what_other_extensions_make_of_it(build: Build, other: str) -> None:
    """Pages and included files, through Sphinx's events."""
    page = "Shop\n====\n\n.. http:get:: @@path@@\n\n   :status 200: fine\n\n.. include:: more.inc\n"
    built = build({"index.rst": page, "more.inc": ".. http:get:: @@path@@\n\n   :status 200: fine\n"}, other)
    assert sorted(built.document["paths"]) == ["/hooked", "/more.inc/in/index"]


@pytest.mark.parametrize(("tags", "paths"), [((), ["/html"]), (("internal",), ["/html", "/secret"])])
def test_conditions_are_evaluated(build: Build, tags: tuple[str, ...], paths: list[str]) -> None:
    """With the tags of the build; what is for HTML is for the document."""
    page = "Shop\n====\n\n"
    for condition, path in (("html", "/html"), ("internal", "/secret"), ("latex", "/printed"), ("not html", "/not")):
        page += f".. only:: {condition}\n\n   .. http:get:: {path}\n\n      :status 200: fine\n\n"
    assert sorted(build({"index.rst": page}, tags=tags).document["paths"]) == paths


def test_expressions_are_evaluated(build: Build) -> None:
    """`ifconfig` with the settings of the build."""
    page = "Shop\n====\n\n"
    for expression, path in (("release == '2'", "/new"), ("release == '1'", "/old")):
        page += f".. ifconfig:: {expression}\n\n   .. http:get:: {path}\n\n      :status 200: fine\n\n"
    conf = f"{CONF}extensions.append('sphinx.ext.ifconfig')\nrelease = str(1 + 1)\n"
    built = build({"index.rst": page}, conf)
    assert list(built.document["paths"]) == ["/new"]
    assert built.document["info"]["version"] == "2"


def test_files_outside_of_the_documentation_are_read(build: Build, tmp_path: Path) -> None:
    """Sphinx reads them already; `docpact extract` refuses them."""
    (tmp_path / "routes.inc").write_text(".. http:get:: /outside\n\n   :status 200: fine\n", "utf-8")
    built = build({"index.rst": "Shop\n====\n\n.. include:: ../routes.inc\n"})
    assert list(built.document["paths"]) == ["/outside"]
    assert built.document["paths"]["/outside"]["get"]["x-source"] == "../routes.inc:1"


def test_computed_settings_count(build: Build) -> None:
    """`primary_domain` and the like are read from Sphinx, which has run conf.py."""
    page = "Shop\n====\n\n.. get:: /plain\n\n   :status 200: fine |word|\n"
    conf = f"{CONF}primary_domain = 'HTTP'.lower()\nrst_prolog = '.. |word| replace:: ' + 'enough'.lower()\n"
    built = build({"index.rst": page}, conf)
    assert built.document["paths"]["/plain"]["get"]["responses"]["200"]["description"] == "fine enough"
