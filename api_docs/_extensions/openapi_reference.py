"""A rendered reference of the emitted document beside the pages: Redoc, from a package, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import html
import importlib.util
import json
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
PACKAGE = "drf_spectacular_sidecar"
BUNDLE = Path("static", PACKAGE, "redoc", "bundles", "redoc.standalone.js")
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<nav><a href="index.html">Guides and pages</a></nav>
<main id="reference"></main>
<script src="_static/{bundle}"></script>
<script>{script}</script>
</body>
</html>
"""
# Redoc's footer asks for this picture; our copy has an empty one, so that nothing is asked of anybody.
PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg"
NO_PICTURE = "data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27/%3E"
# The style sheet of Redoc's scroll bars, which it puts on the page as an element. A browser says which hash it wants.
SCROLLING = "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='"
STYLE = "body { margin: 0 } nav { font: 14px sans-serif; padding: 8px 16px }"
# `sanitize` takes scripts and handlers out of descriptions, which pages and base documents write. Redoc lists each
# security requirement by its scheme alone, so that alternative scopes look like repetitions: `describe_security` has
# the words instead.
SCRIPT = """
Redoc.init(
  %s,
  {sanitize: true, hideDownloadButton: true, hideSecuritySection: true},
  document.getElementById("reference")
)
"""
# Only the bundle and the page's own text run, whatever a description holds; nothing is asked for from elsewhere.
# Redoc fills its style sheets by script: as elements they are empty. That of its scroll bars is an element with text.
POLICY = (
    "default-src 'none'; script-src 'self' {script}; style-src 'self' {style} {empty} {scrolling}; "
    "img-src 'self' data:; worker-src blob:; base-uri 'none'; form-action 'none'"
)


def write_reference(app: Sphinx, exception: Exception | None) -> None:
    """Write `reference.html` with the document in it, so that it works from a file too."""
    if exception is not None or app.builder.format != "html":
        return
    source = Path(app.srcdir, app.config.openapi_document)
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ExtensionError(f"{PACKAGE} is missing: install it to render the reference")
    document = yaml.safe_load(source.read_text("utf-8"))
    bundle = Path(found.origin).parent / BUNDLE
    copy_bundle(bundle, Path(app.outdir, "_static", bundle.name))
    describe_security(document)
    # In a script, nothing but `</` and `<!--` could end it.
    inline = json.dumps(document, sort_keys=False).replace("<", "\\u003c")
    script = SCRIPT % inline
    page = PAGE.format(
        title=html.escape(document["info"]["title"]), bundle=bundle.name, style=STYLE, script=script,
        policy=POLICY.format(script=hash_source(script), style=hash_source(STYLE), empty=hash_source(""),
            scrolling=SCROLLING),
    )  # fmt: skip
    Path(app.outdir, "reference.html").write_text(page, "utf-8")


def copy_bundle(bundle: Path, target: Path) -> None:
    """Copy Redoc without the address of its picture; raises `ExtensionError` where a version has it elsewhere."""
    text = bundle.read_text("utf-8")
    if text.count(PICTURE) != 1:
        raise ExtensionError(f"{bundle.name} doesn't name {PICTURE} once: see what this version asks for")
    target.write_text(text.replace(PICTURE, NO_PICTURE), "utf-8")


def describe_security(document: dict[str, Any]) -> None:
    """Add to descriptions which credentials and scopes each operation takes, and what the schemes are."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    if not schemes:
        return
    lines = [f"- `{name}`: {scheme.get('description', scheme['type'])}" for name, scheme in schemes.items()]
    info = document["info"]
    info["description"] = "\n\n".join([info.get("description", ""), "# Authorization", "\n".join(lines)]).strip()
    for item in document["paths"].values():
        for method in METHODS & item.keys():
            operation = item[method]
            sentence = format_requirements(operation.get("security", document.get("security", [])))
            if sentence:
                operation["description"] = "\n\n".join([operation.get("description", ""), sentence]).strip()


def format_requirements(requirements: list[dict[str, list[str]]]) -> str:
    """Return the alternatives in words, those that need the same scopes together; empty where there are none."""
    alternatives: dict[str, list[str]] = {}
    for requirement in requirements:
        names = " and ".join(f"`{name}`" for name in requirement) or "no credentials"
        scopes = " and ".join(f"`{scope}`" for scope in dict.fromkeys(chain.from_iterable(requirement.values())))
        alternatives.setdefault(names, []).append(scopes)
    same: dict[str, list[str]] = {}
    for names, scopes in alternatives.items():
        same.setdefault(" or ".join(filter(None, dict.fromkeys(scopes))), []).append(names)
    parts = [" or ".join(names) + (f" with the scope {scopes}" if scopes else "") for scopes, names in same.items()]
    return f"**Authorization**: {'; or '.join(parts)}." if parts else ""


def hash_source(text: str) -> str:
    """Return the text's hash as a policy names it.

    Source: https://www.w3.org/TR/CSP3/#grammardef-hash-source
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("openapi_document", "../spec/openapi.yaml", "html")
    app.connect("build-finished", write_reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
