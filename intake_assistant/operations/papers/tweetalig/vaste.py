"""The fixed texts of the papers in another language, each translated when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from intake_assistant.domain.teksten import Tekst, Teksten
from intake_assistant.operations.words.zinnen.vertaler import Vertaler


def vertaalde_teksten(teksten: Teksten, vertaler: Vertaler, getypt: Mapping[str, str]) -> Teksten:
    """The same fixed texts in another language; the formal clauses stay Dutch, with their articles."""
    woorden = {lijst: _Woorden(lijst, rijen, vertaler) for lijst, rijen in teksten.woorden.items()}
    return Teksten(_Vertaald(teksten.teksten, vertaler), woorden, vertaler.taal.babel, getypt)


class _Vertaald(Mapping[str, tuple[Tekst, ...]]):
    """Translates a text when it is asked for: only what is used counts as used."""

    def __init__(self, dutch: Mapping[str, tuple[Tekst, ...]], vertaler: Vertaler) -> None:
        self._dutch = dutch
        self._vertaler = vertaler

    def __getitem__(self, id: str) -> tuple[Tekst, ...]:
        return tuple(self._one(tekst) for tekst in self._dutch[id])

    def _one(self, tekst: Tekst) -> Tekst:
        kop = self._vertaler.say(f"{tekst.id}/kop", tekst.kop)
        return replace(tekst, kop=kop, tekst=self._vertaler.say(f"{tekst.id}/tekst", tekst.tekst))

    def __iter__(self) -> Iterator[str]:
        return iter(self._dutch)

    def __len__(self) -> int:
        return len(self._dutch)


class _Woorden(Mapping[str, str]):
    """The words of one list, in the same way."""

    def __init__(self, lijst: str, dutch: Mapping[str, str], vertaler: Vertaler) -> None:
        self._lijst = lijst
        self._dutch = dutch
        self._vertaler = vertaler

    def __getitem__(self, code: str) -> str:
        return self._vertaler.say(f"woorden.{self._lijst}/{code}", self._dutch[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._dutch)

    def __len__(self) -> int:
        return len(self._dutch)
