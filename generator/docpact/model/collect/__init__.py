"""Statements and samples → claims: who says what about each fact. Nothing is decided here."""
