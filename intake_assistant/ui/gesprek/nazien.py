"""The facts of a conversation that was held, to read and to put right: each correction is one entry."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.domain.kinds import GESPREK, of_soort
from intake_assistant.domain.recht.gesprek import NOG_ZEGGEN, SINDS_VORIGE, VORMEN, Gesprek, gesprekken_of
from intake_assistant.domain.recht.grenzen import MINUTEN
from intake_assistant.domain.recht.tussen.tolk import ZONDER_TOLK
from intake_assistant.operations.acts.gesprek import record_gesprek
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import (
    ChoiceField,
    DateField,
    Field,
    LineField,
    MomentField,
    NumberField,
    TextField,
)
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.gesprek.tolk.erbij import Erbij
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.window.context import Context

# What the checklist of the besluit leads to by this name.
ALLEEN: Final = "recht_op_alleen_gewezen"


class GesprekNazien(QWidget):
    """Made anew for each conversation; the order and the numbers follow the date."""

    terug = Signal()

    def __init__(self, context: Context, gesprek: str) -> None:
        super().__init__()
        self.setObjectName("nazien")
        self.id, self._context = gesprek, context
        self._keeper = Keeper(context, self)
        self._kop = label("", "kop1", naam="nazien_kop")
        self.velden = self._make_velden()
        self.alleen = Keuzevink(text("gesprek.voorbereiden.alleen.vink"), ALLEEN)
        self.alleen.clicked.connect(self._record_alleen)
        self.aanwezigen = Erbij(
            self._keeper, gesprek, text("gesprek.nazien.aanwezig"), text("gesprek.nazien.niemand")
        )
        self._build()

    def _make_velden(self) -> dict[str, Field]:
        c, k, of = self._context, self._keeper, partial(GESPREK.of, self.id)
        vormen = [(code, text(f"gesprek.voorbereiden.vormen.{code}")) for code in VORMEN]
        talen = [(k.naam, k.label) for k in c.work.data.formulieren.vraag("taalniveau.moedertaal").keuzes]
        samenvatting = TextField(k, of("samenvatting"), text("gesprek.afronden.samenvatting"), hoogte=200)
        made: dict[str, Field] = {
            "datum": DateField(k, of("datum"), text("gesprek.voorbereiden.datum")),
            "minuten": NumberField(k, of("minuten"), text("gesprek.afronden.minuten"), MINUTEN),
            "vorm": ChoiceField(k, of("vorm"), text("gesprek.voorbereiden.vorm"), vormen),
            "taal": ChoiceField(k, of("taal"), text("gesprek.voorbereiden.taal"), talen),
            "volgende_afspraak": MomentField(k, of("volgende_afspraak"), text("gesprek.afronden.afspraak")),
            "volgende_afspraak_hoe": LineField(
                k, of("volgende_afspraak_hoe"), text("gesprek.afronden.afspraak.hoe")
            ),
            **{
                vraag.id: TextField(k, of(vraag.id), vraag.label)
                for vraag in c.work.data.gespreksvragen.values()
            },
            "samenvatting": samenvatting,
            "zonder_tolk": ChoiceField(k, of("zonder_tolk"), text("gesprek.tolk.zonder"), _zonder_tolk()),
        }
        return made

    def _build(self) -> None:
        binnen = QWidget()
        box = kolom(binnen, rand=24, tussen=16)
        box.addWidget(self._kop)
        box.addWidget(label(text("gesprek.nazien.uitleg"), "zacht", wrap=True))
        naast, links = rij(tussen=16), kolom(tussen=16)
        links.addWidget(self._make_feiten())
        links.addWidget(self._make_aanwezig())
        links.addStretch(1)
        naast.addLayout(links, 1)
        naast.addWidget(self._make_na(), 1)
        box.addLayout(naast, 1)
        buiten = kolom(self, tussen=0)
        buiten.addWidget(schuifvlak(binnen), 1)
        voet = rij(rand=8)
        terug = knop(text("gesprek.nazien.terug"), "nazien_terug", self.terug.emit, icoon="terug")
        voet.addWidget(terug)
        voet.addStretch(1)
        buiten.addLayout(voet)

    def _make_feiten(self) -> QWidget:
        made = kaart()
        box = kolom(made, rand=16, tussen=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        for plek, naam in enumerate(("datum", "minuten", "vorm", "taal")):
            grid.addWidget(self.velden[naam], plek // 2, plek % 2)
            grid.setColumnStretch(plek % 2, 1)
        box.addLayout(grid)
        box.addWidget(self.alleen)
        return made

    def _make_aanwezig(self) -> QWidget:
        made = kaart(naam="nazien_aanwezig")
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(self.aanwezigen)
        box.addWidget(self.velden["zonder_tolk"])
        return made

    def _make_na(self) -> QWidget:
        made = kaart()
        box = kolom(made, rand=16, tussen=12)
        for naam in (SINDS_VORIGE, NOG_ZEGGEN, "samenvatting", "volgende_afspraak", "volgende_afspraak_hoe"):
            box.addWidget(self.velden[naam])
        box.addStretch(1)
        return made

    # -- showing ---------------------------------------------------------------------------------------------

    def show_gesprek(self) -> None:
        """Show what is recorded, and what was being typed."""
        self._keeper.begin(of_soort("gesprek"), self.id)
        dossier = self._context.dossier()
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(GESPREK.of(self.id, naam))))
        gesprek = self._gesprek()
        self.alleen.setChecked(gesprek.recht_op_alleen_gewezen == "ja")
        self.aanwezigen.show_mensen(gesprek)
        self.show_kop()

    def focus_on(self, naam: str) -> None:
        """Give the field of this name the keyboard; without one the date."""
        veld = self.velden.get(naam, self.velden["datum"])
        editor, around = (self.alleen, self.alleen) if naam == ALLEEN else (veld.naam.buddy(), veld)
        if editor is not None:
            editor.setFocus()
            bring_into_sight(around)

    def resting_place(self) -> QWidget:
        """The date."""
        return self.velden["datum"].naam.buddy()

    def _gesprek(self) -> Gesprek:
        return next(g for g in gesprekken_of(self._context.dossier()) if g.id == self.id)

    def show_kop(self) -> None:
        """Show which conversation it is."""
        self._kop.setText(text("gesprek.nazien.kop", nummer=self._gesprek().nummer))

    # -- doing -----------------------------------------------------------------------------------------------

    def _record_alleen(self, aan: bool) -> None:
        work, dossier = self._context.work, self._context.dossier_id
        velden = {ALLEEN: "ja" if aan else "nee"}
        self._context.act(lambda: record_gesprek(work, dossier, self.id, velden))

    def leave(self) -> None:
        """Record what is being typed."""
        for veld in self.velden.values():
            veld.leave()
        self._keeper.settle()


def _zonder_tolk() -> list[tuple[str, str]]:
    return [(code, text(f"dossier.code.zonder_tolk.{code}")) for code in ZONDER_TOLK]
