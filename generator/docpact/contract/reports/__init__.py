"""Reports of a contract result: on the terminal, as an HTML page, and as files for other programs."""

from docpact.contract.reports.files import (
    check_report_paths,
    format_output,
    needs_exchanges,
    write_report,
)
from docpact.contract.reports.text import format_contract

__all__ = ["check_report_paths", "format_contract", "format_output", "needs_exchanges", "write_report"]
