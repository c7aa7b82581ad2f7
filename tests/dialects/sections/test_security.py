"""How callers authenticate, from the general pages and the sample requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docpact.diagnostics import Diagnostic

ENDPOINT = """
    Get
    ===

    .. code-block:: sh

        GET https://api.example/api/v1/thing

    Scopes
    ------

    +------------+-------------+
    | Name       | Description |
    +============+=============+
    | Thing.Read | see things  |
    +------------+-------------+

    Examples
    --------

    **Sample request**

    .. code-block:: sh

        curl -X GET "https://api.example/api/v1/thing" -H "Authorization: {scheme} <<token>>"
"""
GUIDE = """
    Authentication
    ==============

    .. code-block:: sh

        GET https://login.example/oauth2/v2.0/authorize?response_type=code
        POST https://login.example/oauth2/v2.0/token

    +--------------+---------------+
    | Scope name   | Grants to     |
    +==============+===============+
    | Thing.Write  | change things |
    +--------------+---------------+
"""


@pytest.mark.parametrize(
    ("scheme", "guide", "expected"),
    [
        ("Bearer", "", {"bearerAuth": {"type": "http", "scheme": "bearer"}}),
        (
            "Bearer",
            GUIDE,
            {
                "oauth2": {
                    "type": "oauth2",
                    "flows": {
                        "authorizationCode": {
                            "authorizationUrl": "https://login.example/oauth2/v2.0/authorize",
                            "tokenUrl": "https://login.example/oauth2/v2.0/token",
                            "scopes": {"Thing.Read": "see things", "Thing.Write": "change things"},
                        }
                    },
                }
            },
        ),
        ("Bearer", GUIDE.replace("/token", "/tokens"), {"bearerAuth": {"type": "http", "scheme": "bearer"}}),
        ("Bearer", GUIDE.replace("https:", "http:"), {"bearerAuth": {"type": "http", "scheme": "bearer"}}),
        (
            "ApiKey",
            "",
            {
                "apiKey": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "description": "The word `ApiKey`, a blank, and the key.",
                    "x-prefix": "ApiKey",
                }
            },
        ),
    ],
)
def test_schemes(scheme: str, guide: str, expected: Any, extracted: Callable[[Any], dict[str, Any]]) -> None:  # noqa: ANN401
    """The flow of OAuth 2.0 where a page has both of its URLs, over TLS; else what the header shows."""
    pages = {"endpoints/get.rst": ENDPOINT.replace("{scheme}", scheme)}
    if guide:
        pages["guides/auth.rst"] = guide
    document = extracted(pages)
    assert document["components"]["securitySchemes"] == expected
    (name,) = expected
    assert document["paths"]["/thing"]["get"]["security"] == [{name: ["Thing.Read"]}]


def test_pages_without_scopes_are_named_where_others_have_them(
    extracted: Callable[[Any], dict[str, Any]], found: list[Diagnostic]
) -> None:
    """One page among others forgot its table; an API without scopes has none to list."""
    other = ENDPOINT.replace("/thing", "/other")
    without = other.replace("Scopes", "Notes").replace("Name ", "Word ")
    extracted({"endpoints/a.rst": ENDPOINT, "endpoints/b.rst": without})
    assert [d.origin.path for d in found if d.code == "scopes-missing"] == ["endpoints/b.rst"]
    found.clear()
    none = ENDPOINT.replace("Scopes", "Notes").replace("Name ", "Word ")
    extracted({"endpoints/a.rst": none, "endpoints/b.rst": without})
    assert [d.origin.path for d in found if d.code == "scopes-missing"] == []


WORDS = """
    Authentication
    ==============

    {}
"""
PLAIN = ENDPOINT.replace(' -H "Authorization: {scheme} <<token>>"', "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Send your key in the header ``X-Shelf``.", [("header", "X-Shelf")]),
        ("Each request needs an API key: the query parameter ``api_key``.", [("query", "api_key")]),
        ("The token travels in the cookie ``AuthSession``.", [("cookie", "AuthSession")]),
        ("After that the session cookie authenticates you.", []),
        ("Without a key the cookie session ends at once.", []),
        ("With a valid token the query criteria are wider.", []),
        ("The header ``If-Match`` takes the token of the last change.", []),
        ("Whoever sends no key gets the header ``WWW-Authenticate``.", []),
    ],
)
def test_keys_are_named_in_words(
    words: str, expected: list[tuple[str, str]], extracted: Callable[[Any], dict[str, Any]]
) -> None:
    """A name of a key, or one in marks that a key is said to be sent in; never a word of the sentence."""
    document = extracted({"endpoints/get.rst": PLAIN, "guides/auth.rst": WORDS.format(words)})
    schemes = document.get("components", {}).get("securitySchemes", {})
    assert [(one["in"], one["name"]) for one in schemes.values()] == expected


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("Send your key in the header ``X-Shelf`` with each request.", True),
        ("All API calls need an API key: the query parameter ``api_key``.", True),
        ("You must log in; the token is in the cookie ``AuthSession``.", True),
        ("A key may be sent in the header ``X-Shelf``.", False),
        ("Basic authentication is a quick way to authenticate.", False),
        ("Users of basic authentication need to deal with an ugly dialog.", False),
    ],
)
def test_only_what_requests_need_is_required(
    words: str,
    needed: bool,  # noqa: FBT001 - pytest passes it by name.
    extracted: Callable[[Any], dict[str, Any]],
) -> None:
    """A way that a page mentions is declared; that every request needs it, a page must say."""
    document = extracted({"endpoints/get.rst": PLAIN, "guides/auth.rst": WORDS.format(words)})
    (name,) = document["components"]["securitySchemes"]
    scopes = [{name: ["Thing.Read"]}]
    assert document["paths"]["/thing"]["get"].get("security") == (scopes if needed else None)


def test_one_call_with_credentials_among_many_requires_nothing(extracted: Callable[[Any], dict[str, Any]]) -> None:
    """It says that callers may authenticate so."""
    pages = {f"endpoints/{name}.rst": PLAIN.replace("/thing", f"/{name}") for name in ("a", "b")}
    document = extracted({"endpoints/get.rst": ENDPOINT.replace("{scheme}", "Bearer"), **pages})
    assert list(document["components"]["securitySchemes"]) == ["bearerAuth"]
    assert "security" not in document["paths"]["/thing"]["get"]
