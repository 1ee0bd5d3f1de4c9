"""The language in which the staff reads the screen; what is stored, printed or read aloud stays Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from inspect import isgeneratorfunction
from typing import Final

DUTCH: Final = "nl"


@dataclass(slots=True)
class _Gesproken:
    """The language of this program from its start on; the command line has none but Dutch."""

    code: str = DUTCH
    babel: str = DUTCH


_gesproken = _Gesproken()
_in_dutch: ContextVar[bool] = ContextVar("in_dutch", default=False)


def speak(code: str = DUTCH, babel: str = DUTCH) -> None:
    """Have the screen speak a language from now on; `babel` names it where months and days are asked for."""
    _gesproken.code, _gesproken.babel = code, babel


def spoken() -> str:
    """The language of what is said here and now."""
    return DUTCH if _in_dutch.get() else _gesproken.code


def spoken_babel() -> str:
    """The same as CLDR names it."""
    return DUTCH if _in_dutch.get() else _gesproken.babel


def in_figures(cijfers: str) -> str:
    """A number that was written with a point, as people write it: 4,5."""
    return cijfers.replace(".", _decimal_mark(spoken_babel()))


@cache
def _decimal_mark(babel: str) -> str:
    from babel.numbers import get_decimal_symbol  # late: at the lock nobody reads a number

    return str(get_decimal_symbol(babel))


@contextmanager
def in_dutch() -> Iterator[None]:
    """Say all in Dutch for as long as this lasts: it is stored, or leaves the program."""
    before = _in_dutch.set(True)
    try:
        yield
    finally:
        _in_dutch.reset(before)


def dutch[**P, T](make: Callable[P, T]) -> Callable[P, T]:
    """Of what makes a paper, or what is kept: all its words are Dutch, whatever the screen speaks."""
    if isgeneratorfunction(make):
        raise TypeError(f"{make.__name__} says nothing until it is asked, and then in another language")

    @wraps(make)
    def made(*args: P.args, **given: P.kwargs) -> T:
        with in_dutch():
            return make(*args, **given)

    return made
