"""The procedure: DUO's notice, the calls, third parties, and bezwaar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.bezwaar import BESLISSINGEN, bezwaar_of
from intake_assistant.domain.recht.bezwaar import VELDEN as BEZWAAR
from intake_assistant.operations.acts.record import record_fields, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field, LineField, TextField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, lijn
from intake_assistant.ui.kit.theme import px

DATUMS: Final = ("kennisgeving_duo", "inschrijving_brp", "aanbod_op")
OPROEP: Final = ("datum", "verschenen", "meegewerkt", "termijn_tot", "waarschuwing")
DERDE: Final = ("wat", "van", "gevraagd_op", "ontvangen_op", "noodzakelijk_omdat")
# Each list: its fields, the key of its texts, the field that a new row begins with.
LIJSTEN: Final = {
    kinds.OPROEP: (OPROEP, "oproep", "datum"),
    kinds.INFORMATIE_DERDE: (DERDE, "derde", "gevraagd_op"),
    kinds.BEZWAAR: (BEZWAAR, "bezwaar", "ontvangen_op"),
}


class ProcedureKaart(QWidget):
    """What the ten weeks are counted from."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper, self.context = keeper, keeper.context
        self.velden: dict[str, Field] = {}
        self._rijvelden: list[Field] = []
        self._lijsten = {kind: QWidget() for kind in LIJSTEN}
        box = kolom(self, tussen=16)
        box.addWidget(self._dates())
        box.addWidget(self._lijst(kinds.OPROEP, "oproepen", "oproep_nieuw", text("dossier.oproepen_uitleg")))
        derden = self._lijst(kinds.INFORMATIE_DERDE, "derden", "derde_nieuw", text("dossier.derden_uitleg"))
        box.addWidget(derden)
        box.addWidget(
            self._lijst(kinds.BEZWAAR, "bezwaren", "bezwaar_nieuw", text("dossier.bezwaren_uitleg"))
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(kinds.PROCEDURE.of(naam))))
        self._rijvelden = []
        for kind in LIJSTEN:
            self._show_rows(dossier, kind)

    def leave(self) -> None:
        """Record what stands in the fields."""
        for veld in [*self.velden.values(), *self._rijvelden]:
            veld.leave()

    def _dates(self) -> QWidget:
        made = kaart(naam="kaart_procedure")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("dossier.procedure"), "kop2"))
        box.addWidget(label(text("dossier.procedure_uitleg"), "zacht", wrap=True))
        grid = _grid()
        for nummer, naam in enumerate(DATUMS):
            hulp = text(f"dossier.{naam}_hulp")
            veld = DateField(self.keeper, kinds.PROCEDURE.of(naam), text(f"dossier.{naam}"), hulp)
            self.velden[naam] = veld
            grid.addWidget(veld, nummer // 2, nummer % 2)
        box.addLayout(grid)
        return made

    def _lijst(self, kind: Kind, kop: str, nieuw: str, uitleg: str) -> QWidget:
        made = kaart(naam=f"kaart_{kop}")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text(f"dossier.{kop}"), "kop2"))
        if uitleg:
            box.addWidget(label(uitleg, "zacht", wrap=True))
        kolom(self._lijsten[kind], tussen=12)
        box.addWidget(self._lijsten[kind])
        add = knop(text(f"dossier.{nieuw}"), nieuw, lambda: self._add(kind), "stil", "nieuw")
        box.addWidget(add)
        return made

    def _add(self, kind: Kind) -> None:
        begin = LIJSTEN[kind][2]
        vandaag = self.context.work.clock.today().isoformat()
        self.leave()
        work, dossier = self.context.work, self.context.dossier_id
        self._do(lambda: record_fields(work, dossier, kind.of(work.new_id()), {begin: vandaag}))

    def _remove(self, kind: Kind, rij: str) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        self._do(lambda: remove_row(work, dossier, kind.of(rij)))

    def _do(self, job: Callable[[], Changed]) -> None:
        if self.context.act(job) is not None:
            self.show_dossier(self.context.dossier())

    def _show_rows(self, dossier: Dossier, kind: Kind) -> None:
        clear(self._lijsten[kind])
        box = inside(self._lijsten[kind])
        rijen = dossier.row_ids(kind.lijst())
        if not rijen:
            box.addWidget(label(text(f"dossier.{LIJSTEN[kind][1]}_leeg"), "zacht"))
        for nummer, rij in enumerate(rijen, start=1):
            if nummer > 1:
                box.addWidget(lijn())
            box.addWidget(self._row(dossier, kind, rij, nummer))

    def _row(self, dossier: Dossier, kind: Kind, rij: str, nummer: int) -> QWidget:
        velden, sleutel, _ = LIJSTEN[kind]
        made = QWidget()
        made.setObjectName(f"{sleutel}_{nummer}")
        box, grid = kolom(made, tussen=8), _grid()
        for plek, naam in enumerate(velden):
            subject = kind.of(rij, naam)
            veld = self._veld(subject, f"dossier.{sleutel}.{naam}", naam)
            veld.show_value(_value(dossier, kind, rij, naam))
            self._rijvelden.append(veld)
            breed = 2 if naam == "noodzakelijk_omdat" else 1
            grid.addWidget(veld, plek // 2, plek % 2, 1, breed)
        box.addLayout(grid)
        weg = knop(text("dossier.rij_weg"), f"{sleutel}_{nummer}_weg", self._removal(kind, rij), "stil")
        weg.setAccessibleName(text(f"dossier.{sleutel}_weg_naam", nummer=nummer))
        if kind is kinds.OPROEP:
            grid.addWidget(weg, len(velden) // 2, 1)
        else:
            box.addWidget(weg)
        return made

    def _removal(self, kind: Kind, rij: str) -> Callable[[], None]:
        return lambda: self._remove(kind, rij)

    def _veld(self, subject: str, sleutel: str, naam: str) -> Field:
        woord = text(sleutel)
        if keuzes := self._keuzes(naam):
            return ChoiceField(self.keeper, subject, woord, keuzes)
        if naam == "noodzakelijk_omdat":
            return TextField(self.keeper, subject, woord)
        if naam in ("wat", "van"):
            return LineField(self.keeper, subject, woord)
        return DateField(self.keeper, subject, woord)

    def _keuzes(self, naam: str) -> list[tuple[str, str]]:
        if naam in ("verschenen", "meegewerkt", "commissie"):
            return [(code, text(f"dossier.verschenen.{code}")) for code in ("ja", "nee")]
        if naam == "beslissing":
            return [(code, text(f"dossier.code.beslissing.{code}")) for code in BESLISSINGEN]
        if naam == "besluit":
            # Without a besluit there is nothing to choose yet; the first one is meant.
            besluiten = [(b.nummer, b.dagtekening) for b in besluiten_of(self.context.dossier())]
            return [(str(nummer), _besluit(nummer, dag)) for nummer, dag in besluiten] or [
                ("1", text("dossier.bezwaar.eerste_besluit"))
            ]
        return []


def _besluit(nummer: int, dagtekening: str) -> str:
    return text("dossier.bezwaar.besluit_van", nummer=nummer, datum=date_in_words(dagtekening))


def _value(dossier: Dossier, kind: Kind, rij: str, naam: str) -> str:
    """A field of a row; of a bezwaar that was recorded whole its part."""
    if kind is kinds.BEZWAAR:
        return str(bezwaar_of(dossier, rij).get(naam, ""))
    return str(dossier.get(kind.of(rij, naam)))


def _grid() -> QGridLayout:
    made = QGridLayout()
    made.setHorizontalSpacing(px(16))
    made.setVerticalSpacing(px(12))
    made.setColumnStretch(0, 1)
    made.setColumnStretch(1, 1)
    return made
