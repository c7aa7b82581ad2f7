# Generated from the API's documentation; the next build replaces it.
"""Contains methods for accessing the API"""
