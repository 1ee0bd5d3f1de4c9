"""Whether equal people are offered the same: groups side by side, never persons (design 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from intake_assistant.domain.team.afscherming import verborgen
from intake_assistant.domain.team.groepen import MINSTENS, Groep, in_volgorde, op_grootte
from intake_assistant.domain.team.interval import Marge, mediaan, newcombe, wilson
from intake_assistant.domain.team.kansfeiten import STAPPEN, KansFeiten, Kansuitkomst, Kenmerk


@dataclass(frozen=True, slots=True)
class Aandeel:
    """So many of a group, their share, and how that differs from all others; None in a group of everybody."""

    aantal: int
    deel: Marge
    verschil: Marge | None


@dataclass(frozen=True, slots=True)
class Groepsrij:
    """One group: a share for each column, None where it stays hidden; or a median, None of too few."""

    groep: Groep
    aantal: int
    aandelen: tuple[Aandeel | None, ...] = ()
    mediaan: Marge | None = None


@dataclass(frozen=True, slots=True)
class Kansvergelijking:
    """One thing that is offered, over groups of ten people or more."""

    kenmerk: Kenmerk
    uitkomst: Kansuitkomst
    kolommen: tuple[Groep, ...]
    """What was offered; empty for what is a number."""
    rijen: tuple[Groepsrij, ...]
    samen: Groepsrij | None
    """Everybody; None when there are fewer than ten."""

    @property
    def is_vergelijkbaar(self) -> bool:
        """Whether there are two groups at least, and something in which they could differ."""
        return len(self.rijen) > 1 and (self.uitkomst.is_getal or len(self.kolommen) > 1)

    @property
    def verborgen(self) -> int:
        """How many shares or medians are not told."""
        if self.uitkomst.is_getal:
            return sum(rij.mediaan is None for rij in self.rijen)
        return sum(aandeel is None for rij in self.rijen for aandeel in rij.aandelen)

    @property
    def opvallend(self) -> tuple[tuple[Groepsrij, int, Aandeel], ...]:
        """The groups and columns whose difference from all others is larger than chance mostly makes it."""
        return tuple(
            (rij, kolom, aandeel)
            for rij in self.rijen
            for kolom, aandeel in enumerate(rij.aandelen)
            if aandeel is not None and aandeel.verschil is not None and aandeel.verschil.is_zonder_nul
        )


def vergelijk(feiten: Sequence[KansFeiten], kenmerk: Kenmerk, uitkomst: Kansuitkomst) -> Kansvergelijking:
    """One table; what must stay hidden is not in it."""
    groepen = groepen_of(feiten, kenmerk)
    if uitkomst.is_getal:
        rijen = tuple(_median_row(groep, _of(feiten, kenmerk, groep), uitkomst) for groep in groepen)
        allen = _median_row(_all(groepen), feiten, uitkomst) if groepen else None
        return Kansvergelijking(kenmerk, uitkomst, (), rijen, allen)
    kolommen = groepen_of(feiten, uitkomst)
    return Kansvergelijking(kenmerk, uitkomst, tuple(kolommen), *_shares(feiten, kenmerk, uitkomst))


def groepen_of(feiten: Sequence[KansFeiten], wat: Kenmerk | Kansuitkomst) -> list[Groep]:
    """The groups of ten or more, whatever they are compared with: the same in every table."""
    tellingen = Counter(feit.code(wat) for feit in feiten)
    return in_volgorde(tellingen, STAPPEN[wat]) if wat in STAPPEN else op_grootte(tellingen)


def aantal_vergelijkingen(tabellen: Sequence[Kansvergelijking]) -> int:
    """How many differences there are to look at in all: so many times chance has a chance."""
    shares = (tabel for tabel in tabellen if tabel.is_vergelijkbaar and not tabel.uitkomst.is_getal)
    return sum((len(tabel.rijen) - 1) * (len(tabel.kolommen) - 1) for tabel in shares)


def _of(feiten: Sequence[KansFeiten], kenmerk: Kenmerk, groep: Groep) -> list[KansFeiten]:
    return [feit for feit in feiten if feit.code(kenmerk) in groep]


def _all(groepen: Sequence[Groep]) -> Groep:
    return tuple(code for groep in groepen for code in groep)


def _median_row(groep: Groep, feiten: Sequence[KansFeiten], uitkomst: Kansuitkomst) -> Groepsrij:
    getallen = [getal for feit in feiten if (getal := feit.getal(uitkomst)) is not None]
    return Groepsrij(groep, len(feiten), mediaan=mediaan(getallen) if len(getallen) >= MINSTENS else None)


def _shares(
    feiten: Sequence[KansFeiten], kenmerk: Kenmerk, uitkomst: Kansuitkomst
) -> tuple[tuple[Groepsrij, ...], Groepsrij | None]:
    groepen, kolommen = groepen_of(feiten, kenmerk), groepen_of(feiten, uitkomst)
    if not groepen:
        return (), None
    both = Counter((feit.code(kenmerk), feit.code(uitkomst)) for feit in feiten)
    tabel = [[sum(both[g, k] for g in groep for k in kolom) for kolom in kolommen] for groep in groepen]
    hidden, totalen = verborgen(tabel), [sum(kolom) for kolom in zip(*tabel, strict=True)]
    rijen = tuple(
        Groepsrij(
            groep,
            sum(rij),
            tuple(
                None if (r, k) in hidden else _share(aantal, sum(rij), totalen[k], len(feiten))
                for k, aantal in enumerate(rij)
            ),
        )
        for r, (groep, rij) in enumerate(zip(groepen, tabel, strict=True))
    )
    samen = tuple(_share(totaal, len(feiten), totaal, len(feiten)) for totaal in totalen)
    return rijen, Groepsrij(_all(groepen), len(feiten), samen)


def _share(aantal: int, groep: int, totaal: int, allen: int) -> Aandeel:
    """A share of a group, beside that of all who are not in it."""
    verschil = newcombe((aantal, groep), (totaal - aantal, allen - groep)) if groep < allen else None
    return Aandeel(aantal, wilson(aantal, groep), verschil)
