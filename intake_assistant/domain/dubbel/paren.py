"""Who is like whom among thousands: only those are compared who share a number, or how a name begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from intake_assistant.domain.dubbel.schrijfwijze import VOWELS
from intake_assistant.domain.dubbel.signalement import Gelijkenis, Signalement, compare

_BEGIN: Final = 2
type _Key = tuple[str, ...]


class Paar(NamedTuple):
    """Two dossiers that may be of one person, the lower id first."""

    dossier: str
    ander: str
    gelijkenis: Gelijkenis


def paar_of(dossier: str, ander: str, gelijkenis: Gelijkenis) -> Paar:
    """Two dossiers as a pair, whichever is named first."""
    return Paar(min(dossier, ander), max(dossier, ander), gelijkenis)


class Signalementen:
    """Everybody that is known, by what is like in who are like."""

    def __init__(self, known: Iterable[Signalement] = ()) -> None:
        self._known: dict[str, Signalement] = {}
        self._places: defaultdict[_Key, dict[str, None]] = defaultdict(dict)
        for one in known:
            self.put(one)

    def put(self, one: Signalement) -> None:
        """Add somebody, in the place of what was known of that dossier."""
        self.drop(one.dossier)
        self._known[one.dossier] = one
        for key in _kept_under(one):
            self._places[key][one.dossier] = None

    def drop(self, dossier: str) -> None:
        """Forget a dossier."""
        before = self._known.pop(dossier, None)
        for key in _kept_under(before) if before else ():
            self._places[key].pop(dossier, None)

    def like(self, one: Signalement) -> list[Paar]:
        """Who may be this person, the likest first."""
        return in_order(self._like(one, self._near(one) - {one.dossier}))

    def pairs(self) -> Iterator[Paar]:
        """Every two that may be one person, each pair once."""
        for one in self._known.values():
            yield from self._like(one, {near for near in self._near(one) if near > one.dossier})

    def _near(self, one: Signalement) -> set[str]:
        return {dossier for key in _looked_under(one) for dossier in self._places.get(key, ())}

    def _like(self, one: Signalement, near: Iterable[str]) -> Iterator[Paar]:
        found = (self._pair(one, self._known[dossier]) for dossier in near)
        return filter(None, found)

    @staticmethod
    def _pair(one: Signalement, other: Signalement) -> Paar | None:
        found = compare(one, other)
        return paar_of(one.dossier, other.dossier, found) if found else None


def _order(paar: Paar) -> tuple[bool, float, str, str]:
    return paar.gelijkenis.zekerheid != "zeker", -paar.gelijkenis.mate, paar.dossier, paar.ander


def in_order(pairs: Iterable[Paar]) -> list[Paar]:
    """Pairs with the certain and the likest first."""
    return sorted(pairs, key=_order)


def _kept_under(one: Signalement) -> Iterator[_Key]:
    for nummer, found in one.nummers.items():
        yield from ((nummer, said) for said in found)
    for begin in _begins(one):
        yield begin, one.jaar
        yield begin, "*"
        if one.dag:
            yield begin, "dag", one.dag[4:]


def _looked_under(one: Signalement) -> Iterator[_Key]:
    for nummer, found in one.nummers.items():
        yield from ((nummer, said) for said in found)
    years = [str(int(one.jaar) + apart) for apart in (-1, 0, 1)] + [""] if one.jaar else ["*"]
    for begin in _begins(one):
        yield from ((begin, year) for year in years)
        if one.dag:
            # A year that was read wrong, as 1985 for 1995.
            yield begin, "dag", one.dag[4:]


def _begins(one: Signalement) -> set[str]:
    """How each word of the name begins, without the vowels that every spelling writes otherwise."""
    return {_begin(form) for heard in one.woorden.values() for form, _, _ in heard}


def _begin(form: str) -> str:
    first = "a" if form[:1] and form[0] in VOWELS else form[:1]
    return (first + "".join(letter for letter in form[1:] if letter not in VOWELS))[:_BEGIN]
