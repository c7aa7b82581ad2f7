"""Where this tool was installed from, so that a workflow installs the same."""

from __future__ import annotations

import json
from importlib import metadata

PLACEHOLDER = "git+https://github.com/OWNER/docpact"


def find_requirement() -> str:
    """Return what pip installs to get this tool with its client generator: `docpact[client] @ git+https://…@revision`.

    Where the tool wasn't installed from a repository, the address has `OWNER` in it, for a person to replace: the bare
    name could be anybody's on a package index.
    """
    try:
        origin = json.loads(metadata.distribution("docpact").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError, OSError):
        origin = {}
    repository = origin.get("vcs_info", {})
    url = str(origin.get("url", ""))
    if not repository or not url.startswith("https://") or "@" in url.partition("://")[2].partition("/")[0]:
        return f"docpact[client] @ {PLACEHOLDER}"
    return f"docpact[client] @ {repository.get('vcs', 'git')}+{url}@{repository.get('commit_id', 'main')}"
