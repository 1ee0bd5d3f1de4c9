"""Hours: how far somebody is, the ledger, and what was finished."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.uitvoering.geregeld import AFRONDINGEN
from intake_assistant.operations.views.uitvoering.afronding import oordelen_over_afronding
from intake_assistant.operations.views.uitvoering.stand import Deelstand, urenstand_shown
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import balk, kaart, kolom, label
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel
from intake_assistant.ui.uitvoering.soorten import UREN


class UrenDeel(Uitvoeringsdeel):
    """The standing above, the ledger below it, and last what was finished."""

    naam = "uren"
    kinds = (kinds.UREN, kinds.AFRONDING)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        stand = kaart(naam="kaart_urenstand")
        box = kolom(stand, rand=24, tussen=12)
        box.addWidget(label(text("uitvoering.uren.kop"), "kop2", wrap=True))
        self._stand = QWidget()
        kolom(self._stand, tussen=12)
        box.addWidget(self._stand)
        self.vak.addWidget(stand)
        self.add_lijst(self.judged(UREN))
        self.velden: dict[str, Field] = {}
        self.vak.addWidget(self._afronding())

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the ledger, and what was finished."""
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(kinds.AFRONDING.of(naam))))
        super().show_dossier(dossier)

    def refresh(self) -> None:
        """Count the hours anew, and judge what was finished."""
        dossier, work = self.context.dossier(), self.context.work
        clear(self._stand)
        delen = urenstand_shown(work, dossier)
        for deel in delen:
            inside(self._stand).addWidget(_deel(deel))
        if not delen:
            inside(self._stand).addWidget(label(text("uitvoering.geen_besluit"), "zacht", wrap=True))
        zinnen = oordelen_over_afronding(work, dossier)
        for veld in self.velden.values():
            veld.show_oordeel(zinnen.get(veld.subject, ""))

    def leave(self) -> None:
        """Record what stands in the fields."""
        super().leave()
        for veld in self.velden.values():
            veld.leave()

    def _afronding(self) -> QWidget:
        made = kaart(naam="kaart_afronding")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("uitvoering.afronding.kop"), "kop2", wrap=True))
        box.addWidget(label(text("uitvoering.afronding.uitleg"), "zacht", wrap=True))
        rooster, ja_nee = Rooster(2), [(c, text(f"dossier.verschenen.{c}")) for c in ("ja", "nee")]
        for deel in AFRONDINGEN:
            dag, schuld = f"{deel}_op", f"{deel}_verwijtbaar"
            self.velden[dag] = DateField(
                self.keeper, kinds.AFRONDING.of(dag), text(f"uitvoering.afronding.{dag}")
            )
            self.velden[schuld] = ChoiceField(
                self.keeper, kinds.AFRONDING.of(schuld), text(f"uitvoering.afronding.{schuld}"), ja_nee
            )
            rooster.add(self.velden[dag])
            rooster.add(self.velden[schuld])
        box.addLayout(rooster)
        return made


def _deel(deel: Deelstand) -> QWidget:
    made = QWidget()
    made.setObjectName(f"urenstand_{deel.deel}")
    box = kolom(made, tussen=4)
    box.addWidget(label(deel.kop, "veldnaam"))
    eerst, *rest = deel.zinnen
    box.addWidget(balk(deel.gevolgd, deel.norm, eerst, onder=True))
    for zin in rest:
        box.addWidget(label(zin, "klein", wrap=True))
    return made
