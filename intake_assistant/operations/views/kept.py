"""Facts as they are kept between two readings: plain values, and back in the form that each field has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from intake_assistant.dates import read_date

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def as_plain(facts: DataclassInstance) -> dict[str, Any]:
    """Facts as JSON has them."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(facts), default=str))
    return plain


def read_back(kind: Any, kept: Mapping[str, Any]) -> Any:
    """The facts that were kept, each in the form that its field has."""
    readers = _readers(kind)
    return kind(**{naam: readers[naam](w) if naam in readers else w for naam, w in kept.items()})


@cache
def _readers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """How the fields are read that JSON does not give back as they were."""
    found = {naam: _reader(hint) for naam, hint in get_type_hints(kind).items()}
    return {naam: reader for naam, reader in found.items() if reader is not None}


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    parts = get_args(hint)
    if date in (hint, *parts):
        return read_date
    if get_origin(hint) is not tuple:
        return None
    item: type[Any] = parts[0]
    return partial(read_all, item) if is_dataclass(item) else tuple


def read_all(kind: type[Any], kept: Iterable[Mapping[str, Any]]) -> tuple[Any, ...]:
    """Several of a kind."""
    return tuple(read_back(kind, each) for each in kept)
