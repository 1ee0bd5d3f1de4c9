"""On which day DUO registered the besluit that holds, and what was sent and read before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of, geldende
from intake_assistant.operations.duo import sturen
from intake_assistant.operations.words.samenloop import besluit_in_words
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import DateField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.qt import messages


class RegistratieField(DateField):
    """A day on which DUO can have registered this besluit."""

    def __init__(self, keeper: Keeper, besluit: Besluit) -> None:
        self._besluit = besluit
        super().__init__(
            keeper, BESLUIT.of(besluit.id, "duo_geregistreerd_op"), text("duo.registratie.geregistreerd_op")
        )

    def ask(self) -> None:
        """Not before the dagtekening, and not still to come; KnownError `duo.day`."""
        if dag := read_date(self.typed()):
            sturen.refuse_day(self.context.work, self._besluit, dag)


class RegistratieKaart(QWidget):
    """The besluit that holds with its day at DUO, and below it all messages of before."""

    def __init__(self, keeper: Keeper, changed: Callable[[], None]) -> None:
        super().__init__()
        self.keeper, self.context, self._changed = keeper, keeper.context, changed
        self.veld: RegistratieField | None = None
        made = kaart(naam="kaart_duo_registratie")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("duo.registratie.kop"), "kop2"))
        self._inhoud, self._eerder = QWidget(), QWidget()
        kolom(self._inhoud, tussen=8)
        kolom(self._eerder, tussen=4)
        box.addWidget(self._inhoud)
        box.addWidget(label(text("duo.registratie.eerder"), "kop3"))
        box.addWidget(self._eerder)
        kolom(self).addWidget(made)

    def show_now(self) -> None:
        """Show how it stands."""
        dossier = self.context.dossier()
        gelden = geldende(besluiten_of(dossier))
        clear(self._inhoud)
        self.veld, box = None, inside(self._inhoud)
        if len(gelden) != 1:
            box.addWidget(label(text("duo.geen_besluit"), "zacht", wrap=True))
        else:
            self._show_besluit(gelden[0])
        self.show_eerder()

    def look(self) -> None:
        """What DUO never registered cannot be removed there."""
        if self.veld is not None:
            self._verwijder.setVisible(bool(self.context.dossier().get(self.veld.subject)))

    def show_eerder(self) -> None:
        """Show what was told to and by DUO."""
        clear(self._eerder)
        berichten = sturen.duoberichten(self.context.dossier())
        for bericht in berichten:
            soort = text(f"duo.soort.{bericht.get('soort')}")
            gelezen = str(bericht.get("gelezen_op", ""))
            zin = (
                text("duo.registratie.gelezen", soort=soort, datum=date_in_words(gelezen))
                if gelezen
                else text(
                    "duo.registratie.gemaakt",
                    soort=soort,
                    datum=date_in_words(str(bericht.get("gemaakt_op", ""))),
                )
            )
            inside(self._eerder).addWidget(label(zin, wrap=True, naam="duo_eerder"))
        if not berichten:
            inside(self._eerder).addWidget(label(text("duo.registratie.niets"), "zacht", wrap=True))

    def leave(self) -> None:
        """Record the day that was typed."""
        if self.veld is not None:
            self.veld.leave()

    def _show_besluit(self, besluit: Besluit) -> None:
        dossier, box = self.context.dossier(), inside(self._inhoud)
        zin = besluit_in_words(besluit)
        box.addWidget(label(f"{zin[:1].upper()}{zin[1:]}", wrap=True))
        self.veld = RegistratieField(self.keeper, besluit)
        self.veld.show_value(str(dossier.get(self.veld.subject)))
        box.addWidget(self.veld)
        weg = str(dossier.get(BESLUIT.of(besluit.id, "duo_verwijderd_op")))
        if weg:
            box.addWidget(label(text("duo.registratie.verwijderd", datum=date_in_words(weg)), wrap=True))
        self._verwijder = knop(text("duo.registratie.verwijder"), "duo_verwijderd", self._remove, "stil")
        box.addWidget(self._verwijder, 0, Qt.AlignmentFlag.AlignLeft)
        self.look()

    def _remove(self) -> None:
        self.leave()
        work, dossier = self.context.work, self.context.dossier_id
        vraag, ja = text("duo.registratie.verwijder_vraag"), text("duo.registratie.verwijder_ja")
        if not messages.confirm(self, text("duo.registratie.verwijder"), vraag, ja):
            return
        if self.context.act(lambda: sturen.record_removed(work, dossier, work.clock.today())) is not None:
            self.show_now()
            self._changed()
