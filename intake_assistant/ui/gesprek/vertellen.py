"""What is told: one topic at a time, asked back, and whether it was understood."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.recht.gesprek import BEGREPEN
from intake_assistant.operations.acts.gesprek import record_verteld
from intake_assistant.operations.socialekaart.materiaal import materiaal_bij
from intake_assistant.operations.views.vertellen import TeVertellen
from intake_assistant.operations.views.voorbereiden import propose
from intake_assistant.texts import text
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.voering import Gespreksvoering

BREED = 232
_INSPRING = 28


class Vertellen(QWidget):
    """The topics on the left, the text to tell beside them."""

    in_beeld = Signal(object)
    """The topic that is told now, for the shared half."""
    klaar = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.setObjectName("vertellen")
        self._voering = voering
        self._onderwerpen: list[TeVertellen] = []
        self.lijst = QListWidget()
        self.lijst.setObjectName("onderwerpen")
        self.lijst.setAccessibleName(text("gesprek.vertellen.lijst"))
        self.lijst.setWordWrap(True)
        self.lijst.setFixedWidth(px(BREED))
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the width in which words break is known.
        self.lijst.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.lijst.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.lijst.currentRowChanged.connect(self._show)
        self._titel, self._reden = label("", "kop2", wrap=True), label("", "zacht", wrap=True)
        self._tekst = label("", "groot", wrap=True, naam="vertel_tekst")
        self._vraag = label("", "groot", wrap=True, naam="controlevraag")
        self._gids = label("", "zacht", wrap=True)
        self._meekop, self._mee = label(text("gesprek.vertellen.meegeven"), "kop3"), QWidget()
        self._vinken: dict[str, QCheckBox] = {}
        kolom(self._mee, tussen=4)
        self.knoppen = {
            soort: knop(
                text(f"gesprek.vertellen.begrepen.{soort}"), f"begrepen_{soort}", partial(self.record, soort)
            )
            for soort in BEGREPEN
        }
        self._build()

    def _build(self) -> None:
        box = rij(self, rand=8, tussen=16)
        links = kolom(tussen=4)
        links.addWidget(label(text("gesprek.vertellen.lijst"), "kop3"))
        links.addWidget(self.lijst, 1)
        links.addWidget(
            knop(text("gesprek.vertellen.terug"), "vertellen_terug", self.klaar.emit, icoon="terug")
        )
        box.addLayout(links)
        binnen = QWidget()
        rechts = kolom(binnen, tussen=12)
        for wat in (self._titel, self._reden, self._tekst):
            rechts.addWidget(wat)
        rechts.addWidget(label(text("gesprek.vertellen.vraag_terug"), "kop3"))
        rechts.addWidget(self._vraag)
        rechts.addWidget(label(text("gesprek.vertellen.begrepen"), "kop3"))
        antwoorden = rij()
        for made in self.knoppen.values():
            made.setCheckable(True)
            antwoorden.addWidget(made)
        antwoorden.addStretch(1)
        rechts.addLayout(antwoorden)
        rechts.addWidget(self._meekop)
        rechts.addWidget(self._mee)
        rechts.addWidget(self._gids)
        rechts.addStretch(1)
        box.addWidget(schuifvlak(binnen), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the question."""
        if event.key() == Qt.Key.Key_Escape:
            self.klaar.emit()
        else:
            super().keyPressEvent(event)

    def open_page(self) -> None:
        """Show what is to be told now, with the keyboard at its list."""
        self.show_onderwerpen()
        self.lijst.setFocus()

    def first_field(self) -> QWidget:
        """The list."""
        return self.lijst

    def show_onderwerpen(self) -> None:
        """Read anew what is to be told; the first that is due comes forward."""
        voorstel = propose(self._voering.work, self._voering.dossier, self._voering.id)
        verteld = self._voering.gesprek.verteld
        huidig = self.onderwerp.id if self.onderwerp else ""
        self._onderwerpen = list(voorstel.vertellen)
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for te in self._onderwerpen:
            self.lijst.addItem(self._item(self._regel(te, verteld.get(te.onderwerp.id, ""))))
        self.lijst.blockSignals(False)
        rijen = [n for n, te in enumerate(self._onderwerpen) if te.onderwerp.id == huidig]
        open_ = [n for n, te in enumerate(self._onderwerpen) if te.nu and te.onderwerp.id not in verteld]
        self.lijst.setCurrentRow((rijen or open_ or [0])[0])
        self._show(self.lijst.currentRow())

    def _item(self, woorden: str) -> QListWidgetItem:
        """As high as its words need: the list itself forgets its own padding and cuts them."""
        made = QListWidgetItem(woorden)
        ruimte = QRect(0, 0, px(BREED - 48), 9999)
        hoog = self.lijst.fontMetrics().boundingRect(ruimte, Qt.TextFlag.TextWordWrap, woorden).height()
        made.setSizeHint(QSize(0, hoog + px(8)))
        return made

    @staticmethod
    def _regel(te: TeVertellen, begrepen: str) -> str:
        if begrepen:
            return text(f"gesprek.vertellen.regel.{begrepen}", titel=te.onderwerp.titel)
        return text(
            "gesprek.vertellen.regel.nu" if te.nu else "gesprek.vertellen.regel.later",
            titel=te.onderwerp.titel,
        )

    @property
    def onderwerp(self) -> Informatieonderwerp | None:
        """Return the topic that is shown."""
        rij_nummer = self.lijst.currentRow()
        return self._onderwerpen[rij_nummer].onderwerp if 0 <= rij_nummer < len(self._onderwerpen) else None

    def _show(self, rij_nummer: int) -> None:
        onderwerp = self.onderwerp
        if onderwerp is None:
            return
        self._titel.setText(onderwerp.titel)
        begrepen = self._voering.gesprek.verteld.get(onderwerp.id, "")
        # Why it is to be told is past as soon as it was.
        dag = date_in_words(self._voering.gesprek.datum)
        gezegd = text(f"gesprek.vertellen.verteld.{begrepen}", dag=dag) if begrepen else ""
        self._reden.setText(gezegd or self._onderwerpen[rij_nummer].reden)
        self._tekst.setText(onderwerp.tekst)
        self._vraag.setText(onderwerp.controlevraag)
        self._gids.setText(text("gesprek.gids", gids=onderwerp.guidance))
        for soort, made in self.knoppen.items():
            made.setChecked(soort == begrepen)
        self._show_materiaal(onderwerp)
        self.in_beeld.emit(onderwerp)

    def _show_materiaal(self, onderwerp: Informatieonderwerp) -> None:
        """What the municipality has of it, and what was given that it has no more."""
        clear(self._mee)
        v = self._voering
        gegeven = v.gesprek.meegegeven.get(onderwerp.id, ())
        te_geven = {een.naam: (een.wat, een.waar) for een in materiaal_bij(v.work, v.dossier, onderwerp)}
        te_geven |= {naam: (naam, "") for naam in gegeven if naam not in te_geven}
        self._vinken = {naam: Keuzevink(wat) for naam, (wat, _) in te_geven.items()}
        for nummer, (naam, vink) in enumerate(self._vinken.items()):
            vink.setObjectName(f"meegeven_{nummer}")
            vink.setChecked(naam in gegeven)
            vink.clicked.connect(self._give)
            inside(self._mee).addWidget(vink)
            if waar := te_geven[naam][1]:
                regel = label(waar, "klein", wrap=True)
                # Below the words of its own box: that of the next stands as near.
                regel.setIndent(px(_INSPRING))
                inside(self._mee).addWidget(regel)
        for deel in (self._meekop, self._mee):
            deel.setVisible(bool(te_geven))

    def _give(self) -> None:
        """Recorded at once with what was told; before that it waits for whether it was understood."""
        onderwerp = self.onderwerp
        if onderwerp is not None and (begrepen := self._voering.gesprek.verteld.get(onderwerp.id)):
            self.record(begrepen)

    def record(self, begrepen: str) -> None:
        """Record that the topic was told, and whether it was understood."""
        onderwerp, v = self.onderwerp, self._voering
        if onderwerp is None:
            return
        job = record_verteld
        mee = [naam for naam, vink in self._vinken.items() if vink.isChecked()]
        if v.attempt(lambda: job(v.work, v.context.dossier_id, v.id, onderwerp.id, begrepen, materiaal=mee)):
            v.refresh()
            self.show_onderwerpen()
