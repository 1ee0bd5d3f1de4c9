"""How a recovery key is written: groups of five signs, of which the fifth proves the four before it."""

from __future__ import annotations

import re

GROUP_DATA = 4
GROUP_SIGNS = GROUP_DATA + 1
GROUPS = 8
# Crockford's base 32: no I, L, O or U, so that a key read aloud or copied by hand keeps its meaning.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans("ILO", "110")


def as_meant(typed: str) -> str:
    """The signs that were meant, whatever case or look-alike was typed."""
    return typed.strip().upper().translate(LOOKALIKES)


def with_check_sign(place: int, chunk: str) -> str:
    """A whole group of its four signs, for its place (from 0) in the key."""
    return chunk + _check_sign(place, chunk)


def is_group(place: int, group: str) -> bool:
    """Whether this can be the group at this place (from 0)."""
    if len(group) != GROUP_SIGNS or any(c not in ALPHABET for c in group):
        return False
    return group[-1] == _check_sign(place, group[:-1])


def split_groups(typed: str) -> list[str]:
    """The groups in what was typed or pasted: by its spaces and dashes, and never more than five signs."""
    parts = [part for part in re.split(r"[\s-]+", typed) if part]
    return [part[i : i + GROUP_SIGNS] for part in parts for i in range(0, len(part), GROUP_SIGNS)]


def typed_groups(typed: str) -> list[str]:
    """All groups of a key as they were typed: a lost sign spoils one only when their number is right."""
    parts = re.split(r"[\s-]+", typed.strip())
    if len(parts) == GROUPS:
        return parts
    groups = split_groups("".join(parts))
    return groups + [""] * (GROUPS - len(groups))


def _check_sign(place: int, chunk: str) -> str:
    total = sum((place + i + 1) * 2 * ALPHABET.index(c) + ALPHABET.index(c) for i, c in enumerate(chunk))
    return ALPHABET[(total + place) % 32]
