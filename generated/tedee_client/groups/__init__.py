# Generated from the API's documentation; the next build replaces it.
"""The operations, by tag."""
