"""The parts that are lists: bezwaar, enforcement, ontzorgen, and referrals with what stands in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import HERZIENING, Besluit, besluiten_of
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER
from intake_assistant.domain.recht.uitvoering.rijen import rij_of
from intake_assistant.operations.papers.bladen.daarna import has_daarna
from intake_assistant.operations.socialekaart.kaart import organisaties_of
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.uitvoering.bezwaar import asks_herziening, gevolgen_in_words
from intake_assistant.operations.views.uitvoering.boete import boetegrenzen_in_words
from intake_assistant.operations.views.uitvoering.oordelen import oordelen_over
from intake_assistant.operations.words.klok import days_in_words, uitleg_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.velden import Keuzes
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, with_label
from intake_assistant.ui.uitvoering import geldsoorten, soorten
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel
from intake_assistant.ui.uitvoering.kaart import make_sociale_kaart


class BezwaarDeel(Uitvoeringsdeel):
    """Each bezwaar with what follows from it, and the way to the new besluit when the person was right."""

    naam = "bezwaar"
    kinds = (kinds.BEZWAAR,)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        work = self.context.work
        lijst = Rijenlijst(
            keeper,
            soorten.BEZWAAR,
            keuzes={"besluit": self._besluiten},
            oordelen=lambda dossier: oordelen_over(work, dossier, kinds.BEZWAAR),
            onder=self._onder,
        )
        self.add_lijst(lijst)

    def _besluiten(self) -> Keuzes:
        # Without a besluit there is nothing to choose yet; the first one is meant.
        besluiten = [(str(b.nummer), _besluit(b)) for b in besluiten_of(self.context.dossier())]
        return besluiten or [("1", text("uitvoering.bezwaar.eerste_besluit"))]

    def _onder(self, dossier: Dossier, rij: str) -> QWidget | None:
        zinnen = gevolgen_in_words(self.context.work, dossier, rij)
        if not zinnen:
            return None
        made = kaart("zachtvlak", f"gevolg_{rij}")
        box = kolom(made, rand=12, tussen=4)
        for zin in zinnen:
            box.addWidget(label(zin, wrap=True))
        if asks_herziening(dossier, rij):
            naar = knop(text("uitvoering.bezwaar.herzien"), f"herzien_{rij}", self._revise, "hoofdknop")
            box.addWidget(naar, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _revise(self) -> None:
        self.context.navigate.emit("nieuw_besluit", {"grond": HERZIENING})


class HandhavingDeel(Uitvoeringsdeel):
    """The trail; for an asielstatushouder it says what is not settled, and proposes nothing."""

    naam = "handhaving"
    kinds = (kinds.HANDHAVING,)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._onzeker = label(
            text("uitvoering.handhaving.onzeker"), "waarschuwing", wrap=True, naam="handhaving_onzeker"
        )
        self.vak.addWidget(self._onzeker)
        self.add_lijst(self.judged(soorten.HANDHAVING))
        self.vak.addWidget(label(boetegrenzen_in_words(self.context.work), "klein", wrap=True))

    def refresh(self) -> None:
        """For whom it is not settled whether the municipality may fine."""
        groep = self.context.dossier().get(kinds.PERSOON.of("doelgroep"))
        self._onzeker.setVisible(groep == ASIELSTATUSHOUDER)


class OntzorgenDeel(Uitvoeringsdeel):
    """The months, the costs, and what somebody pays alone since when."""

    naam = "ontzorgen"
    kinds = (kinds.ONTZORGEN,)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._termijn = label("", wrap=True, naam="ontzorgen_termijn")
        self.vak.addWidget(self._termijn)
        self.add_lijst(self.judged(geldsoorten.ONTZORGEN))

    def refresh(self) -> None:
        """Until when, as the clock says; or that it is not for this person."""
        dossier = self.context.dossier()
        groep = dossier.get(kinds.PERSOON.of("doelgroep"))
        klokken = [k for k in all_klokken(self.context.work, dossier) if k.klok == "ontzorgen"]
        zin = text("uitvoering.ontzorgen.niet_voor") if groep not in ("", ASIELSTATUSHOUDER) else ""
        if klokken and not zin:
            zin = f"{uitleg_of(klokken[0])} {days_in_words(klokken[0]).capitalize()}."
        with_label(self._termijn, zin)


class VerwijzingenDeel(Uitvoeringsdeel):
    """Referrals with their outcome, what has to be arranged first, and to whom one can refer."""

    naam = "verwijzingen"
    kinds = (kinds.VERWIJZING, kinds.RANDVOORWAARDE)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.add_lijst(
            Rijenlijst(keeper, soorten.VERWIJZING, keuzes={"naar": self._namen}, onder=self._onder)
        )
        self.add_lijst(self.judged(soorten.RANDVOORWAARDE))
        self.kaart = make_sociale_kaart(self.context)
        self.kaart.gelezen.connect(lambda: self.show_dossier(self.context.dossier()))
        self.vak.addWidget(self.kaart)

    def refresh(self) -> None:
        """How many one can refer to."""
        self.kaart.show_now()

    def _namen(self) -> Keuzes:
        return [(een.naam, een.naam) for een in organisaties_of(self.context.work)]

    def _onder(self, dossier: Dossier, rij: str) -> QWidget | None:
        naar = rij_of(dossier, kinds.VERWIJZING, rij).get("naar")
        bereik = next((e.bereik for e in organisaties_of(self.context.work) if e.naam == naar), "")
        return label(bereik, "klein", wrap=True, naam=f"bereik_{rij}") if bereik else None


class DaarnaDeel(Uitvoeringsdeel):
    """What goes on and who takes it over, with the way to both sheets."""

    naam = "daarna"
    kinds = (kinds.DAARNA,)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.add_lijst(Rijenlijst(keeper, soorten.DAARNA, keuzes={"wie": self._namen}))
        row = Vloei()
        self._bladen = [
            knop(text(f"uitvoering.{deel}.blad"), f"blad_{deel}", partial(self._look, deel))
            for deel in ("daarna", "daarna_collega")
        ]
        for blad in self._bladen:
            row.addWidget(blad)
        self.vak.addLayout(row)

    def refresh(self) -> None:
        """There is a sheet as soon as something goes on."""
        is_er = has_daarna(self.context.dossier())
        for blad in self._bladen:
            blad.setEnabled(is_er)

    def _namen(self) -> Keuzes:
        return [(een.naam, een.naam) for een in organisaties_of(self.context.work)]

    def _look(self, deel: str) -> None:
        self.context.navigate.emit("documenten", {"deel": deel})


def _besluit(besluit: Besluit) -> str:
    datum = date_in_words(besluit.dagtekening)
    return text("uitvoering.bezwaar.besluit_van", nummer=besluit.nummer, datum=datum)
