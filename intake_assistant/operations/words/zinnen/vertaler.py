"""Says what stands in Dutch in another language, and how far what it said may be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from intake_assistant.dates import in_words_of, read_date
from intake_assistant.domain.formulier import ZWIJG, Keuze, Vraag
from intake_assistant.operations.words.vertaling import keuze_tekst
from intake_assistant.operations.words.zinnen.zinstaal import Zinstaal
from intake_assistant.texts import Stand, Taal, Vertaling, form_text

# What is out of date says something else than the Dutch: no text is better than that one.
_BRUIKBAAR: Final[tuple[Stand, ...]] = ("gecontroleerd", "ongecontroleerd")


class Vertaler:
    """Says a Dutch text in one language, and remembers whether somebody checked each that it said."""

    def __init__(self, taal: Taal) -> None:
        self.taal = taal
        self.standen: set[Stand] = set()

    @property
    def ongecontroleerd(self) -> bool:
        """Whether something was said that nobody checked."""
        return "ongecontroleerd" in self.standen

    def say(self, key: str, dutch: str) -> str:
        """The text of a key; Dutch where there is none that holds."""
        return self.use(form_text(self.taal.code, key, dutch), dutch) if dutch else ""

    def use(self, gevonden: Vertaling, dutch: str) -> str:
        """A translation that was found, when it holds; the Dutch otherwise."""
        if gevonden.stand not in _BRUIKBAAR:
            return dutch
        self.standen.add(gevonden.stand)
        return gevonden.tekst


class VertaaldeZinstaal(Zinstaal):
    """The sentences of the PIP in another language; what a person typed in them stays as it is."""

    def __init__(self, vertaler: Vertaler) -> None:
        self._vertaler = vertaler

    def vraag(self, vraag: Vraag) -> Vraag:
        """The question with its sentences and choices translated."""
        zin = self._vertaler.say(f"{vraag.naam}/zin", vraag.zin)
        zinnen = {code: self._bij(vraag, code, zin) for code, zin in vraag.zinnen.items()}
        keuzes = tuple(replace(keuze, label=self._keuze(vraag, keuze)) for keuze in vraag.keuzes)
        return replace(vraag, zin=zin, zinnen=zinnen, keuzes=keuzes)

    def _bij(self, vraag: Vraag, code: str, zin: str) -> str:
        return zin if zin == ZWIJG else self._vertaler.say(f"{vraag.naam}/zin.{code}", zin)

    def _keuze(self, vraag: Vraag, keuze: Keuze) -> str:
        return self._vertaler.use(keuze_tekst(self._vertaler.taal.code, vraag, keuze), keuze.label)

    def zin(self, key: str, dutch: str) -> str:
        """A sentence of the program."""
        return self._vertaler.say(key, dutch)

    def dag(self, iso: str) -> str:
        """A date as readers of the language write it."""
        day = read_date(iso)
        return in_words_of(day, self._vertaler.taal.babel) if day else iso
