"""A board in the language of the person: its words and pictures, and the code of each thing to touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from intake_assistant.documents.tekening.praatplaat.plaat import (
    Bordplaat,
    Plaatdeel,
    Plaatrij,
    Plaatvak,
    Plaatveld,
)
from intake_assistant.domain.formulier import Formulieren, Keuze, Vraag
from intake_assistant.domain.praatplaat.bord import Bord, Borddeel, Bordrij, Bordrol, Bordstand, Bordveld
from intake_assistant.operations.words.gedeeld import Gedeeldblad, Gedeeldezin, in_cijfers, laagste
from intake_assistant.operations.words.vertaling import keuze_in
from intake_assistant.texts import SOURCE, Stand, Taal, Vertaling, form_text

NIEUW: Final = "+"
"""In the place of a row that is not there yet; behind it what it will be about."""
_BEGIN: Final = "praatplaat"
_ZET, _OPEN, _KWAST = "zet", "open", "kwast"


@dataclass(frozen=True, slots=True)
class Bordgreep:
    """What hands hold on a board: the row that is open, as its part and id, and the brush."""

    open: tuple[str, str] = ("", "")
    kwast: str = ""


@dataclass(frozen=True, slots=True)
class Aanraking:
    """What a touch on a board asks: open a row, take a brush, or put a value in a field of a row."""

    bord: str
    wat: str
    deel: str
    rij: str = ""
    veld: str = ""
    waarde: str = ""

    @property
    def code(self) -> str:
        """As one text, which is read back by `read_aanraking`."""
        return "|".join((_BEGIN, self.bord, self.wat, self.deel, self.rij, self.veld, self.waarde))


def read_aanraking(code: str) -> Aanraking | None:
    """What a touch asks; None when it was not on a board."""
    begin, *delen = code.split("|")
    return Aanraking(*delen) if begin == _BEGIN and len(delen) == 6 else None


@dataclass(frozen=True)
class Bordzicht:
    """A board that is in sight: what stands on it, and what hands hold."""

    bord: Bord
    stand: Bordstand
    greep: Bordgreep
    geboren: int | None = None
    """The year of birth, when it is known: an age is a year on a line of time."""
    formulieren: Formulieren = field(compare=False, repr=False, kw_only=True)

    @property
    def is_persoonlijk(self) -> bool:
        """Whether it begins covered: its file says so, or a question on it is asked only with trust."""
        vragen = (self.formulieren.vraag(veld.naam) for veld in self.bord.velden)
        return self.bord.is_persoonlijk or any(vraag.is_vertrouwelijk for vraag in vragen)


def blad_van_bord(taal: Taal, zicht: Bordzicht) -> Gedeeldblad:
    """A board as a page of the shared side; where its language lacks a word, pictures and numbers alone."""
    bord, stand = zicht.bord, zicht.stand
    maker = _Plaatmaker(taal, zicht)
    plaat = maker.plaat(stand)
    naam = f"{_BEGIN}.{bord.id}"
    if maker.stand == "ontbreekt":
        # The picture of the board stands in for a title that nobody here can read.
        dutch = tuple(maker.dutch)
        return Gedeeldblad(naam, beeld=bord.beeld, voor_tolk=dutch, plaat=maker.without_words(stand))
    zinnen = tuple(Gedeeldezin(zin, "klein" if vet else "fijn", vet=vet) for zin, vet in maker.zinnen)
    return Gedeeldblad(naam, zinnen, stand=maker.stand, plaat=plaat)


class _Plaatmaker:
    """Puts the words in, and judges at the end whether the language has them all."""

    def __init__(self, taal: Taal, zicht: Bordzicht) -> None:
        self._taal, self._bord, self._greep = taal, zicht.bord, zicht.greep
        self._formulieren, self._geboren = zicht.formulieren, zicht.geboren
        self._standen: list[Stand] = []
        self._is_stil = False
        self.dutch: list[str] = []
        self.zinnen = ((self._own("titel"), True), (self._own("uitleg"), False))

    @property
    def stand(self) -> Stand:
        """What its weakest text is worth."""
        return laagste(self._standen)

    def plaat(self, stand: Bordstand) -> Bordplaat:
        """All that stands on it."""
        bord, maken = self._bord, self._raster if self._bord.soort == "raster" else self._deel
        delen = tuple(maken(deel, rijen) for deel, rijen in zip(bord.delen, stand, strict=True))
        return Bordplaat(
            soort=bord.soort,
            delen=delen,
            kwasten=tuple(self._kwasten()),
            zin=" ".join([zin for zin, _ in self.zinnen] + [_said(deel) for deel in delen]),
            is_rtl=self._taal.richting == "rtl",
            cijfers=self._cijfer("0123456789"),
        )

    def without_words(self, stand: Bordstand) -> Bordplaat:
        """The same in pictures and numbers."""
        self._is_stil = True
        return self.plaat(stand)

    # -- words -----------------------------------------------------------------------------------------------

    def _own(self, *delen: str) -> str:
        """A word of the board itself, by its place in the file."""
        return (
            self._take(form_text(self._taal.code, self._bord.key(*delen), dutch), dutch)
            if (dutch := word_of(self._bord, *delen))
            else ""
        )

    def _take(self, vertaling: Vertaling, dutch: str) -> str:
        if self._is_stil:
            return ""
        self._standen.append(vertaling.stand)
        if dutch not in self.dutch:
            self.dutch.append(dutch)
        return in_cijfers(vertaling.tekst, self._taal.cijfers)

    def _cijfer(self, getal: object) -> str:
        return in_cijfers(str(getal), self._taal.cijfers)

    def _keuze(self, vraag: Vraag, keuze: Keuze) -> str:
        return self._take(keuze_in(self._taal, vraag, keuze), keuze.label)

    # -- rows ------------------------------------------------------------------------------------------------

    def _deel(self, deel: Borddeel, rijen: tuple[Bordrij, ...]) -> Plaatdeel:
        adds = self._greep.open == (deel.id, NIEUW) or (not rijen and len(self._bord.delen) == 1)
        nieuw = self._own(deel.id, "nieuw")
        erbij = Plaatvak(code=self._code(_OPEN, deel, NIEUW), woord=nieuw, beeld=deel.beeld)
        return Plaatdeel(
            woord=self._own(deel.id),
            beeld=deel.beeld if deel.woord else "",
            rijen=tuple(self._rij(deel, rij, nummer) for nummer, rij in enumerate(rijen, start=1)),
            nieuw=erbij if deel.herhaling else None,
            aanbod=tuple(self._aanbod(deel, rijen)) if adds and deel.kop else (),
        )

    def _rij(self, deel: Borddeel, rij: Bordrij, nummer: int) -> Plaatrij:
        is_open = self._greep.open == (deel.id, rij.id) or not deel.herhaling
        woord, beeld = self._kop(deel, rij, nummer) if deel.herhaling else ("", "")
        van, tot = years_of(deel, rij, self._geboren)
        return Plaatrij(
            code=self._code(_OPEN, deel, rij.id) if deel.herhaling else "",
            woord=woord,
            beeld=beeld,
            velden=tuple(
                self._veld(deel, rij, veld)
                for veld in deel.velden
                if veld.rol != "kop" and veld.naam not in rij.dicht
            ),
            is_open=is_open,
            van=van,
            tot=tot,
        )

    def _kop(self, deel: Borddeel, rij: Bordrij, nummer: int) -> tuple[str, str]:
        """What a row is about: the choice that says so, else what a row is, and which one."""
        veld = deel.kop
        if veld is not None and (code := rij.waarden.get(veld.naam)) is not None:
            vraag = self._formulieren.vraag(veld.naam)
            keuze = _keuze_of(vraag, code)
            if keuze is not None:
                return self._keuze(vraag, keuze), _beeld(veld, keuze)
            if vraag.type != "select_one" and self._taal.code == SOURCE:
                return str(code), deel.beeld
        # What somebody typed is Dutch: in another language it is said by whoever interprets.
        return f"{self._own(deel.id, 'rij')} {self._cijfer(nummer)}".strip(), deel.beeld

    def _aanbod(self, deel: Borddeel, rijen: tuple[Bordrij, ...]) -> Iterator[Plaatvak]:
        veld = deel.kop
        if veld is None:
            return
        vraag, er = self._formulieren.vraag(veld.naam), [rij.waarden.get(veld.naam) for rij in rijen]
        for keuze in _offered(vraag, veld):
            if keuze.naam not in er:
                code = self._code(_ZET, deel, f"{NIEUW}{keuze.naam}")
                yield Plaatvak(code=code, woord=self._keuze(vraag, keuze), beeld=_beeld(veld, keuze))

    # -- fields ----------------------------------------------------------------------------------------------

    def _veld(self, deel: Borddeel, rij: Bordrij, veld: Bordveld) -> Plaatveld:
        vraag, waarde = self._formulieren.vraag(veld.naam), rij.waarden.get(veld.naam)
        woord = self._own(deel.id, vraag.kort)
        if veld.rol == "schaal":
            vakken = tuple(self._steps(deel, rij, vraag, waarde))
        elif veld.rol == "keuze":
            vakken = tuple(self._keuzes(deel, rij, veld, waarde))
        else:
            vakken = tuple(
                Plaatvak(code=self._code(_ZET, deel, rij.id, veld.naam, stap), cijfer=teken)
                for stap, teken in (("-1", "\N{MINUS SIGN}"), ("+1", "+"))
            )
        cijfer = self._cijfer(waarde) if waarde is not None and veld.rol not in ("schaal", "keuze") else ""
        return Plaatveld(rol=veld.rol, woord=woord, beeld=veld.beeld, vakken=vakken, cijfer=cijfer)

    def _steps(self, deel: Borddeel, rij: Bordrij, vraag: Vraag, waarde: object) -> Iterator[Plaatvak]:
        for stap in vraag.stappen:
            code = self._code(_ZET, deel, rij.id, vraag.naam, str(stap))
            yield Plaatvak(code=code, cijfer=self._cijfer(stap), is_aan=waarde == stap)

    def _keuzes(self, deel: Borddeel, rij: Bordrij, veld: Bordveld, waarde: object) -> Iterator[Plaatvak]:
        vraag = self._formulieren.vraag(veld.naam)
        gekozen = waarde if isinstance(waarde, list) else [waarde]
        # Of a row that is closed only what was chosen is seen.
        is_open = not deel.herhaling or self._greep.open == (deel.id, rij.id)
        for keuze in _offered(vraag, veld, gekozen):
            if not is_open and keuze.naam not in gekozen:
                continue
            yield Plaatvak(
                code=self._code(_ZET, deel, rij.id, veld.naam, keuze.naam),
                woord=self._keuze(vraag, keuze),
                beeld=_beeld(veld, keuze),
                is_aan=keuze.naam in gekozen,
            )

    # -- a grid ----------------------------------------------------------------------------------------------

    def _kwasten(self) -> Iterator[Plaatvak]:
        veld = next(iter(self._bord.delen[0].of("keuze")), None)
        if self._bord.soort != "raster" or veld is None:
            return
        vraag, deel = self._formulieren.vraag(veld.naam), self._bord.delen[0]
        offered = _offered(vraag, veld)
        held = self._greep.kwast or offered[0].naam
        for keuze in offered:
            yield Plaatvak(
                code=self._code(_KWAST, deel, "", "", keuze.naam),
                woord=self._keuze(vraag, keuze),
                beeld=_beeld(veld, keuze),
                is_aan=keuze.naam == held,
            )

    def _raster(self, deel: Borddeel, rijen: tuple[Bordrij, ...]) -> Plaatdeel:
        """A column for each thing that a row can be about, whether there is a row of it or not."""
        kop = deel.kop
        if kop is None:
            return Plaatdeel()
        vraag = self._formulieren.vraag(kop.naam)
        # Of two rows about the same the last one is seen; the form has both.
        er = {rij.waarden.get(kop.naam): rij for rij in rijen}
        columns = tuple(
            Plaatrij(
                code="",
                woord=self._keuze(vraag, keuze),
                beeld=_beeld(kop, keuze),
                velden=tuple(self._cell(deel, er.get(keuze.naam), keuze.naam, v) for v in deel.of("keuze")),
            )
            for keuze in _offered(vraag, kop)
        )
        return Plaatdeel(rijen=columns)

    def _cell(self, deel: Borddeel, rij: Bordrij | None, kop: str, veld: Bordveld) -> Plaatveld:
        there = rij or Bordrij(f"{NIEUW}{kop}")
        held = self._greep.kwast or _offered(self._formulieren.vraag(veld.naam), veld)[0].naam
        waarde = there.waarden.get(veld.naam)
        return Plaatveld(
            rol="keuze",
            woord=self._own(deel.id, self._formulieren.vraag(veld.naam).kort),
            beeld=veld.beeld,
            vakken=tuple(self._keuzes(deel, there, veld, waarde)),
            code=self._code(_ZET, deel, there.id, veld.naam, held),
        )

    def _code(self, wat: str, deel: Borddeel, rij: str, veld: str = "", waarde: str = "") -> str:
        return Aanraking(self._bord.id, wat, deel.id, rij, veld, waarde).code


def years_of(deel: Borddeel, rij: Bordrij, geboren: int | None) -> tuple[int | None, int | None]:
    """From which year to which a row lasted; of an age only when the year of birth is known."""
    begin, duur, einde = (_number(deel, rij, rol) for rol in ("begin", "duur", "einde"))
    if einde is not None:
        return einde - (duur or 0), einde
    is_jaar = any(veld.is_jaar for veld in deel.of("begin"))
    if begin is None or (geboren is None and not is_jaar):
        return None, None
    van = begin if is_jaar else begin + (geboren or 0)
    return van, van + (duur or 0)


def _number(deel: Borddeel, rij: Bordrij, rol: Bordrol) -> int | None:
    found = (rij.waarden.get(veld.naam) for veld in deel.of(rol))
    return next((waarde for waarde in found if isinstance(waarde, int)), None)


def word_of(bord: Bord, *delen: str) -> str:
    """The Dutch of a word of a board, by its place: `titel`, a part, or something of a part."""
    if len(delen) == 1 and delen[0] in ("titel", "uitleg"):
        return bord.titel if delen[0] == "titel" else bord.uitleg
    deel = next(deel for deel in bord.delen if deel.id == delen[0])
    if len(delen) == 1:
        return deel.woord
    if delen[1] in ("rij", "nieuw"):
        return deel.rij if delen[1] == "rij" else deel.nieuw
    return next(veld.woord for veld in deel.velden if veld.naam.rpartition(".")[2] == delen[1])


def places_of(bord: Bord) -> Iterator[tuple[str, ...]]:
    """The place of every word of a board."""
    yield ("titel",)
    yield ("uitleg",)
    for deel in bord.delen:
        yield (deel.id,)
        yield deel.id, "rij"
        yield deel.id, "nieuw"
        for veld in deel.velden:
            yield deel.id, veld.naam.rpartition(".")[2]


def _offered(vraag: Vraag, veld: Bordveld, gekozen: list[Any] | None = None) -> list[Keuze]:
    """What can be touched in its order, and what was chosen of what is offered no more."""
    er = list(veld.aanbod) or [keuze.naam for keuze in vraag.te_kiezen]
    found = {keuze.naam: keuze for keuze in vraag.keuzes}
    ook = [str(code) for code in gekozen or () if str(code) in found and code not in er]
    return [found[code] for code in (*er, *ook)]


def _keuze_of(vraag: Vraag, code: object) -> Keuze | None:
    gekozen = vraag.keuze_of(str(code))
    return next((keuze for keuze in vraag.keuzes if keuze.naam == gekozen), None)


def _beeld(veld: Bordveld, keuze: Keuze) -> str:
    return veld.beelden.get(keuze.naam) or keuze.image


def _said(deel: Plaatdeel) -> str:
    """What stands on a part in one sentence, for who hears it."""
    regels = []
    for rij in deel.rijen:
        gezegd = [
            f"{veld.woord}: {' '.join(vak.woord or vak.cijfer for vak in veld.aan) or veld.cijfer}"
            for veld in rij.velden
            if veld.aan or veld.cijfer
        ]
        if gezegd or rij.woord:
            delen = "; ".join(gezegd)
            regels.append(f"{rij.woord} ({delen})." if rij.woord and delen else f"{rij.woord or delen}.")
    return f"{deel.woord}: {' '.join(regels)}" if deel.woord and regels else " ".join(regels)
