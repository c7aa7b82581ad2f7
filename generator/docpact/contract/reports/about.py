"""What a report is about: which tool said it when, of which document and server."""

from __future__ import annotations

from docpact import __version__
from docpact.contract.result import ContractResult


def describe_run(result: ContractResult) -> dict[str, str]:
    """Return the tool, the date, the document, the server and the seed, as far as somebody said them."""
    facts = {
        "tool": f"docpact {__version__}",
        "date": f"{result.ended} UTC" if result.ended else "",
        "document": result.document,
        "server": result.base_url,
        # Nothing is generated of recorded traffic.
        "seed": "" if result.coverage is not None else f"{result.seed}",
    }
    return {name: text for name, text in facts.items() if text}
