"""A shelf holds what a dictionary would, and knows what is below whom, whatever is done to it."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from docpact.mock.shelf import Keys, Resource, Shelf

KEYS = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("123"))
STEPS = st.lists(st.tuples(st.sampled_from(["put", "take", "take and return"]), KEYS, st.integers(0, 9)), max_size=40)


@given(STEPS)
def test_a_shelf_is_a_dictionary_with_an_index(steps: list[tuple[str, Keys, int]]) -> None:
    """Same order, same contents; below each parent is what a search through all would find; so in a copy."""
    shelf, plain = Shelf(), dict[Keys, Resource]()
    for step, keys, value in steps:
        if step == "put":
            shelf[keys] = plain[keys] = {"value": value}
        elif step == "take" and keys in plain:
            del shelf[keys], plain[keys]
        elif step == "take and return":
            assert shelf.pop(keys, None) == plain.pop(keys, None)
    for found in (shelf, deepcopy(shelf), Shelf(shelf)):
        assert list(found.items()) == list(plain.items())
        assert [len(found), list(found.values())] == [len(plain), list(plain.values())]
        for parents in {keys[:-1] for _, keys, _ in steps}:
            below = {keys: resource for keys, resource in plain.items() if keys[:-1] == parents}
            assert list(found.below(parents).items()) == list(below.items())
            assert all(found.get(keys) is found[keys] for keys in below)
