"""Claims → facts: every contradiction is decided by `evidence.decide` and reported where it is decided."""
