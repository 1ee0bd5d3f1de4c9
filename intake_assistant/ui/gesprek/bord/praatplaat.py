"""The board of a page: what is touched on it is the answer, by the same way as in the form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from intake_assistant.dates import read_date
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Pagina
from intake_assistant.domain.kinds import ANTWOORD, PERSOON
from intake_assistant.domain.praatplaat.bord import Bord, Borddeel, Bordstand, Bordveld, stand_of, touched
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.acts.antwoord import INBURGERAAR
from intake_assistant.operations.words.praatplaat.blad import (
    NIEUW,
    Aanraking,
    Bordgreep,
    Bordzicht,
    read_aanraking,
)
from intake_assistant.ui.gesprek.page import GesprekPagina
from intake_assistant.ui.vragen.voering import Gespreksvoering


@dataclass(frozen=True, slots=True)
class _Bordstap:
    """What one touch did: subjects that were recorded, or a row that came."""

    subjects: tuple[str, ...] = ()
    herhaling: str = ""
    rij: str = ""


class Praatplaat(QObject):
    """Of one conversation: whether boards are shown, and what was done on them."""

    gewisseld = Signal()
    """A board comes in the place of the question, or goes."""

    def __init__(self, voering: Gespreksvoering, pagina: GesprekPagina, parent: QObject) -> None:
        super().__init__(parent)
        self._voering, self._pagina = voering, pagina
        self.is_aan = False
        self._greep = Bordgreep()
        self._in_form = ""
        # By board: what is taken back is seen to go.
        self._gedaan: dict[str, list[_Bordstap]] = defaultdict(list)
        self._weer: dict[str, list[_Bordstap]] = defaultdict(list)

    # -- what is in sight ------------------------------------------------------------------------------------

    def bord_bij(self, pagina: Pagina) -> Bord | None:
        """The board of a page; none where a passphrase stands before one of its questions."""
        data, context = self._voering.work.data, self._voering.context
        found = next((bord for bord in data.praatplaten if pagina.naam in bord.bij), None)
        return None if found is None or context.is_gesloten([v.naam for v in found.velden]) else found

    @property
    def is_hier(self) -> bool:
        """Whether the page has a board."""
        return self.bord_bij(self._pagina.pagina) is not None

    def toggle(self) -> None:
        """Show the board in the place of the question, or the question again."""
        if self.is_aan or self.is_hier:
            self.is_aan = not self.is_aan
            self.gewisseld.emit()

    def zicht(self) -> Bordzicht | None:
        """What stands on the board of this page; None when none is shown."""
        bord = self.bord_bij(self._pagina.pagina) if self.is_aan else None
        if bord is None:
            return None
        self._follow_form(bord)
        voering = self._voering
        geboren = read_date(voering.dossier.get(PERSOON.of("geboortedatum")))
        return Bordzicht(
            bord,
            self._stand(bord),
            self._greep,
            geboren.year if geboren else None,
            formulieren=voering.work.data.formulieren,
        )

    def _stand(self, bord: Bord) -> Bordstand:
        voering = self._voering

        def waarde(naam: str, rij: str) -> object:
            value = voering.value(ANTWOORD.of(_full(bord, naam, rij), INBURGERAAR))
            return value.get("waarde", "") if value.get("staat") == Staat.BEANTWOORD else ""

        return stand_of(bord, voering.rijen, waarde, lambda n, rij: voering.is_relevant(_full(bord, n, rij)))

    def _follow_form(self, bord: Bord) -> None:
        """The row that was opened in the form is open on the board too."""
        veld = self._pagina.herhaling
        deel = next((d for d in bord.delen if veld is not None and d.herhaling == veld.herhaling), None)
        if veld is None or deel is None:
            return
        if veld.open != self._in_form:
            self._in_form = veld.open
            self._greep = replace(self._greep, open=(deel.id, veld.open))

    # -- touching --------------------------------------------------------------------------------------------

    def hear(self, code: str, kan: str) -> bool:
        """Do what a touch asks, on the board that can be touched now; False when it was not on a board."""
        raak = read_aanraking(code)
        if raak is None:
            return False
        bord = self.bord_bij(self._pagina.pagina) if self.is_aan else None
        if bord is None or not bord.id == kan == raak.bord:
            # It is of a board that has moved on.
            return True
        deel = next((deel for deel in bord.delen if deel.id == raak.deel), None)
        if deel is not None:
            self._do(deel, raak)
            self._pagina.in_beeld.emit()
        return True

    def _do(self, deel: Borddeel, raak: Aanraking) -> None:
        if raak.wat == "kwast":
            self._greep = replace(self._greep, kwast=raak.waarde)
        elif raak.wat == "open":
            self._open(deel, raak.rij)
        elif raak.rij.startswith(NIEUW):
            self._add(deel, raak)
        elif not deel.herhaling or raak.rij in self._voering.rijen(deel.herhaling):
            self._put(deel, raak)

    def _open(self, deel: Borddeel, rij: str) -> None:
        if rij == NIEUW and deel.kop is None:
            self._new_row(deel)
            return
        hier = (deel.id, rij)
        self._greep = replace(self._greep, open=("", "") if self._greep.open == hier else hier)
        if rij != NIEUW and self._greep.open == hier:
            self._show_in_form(deel, rij)

    def _add(self, deel: Borddeel, raak: Aanraking) -> None:
        """A new row about what was touched, with what was put in it at once."""
        kop = raak.rij.removeprefix(NIEUW)
        rij = self._new_row(deel)
        if deel.kop is not None and kop:
            self._record(deel.kop, deel, rij, kop)
        if raak.veld:
            self._record(_veld(deel, raak.veld), deel, rij, raak.waarde)

    def _new_row(self, deel: Borddeel) -> str:
        rij = self._voering.new_rij(deel.herhaling)
        self._remember(_Bordstap(herhaling=deel.herhaling, rij=rij))
        self._greep = replace(self._greep, open=(deel.id, rij))
        self._show_in_form(deel, rij)
        return rij

    def _put(self, deel: Borddeel, raak: Aanraking) -> None:
        if any(veld.naam == raak.veld for veld in deel.velden):
            subject = self._record(_veld(deel, raak.veld), deel, raak.rij, raak.waarde)
            self._remember(_Bordstap(subjects=(subject,)))

    def _record(self, veld: Bordveld, deel: Borddeel, rij: str, code: str) -> str:
        """What the person says is theirs, whatever source the form shows."""
        voering, naam = self._voering, in_row(deel.herhaling, rij, veld.naam) if deel.herhaling else veld.naam
        if voering.bron(naam) != INBURGERAAR:
            voering.set_bron(naam, INBURGERAAR)
        subject = voering.subject(naam)
        value = voering.value(subject)
        nu = value.get("waarde") if value.get("staat") == Staat.BEANTWOORD else None
        jaar = voering.work.clock.today().year
        voering.choose(naam, touched(voering.vraag(naam), veld, None if nu == "" else nu, code, jaar))
        return subject

    def _show_in_form(self, deel: Borddeel, rij: str) -> None:
        """The form opens the same row, unless somebody is typing there."""
        veld = self._pagina.herhaling
        if veld is None or veld.herhaling != deel.herhaling:
            return
        focus = QApplication.focusWidget()
        is_here = focus is not None and self._pagina.isAncestorOf(focus)
        if is_here and self._voering.is_typing:
            return
        self._in_form = rij
        veld.open_rij(rij)
        if is_here:
            self._pagina.back_to_veld()

    # -- back and forward ------------------------------------------------------------------------------------

    def undo(self) -> bool:
        """Take the last touch back; False when there is none."""
        hier = self._in_sight()
        if not self._gedaan[hier]:
            return False
        stap = self._gedaan[hier].pop()
        if stap.rij:
            self._voering.remove_rij(stap.herhaling, stap.rij)
            self._leave_row(stap)
        for subject in stap.subjects:
            self._voering.undo(subject)
        self._weer[hier].append(stap)
        self._pagina.in_beeld.emit()
        return True

    def redo(self) -> bool:
        """Do once more what was taken back last; False when nothing was."""
        hier = self._in_sight()
        if not self._weer[hier]:
            return False
        stap = self._weer[hier].pop()
        if stap.rij:
            self._voering.restore_rij(stap.herhaling, stap.rij)
        for subject in stap.subjects:
            self._voering.redo(subject)
        self._gedaan[hier].append(stap)
        self._pagina.in_beeld.emit()
        return True

    def _in_sight(self) -> str:
        """The board that is shown now; empty when none is."""
        bord = self.bord_bij(self._pagina.pagina) if self.is_aan else None
        return bord.id if bord else ""

    def _leave_row(self, stap: _Bordstap) -> None:
        veld = self._pagina.herhaling
        self._greep = replace(self._greep, open=("", ""))
        if veld is not None and veld.herhaling == stap.herhaling:
            over = self._voering.rijen(stap.herhaling)
            veld.open_rij(over[-1] if over else "")

    def _remember(self, stap: _Bordstap) -> None:
        hier = self._in_sight()
        self._gedaan[hier].append(stap)
        self._weer[hier].clear()


def _veld(deel: Borddeel, naam: str) -> Bordveld:
    return next(veld for veld in deel.velden if veld.naam == naam)


def _full(bord: Bord, naam: str, rij: str) -> str:
    """A field of a row by its whole name."""
    deel = next(deel for deel in bord.delen if any(veld.naam == naam for veld in deel.velden))
    return in_row(deel.herhaling, rij, naam) if rij else naam
