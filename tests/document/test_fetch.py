"""A document from a URL, which only the person names."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from docpact.document import fetch, load_document, source
from docpact.errors import InputError
from document.texts import SHOP


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        """Send a document, a redirection, or something that no client should take."""
        port = self.server.server_port  # type: ignore[attr-defined] # An HTTP server has one.
        found = {
            "/moved": "/d.yaml", "/away": f"http://localhost:{port}/d.yaml",
            "/round": "/round", "/port": "http://127.0.0.1:1/d.yaml",
        }.get(self.path)  # fmt: skip
        self.send_response(302 if found else 404 if self.path == "/no" else 200)
        if found:
            self.send_header("Location", found)
        self.end_headers()
        try:
            while self.path == "/slow":
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.02)
            self.wfile.write(b"#" * 20_000 if self.path == "/large" else SHOP.encode())
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """The URL of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def url() -> Iterator[str]:
    """The URL of a server on this machine."""
    with serving() as found:
        yield found


def test_it_is_read(url: str) -> None:
    """Also after a redirection on the same server; credentials are not repeated anywhere."""
    for path in ("/d.yaml", "/moved"):
        assert len(load_document(url + path).operations) == 1
    named = url.replace("http://", "http://me:secret@")
    assert load_document(f"{named}/d.yaml").name == f"{url}/d.yaml"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/away", "redirects to another host, localhost"),
        ("/port", "redirects to another host"),
        ("/round", "redirects more than 5 times"),
        ("/no", "is answered with status 404"),
        ("/slow", "does not arrive within 1 seconds"),
        ("/large", "has more than 0 MB"),
    ],
)
def test_what_is_refused(url: str, monkeypatch: pytest.MonkeyPatch, path: str, message: str) -> None:
    """Other hosts, and what is too large or too slow; in one line without credentials."""
    monkeypatch.setattr(fetch, "LONGEST_FETCH", 1.0 if path == "/slow" else 30.0)
    for module in (fetch, source):
        monkeypatch.setattr(module, "LARGEST_FILE", 10_000)
    with pytest.raises(InputError, match=message) as error:
        load_document(url.replace("http://", "http://me:secret@") + path)
    assert "secret" not in str(error.value)


def test_nobody_is_there() -> None:
    """One line."""
    with pytest.raises(InputError, match="cannot be fetched"):
        load_document("http://127.0.0.1:1/d.yaml")
    with pytest.raises(InputError, match="the URL: is no URL"):
        load_document("http://127.0.0.1:x/d.yaml")


def test_references_of_a_document_from_a_url(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They lead to the network, so they are refused."""
    monkeypatch.setattr(sys.modules[__name__], "SHOP", SHOP.replace("#/components/schemas/Book", "book.yaml"))
    with pytest.raises(InputError, match="leads to the network"):
        load_document(f"{url}/d.yaml")
