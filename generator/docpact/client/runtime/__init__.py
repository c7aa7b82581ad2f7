"""What every generated client has in common: sending, reading, failing, waiting, paging.

Copied into each client as its `_runtime` package, so it imports httpx and httpx-retries and nothing of the tool.
"""
