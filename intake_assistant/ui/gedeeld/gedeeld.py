"""What is shared now: it follows what is asked, stands still, or is covered; knows no widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from intake_assistant.domain.aanraken.aanwijzing import Aanwijzing, point
from intake_assistant.domain.aanraken.gebaar import over_onderwerp
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.geluid.klanken import Klanken
from intake_assistant.operations.words.gedeeld import (
    BIJ_BEDEKT,
    BIJ_VERTELD,
    BIJ_VRAAG,
    RUST,
    Gedeeldblad,
    Gevraagd,
    bedekt_blad,
    blad_van_leestekst,
    blad_van_onderwerp,
    blad_van_vraag,
    pauze_blad,
    with_gebaren,
)
from intake_assistant.operations.words.praatplaat.blad import Bordzicht, blad_van_bord
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import SOURCE, Taal
from intake_assistant.ui.qt.later import Later

GEHOORD_MS = 3000
"""So long a gesture that was heard has a ring."""


IN_BEELDEN, OOK_NEDERLANDS = "beelden", "nederlands"
WENSEN: Final = (IN_BEELDEN, OOK_NEDERLANDS)


class Gedeeldestand(StrEnum):
    """The switch of who leads the conversation."""

    VOLGT = "volgt"
    STIL = "stil"
    BEDEKT = "bedekt"


@dataclass(frozen=True)
class Zicht:
    """What is in sight: a page, which choices are marked, and whether it is dimmed."""

    taal: Taal
    beelden: Path
    """Where the pictures of the forms lie."""
    blad: Gedeeldblad = RUST
    gekozen: tuple[str, ...] = ()
    gedimd: bool = False
    aangewezen: tuple[str, ...] = ()
    """What is pointed at, and no answer yet."""
    plaats: str = ""
    """The question in sight with its row: cards are made anew for another."""
    hoorbaar: bool = False
    """Whether any of it was spoken in."""
    wensen: frozenset[str] = frozenset()
    """How this person is served: `IN_BEELDEN`, `OOK_NEDERLANDS`."""

    @property
    def page(self) -> tuple[str, str]:
        """Which page it is: another is seen only after a moment."""
        return self.blad.naam, self.plaats

    @property
    def unmarked(self) -> Zicht:
        """All but what is marked: with as much it need not be made anew."""
        return replace(self, gekozen=(), aangewezen=())


@dataclass(frozen=True)
class _Nu:
    """What the conversation is at."""

    gevraagd: Gevraagd | None = None
    onderwerp: Informatieonderwerp | None = None
    gekozen: tuple[str, ...] = ()
    gedimd: bool = False
    bord: Bordzicht | None = None

    @property
    def vraag(self) -> Vraag | None:
        return self.gevraagd.vraag if self.gevraagd else None

    def is_same(self, ander: _Nu) -> bool:
        return self._over == ander._over

    @property
    def _over(self) -> tuple[object, ...]:
        return self.vraag, self.plaats, self.onderwerp, self.bord.bord if self.bord else None

    @property
    def plaats(self) -> str:
        return self.gevraagd.plaats if self.gevraagd else ""


class Gedeeld(QObject):
    """One for a vault that is open; every view of the shared side draws `zicht`."""

    gewijzigd = Signal()
    """Something else is in sight."""
    aan = Signal(bool)
    """A conversation is on and somebody looks along, or it is over."""
    aangeraakt = Signal(str)
    """Somebody touched the shared side: the code of a choice, or one that begins with a colon."""
    stilte = Signal()
    """Nothing may be heard now: we are away, or it is over."""
    overgenomen = Signal()
    """We take over what is pointed at."""
    wens = Signal()
    """This person is served in another way from now on."""

    def __init__(self, parent: QObject, beelden: Path, klanken: Klanken | None = None) -> None:
        super().__init__(parent)
        self._klanken = klanken or Klanken()
        self._beelden = beelden
        self.wijze = Gedeeldestand.VOLGT
        self._taal = taal_van(SOURCE)
        self._nu = self._getoond = _Nu()
        # Earlier answers: not shown before somebody asks for them.
        self._eerder: tuple[str, ...] = ()
        self._is_onthuld = False
        self._aangewezen: tuple[str, ...] = ()
        self._ervoor: Gedeeldblad | None = None
        # What is pointed at on that page.
        self._erop: tuple[str, ...] = ()
        self.wensen: frozenset[str] = frozenset()
        self._gehoord = ""
        self._vergeet = Later(self, self._forget_gehoord, GEHOORD_MS)
        self.zicht = Zicht(self._taal, beelden)

    # -- what the conversation tells -------------------------------------------------------------------------

    @property
    def taal(self) -> Taal:
        """The language of the person."""
        return self._taal

    def set_taal(self, code: str) -> None:
        """Show in another language; direction, digits and fonts come with it."""
        self._taal = taal_van(code)
        self._draw()

    def set_wensen(self, wensen: Collection[str]) -> None:
        """Serve a person as was chosen for them."""
        self.wensen = frozenset(wensen)
        self._draw()

    def toggle_wens(self, wens: str) -> None:
        """In pictures or not, with Dutch below or not; kept for this person."""
        self.set_wensen(self.wensen ^ {wens})
        self.wens.emit()

    def turn(self, *, on: bool) -> None:
        """A conversation is on, or over; before it and after it there is nothing to see."""
        if not on:
            self.stilte.emit()
            self._taal, self.wijze = taal_van(SOURCE), Gedeeldestand.VOLGT
            self.wensen = frozenset()
            self.rest()
        self.aan.emit(on)

    def ask(self, gevraagd: Gevraagd, gekozen: Sequence[str] = (), *, gedimd: bool = False) -> None:
        """This is asked now; dimmed, it was asked last. And this was answered so far."""
        self._show(_Nu(gevraagd, gekozen=tuple(gekozen), gedimd=gedimd))

    def tell(self, onderwerp: Informatieonderwerp) -> None:
        """This is told now."""
        self._show(_Nu(onderwerp=onderwerp))

    def put_before(self, blad: Gedeeldblad) -> None:
        """Show a page that asks nothing of the form, until the conversation moves on."""
        self._ervoor, self._erop = blad, ()
        self._draw()

    def take_away(self, blad: Gedeeldblad | None) -> None:
        """Take that page away, when it is the one that lies there."""
        if blad is not None and self._ervoor is blad:
            self._ervoor = None
            self._draw()

    def fill(self, bord: Bordzicht) -> None:
        """A board is filled now, and stands like this; what is seen already is not drawn once more."""
        nu = _Nu(bord=bord)
        if nu != self._nu or self._getoond is not self._nu:
            self._show(nu)

    @property
    def takes_bord(self) -> str:
        """The board that can be touched now; empty while it is covered, or another thing is asked by now."""
        bord = self._getoond.bord
        is_seen = self.zicht.blad.plaat is not None and self._getoond.is_same(self._nu)
        return bord.bord.id if bord and is_seen else ""

    def dim(self, startpositie: str) -> None:
        """What is being filled in is not asked: the last question on that startpositie stays, dimmed."""
        is_here = self._nu.vraag is not None and self._nu.vraag.startpositie == startpositie
        self._show(replace(self._nu, gedimd=True) if is_here else _Nu())

    def rest(self) -> None:
        """Nothing is asked or told: the picture of rest, and no question before it is remembered."""
        if self.wijze is Gedeeldestand.STIL:
            # What was covered by hand is uncovered by hand.
            self.wijze = Gedeeldestand.VOLGT
        self._ervoor = None
        self._show(_Nu())

    # -- what the person points at ---------------------------------------------------------------------------

    @property
    def aanwijzing(self) -> Aanwijzing | None:
        """What is pointed at, and at which question."""
        return Aanwijzing(self._getoond.plaats, self._aangewezen) if self._aangewezen else None

    def point(self, code: str) -> bool:
        """Somebody points at a choice that is in sight, or takes that back; False when it is not there."""
        blad, gevraagd = self.zicht.blad, self._getoond.gevraagd
        if gevraagd is None or self.is_bedekt or code not in {een.code for een in blad.te_kiezen}:
            return False
        vraag = gevraagd.vraag
        # Of several answers that are seen to be marked one is touched to take it away.
        begin = self.zicht.gekozen if vraag.type == "select_multiple" else ()
        wijst = point(vraag, self._aangewezen or begin, code)
        self._aangewezen = () if sorted(wijst) == sorted(self.zicht.gekozen) else wijst
        self._draw()
        return True

    def point_on_table(self, over: str, code: str) -> bool:
        """Somebody points at a choice of a page that lies on the table; False when it is not that page."""
        blad = self.zicht.blad
        is_there = blad is self._ervoor and blad.naam == over
        if not is_there or code not in {een.code for een in blad.keuzes}:
            return False
        self._erop = (code,)
        self._draw()
        return True

    @property
    def over(self) -> str:
        """The question or the topic that is in sight; of a board what it begins with."""
        toont = self._getoond
        if toont.bord is not None:
            return toont.bord.bord.velden[0].naam
        return over_onderwerp(toont.onderwerp.id) if toont.onderwerp else question_of(toont.plaats)

    def hear(self, code: str) -> bool:
        """A gesture was made: a ring tells that it was heard, and until it goes it is the same gesture."""
        if self._gehoord == code or code not in {een.code for een in self.zicht.blad.gebaren}:
            return False
        self._gehoord = code
        self._vergeet.start()
        self._draw()
        return True

    def _forget_gehoord(self) -> None:
        self._gehoord = ""
        self._draw()

    def forget_aanwijzing(self) -> None:
        """It was taken over, or put aside."""
        if self._aangewezen:
            self._aangewezen = ()
            self._draw()

    # -- what who leads the conversation does ----------------------------------------------------------------

    def set_wijze(self, wijze: Gedeeldestand) -> None:
        """Follow, stand still at what is in sight, or cover."""
        self.wijze = wijze
        self._show(self._nu)

    def toggle_stil(self) -> None:
        """Stand still, or follow again."""
        self.set_wijze(Gedeeldestand.VOLGT if self.wijze is Gedeeldestand.STIL else Gedeeldestand.STIL)

    def toggle_bedekt(self) -> None:
        """Show what is covered; cover what is in sight."""
        if self.wijze is Gedeeldestand.BEDEKT:
            self.set_wijze(Gedeeldestand.VOLGT)
        elif self.is_persoonlijk and self._ervoor is None:
            self._is_onthuld = not self._is_onthuld
            self._draw()
        else:
            self.set_wijze(Gedeeldestand.BEDEKT)

    def show_eerder(self) -> None:
        """Mark what was answered before."""
        self._eerder = ()
        self._draw()

    @property
    def has_eerder(self) -> bool:
        """Whether there is an earlier answer that is not marked."""
        return bool(self._eerder) and not self.is_bedekt

    @property
    def is_persoonlijk(self) -> bool:
        """Whether what is asked waits, covered, until who leads the conversation shows it."""
        vraag, bord = self._getoond.vraag, self._getoond.bord
        return bool(vraag and vraag.is_vertrouwelijk) or bool(bord and bord.is_persoonlijk)

    @property
    def is_bedekt(self) -> bool:
        """Whether the question itself is out of sight."""
        return self.wijze is Gedeeldestand.BEDEKT or (self.is_persoonlijk and not self._is_onthuld)

    # -- what is in sight ------------------------------------------------------------------------------------

    def _show(self, nu: _Nu) -> None:
        if not nu.is_same(self._nu):
            self._ervoor = None
        self._nu = nu
        is_same = nu.is_same(self._getoond)
        if self.wijze is Gedeeldestand.STIL:
            if not is_same:
                return
            nu = replace(nu, gedimd=self._getoond.gedimd)
        if not is_same:
            self._eerder, self._is_onthuld, self._aangewezen = nu.gekozen, False, ()
            # What was said of the question before says nothing of this one, and can be said of it as well.
            self._gehoord = ""
        elif nu.gekozen != self._getoond.gekozen:
            # It is answered: what was pointed at before has been heard.
            self._eerder = self._aangewezen = ()
        if nu.gedimd:
            # Who hears the next thing may be somebody else than who heard this one.
            self._is_onthuld = False
        self._getoond = nu
        self._draw()

    def _draw(self) -> None:
        toont = self._getoond
        is_vrij = not (self.is_bedekt or self._ervoor)
        gekozen = toont.gekozen if is_vrij and not self._eerder else ()
        wijst = self._aangewezen if is_vrij else ()
        if self._ervoor is not None and self.wijze is not Gedeeldestand.BEDEKT:
            wijst = self._erop
        wijst = (*wijst, *filter(None, (self._gehoord,)))
        gedimd = toont.gedimd and self._ervoor is None
        blad, plaats = self._blad(gekozen), toont.plaats
        hoort = bool(self._klanken.files(self._taal.code, blad.te_horen))
        over = (self._taal, self._beelden, blad, gekozen, gedimd, wijst, plaats)
        self.zicht = Zicht(*over, hoorbaar=hoort, wensen=self.wensen)
        self.gewijzigd.emit()

    @property
    def pauze(self) -> Zicht:
        """The neutral page in the language of the person."""
        return Zicht(self._taal, self._beelden, pauze_blad(self._taal))

    def _blad(self, gekozen: tuple[str, ...]) -> Gedeeldblad:
        toont, taal = self._getoond, self._taal
        if self.wijze is Gedeeldestand.BEDEKT:
            return RUST
        if self._ervoor is not None:
            return self._ervoor
        if toont.onderwerp is not None:
            return with_gebaren(blad_van_onderwerp(taal, toont.onderwerp), taal, BIJ_VERTELD)
        if toont.bord is not None:
            return with_gebaren(self._blad_van_bord(toont.bord), taal, self._bij(BIJ_VERTELD))
        if toont.gevraagd is None:
            return RUST
        return with_gebaren(self._blad_van(toont.gevraagd, gekozen), taal, self._bij(BIJ_VRAAG))

    def _bij(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """What can be said here beside an answer: while it is covered only stop."""
        return BIJ_BEDEKT if self.is_bedekt else codes

    def _blad_van_bord(self, bord: Bordzicht) -> Gedeeldblad:
        naam = f"praatplaat.{bord.bord.id}"
        return bedekt_blad(self._taal, naam) if self.is_bedekt else blad_van_bord(self._taal, bord)

    def _blad_van(self, gevraagd: Gevraagd, gekozen: tuple[str, ...]) -> Gedeeldblad:
        if self.is_bedekt:
            return bedekt_blad(self._taal, gevraagd.vraag.naam)
        if gevraagd.vraag.is_leestekst:
            return blad_van_leestekst(gevraagd.vraag)
        return blad_van_vraag(self._taal, gevraagd, gekozen)
