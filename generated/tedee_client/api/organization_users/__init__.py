# Generated from the API's documentation; the next build replaces it.
"""Contains endpoint functions for accessing the API"""
