"""How far a language is, topic by topic, and who checked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.dates import in_words, read_date
from intake_assistant.operations.geluid.teksten import Klankdekking, klankdekking
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.texts import SOURCE, Nazicht, Taal, known_error_text, taalfouten, text, text_or
from intake_assistant.ui.instellingen.inspreken import Inspreekkaart
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import ChoiceBox, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context

if TYPE_CHECKING:
    from intake_assistant.operations.vertalen.dekking import Dekking


class Talenkaart(QWidget):
    """The languages that are offered; of the one that is chosen what there is in it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._talen = [taal for taal in offered_talen(context.work.policy) if taal.code != SOURCE]
        self.keuze = ChoiceBox()
        self.keuze.setObjectName("talen_keuze")
        self.keuze.setAccessibleName(text("instellingen.talen_keuze"))
        self.keuze.setMinimumWidth(px(160))
        self.keuze.setMaximumWidth(px(360))
        for taal in self._talen:
            self.keuze.addItem(f"{taal.gezegd}  ·  {taal.naam}")
        self.keuze.currentIndexChanged.connect(lambda _: self._show())
        self._is_shown = False
        box = kolom(self, tussen=12)
        boven = label(text("instellingen.talen_keuze"), "veldnaam", wrap=True)
        boven.setBuddy(self.keuze)
        box.addWidget(boven)
        box.addWidget(self.keuze)
        self._inhoud = kolom(tussen=0)
        box.addLayout(self._inhoud)

    def showEvent(self, event: QShowEvent) -> None:
        """Count only when somebody looks: it reads every catalogue of the language."""
        super().showEvent(event)
        if not self._is_shown:
            self._is_shown = True
            self._show()

    def _show(self) -> None:
        empty_layout(self._inhoud)
        if self._talen:
            gemaakt = self._made(self._talen[self.keuze.currentIndex()])
            self._inhoud.addWidget(gemaakt)
            gemaakt.show()

    def _made(self, taal: Taal) -> QWidget:
        # Late: brings Babel, which a start need not wait for.
        from intake_assistant.operations.vertalen.bronnen import bronteksten
        from intake_assistant.operations.vertalen.dekking import dekking_of

        data = self._context.work.data
        dekking = dekking_of(taal, bronteksten(data, taal))
        klanken = klankdekking(data, self._context.klanken, taal)
        gemaakt = QWidget()
        box = kolom(gemaakt, tussen=4)
        for zin in (
            *_hoever(dekking),
            _hoorbaar(klanken),
            *(known_error_text(fout) for fout in taalfouten(taal.code)),
        ):
            box.addWidget(label(zin, wrap=True, naam="taal_zin"))
        box.addSpacing(px(12))
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(px(8))
        rooster.setColumnStretch(0, 1)
        rooster.setColumnStretch(1, 2)
        box.addLayout(rooster)
        titels = {deel.id: deel.titel for deel in data.formulieren.startposities}
        for nummer, (onderwerp, standen) in enumerate(dekking.onderwerpen.items()):
            naam = titels.get(onderwerp) or text_or(f"instellingen.catalogus.{onderwerp}", onderwerp)
            rooster.addWidget(label(naam, "zacht", wrap=True), nummer, 0, Qt.AlignmentFlag.AlignTop)
            delen = [_klaar(standen)]
            if onderwerp in klanken:
                delen.append(_te_horen(klanken[onderwerp]))
            rooster.addWidget(label("  ·  ".join(delen), wrap=True), nummer, 1)
        box.addSpacing(px(16))
        box.addWidget(Inspreekkaart(self._context, taal))
        return gemaakt


def _klaar(standen: Counter[str]) -> str:
    alle = standen.total()
    klaar = text("instellingen.taal_onderwerp", aantal=alle - standen["ontbreekt"], alle=alle)
    oud = standen["verouderd"]
    return f"{klaar}{text('instellingen.taal_verouderd', aantal=oud)}" if oud else klaar


def _te_horen(klank: Klankdekking) -> str:
    zin = text("instellingen.taal_te_horen", aantal=klank.ingesproken, alle=klank.alle)
    return f"{zin}{text('instellingen.taal_te_horen_oud', aantal=klank.oud)}" if klank.oud else zin


def _hoorbaar(klanken: Mapping[str, Klankdekking]) -> str:
    alle, er = (sum(een) for een in zip(*((k.alle, k.ingesproken) for k in klanken.values()), strict=True))
    return text("instellingen.taal_hoorbaar", aantal=er, alle=alle)


def _hoever(dekking: Dekking) -> list[str]:
    taal: Taal = dekking.taal
    alle = dekking.totaal.total()
    zinnen = [text("instellingen.taal_hoever", taal=taal.gezegd, aantal=dekking.vertaald, alle=alle)]
    if dekking.vertaald < alle:
        zinnen.append(text("instellingen.taal_ontbreekt"))
    zinnen += [_door(nazicht, aantal) for nazicht, aantal in dekking.nagezien.items()]
    if dekking.vertaald and not dekking.nagezien:
        zinnen.append(text("instellingen.taal_niet_nagezien"))
    return zinnen


def _door(nazicht: Nazicht, aantal: int) -> str:
    dag = read_date(nazicht.datum)
    wanneer = in_words(dag) if dag else nazicht.datum
    feiten = {"naam": nazicht.naam, "hoedanigheid": nazicht.hoedanigheid, "datum": wanneer}
    return text("instellingen.taal_nagezien", aantal=aantal, **feiten)
