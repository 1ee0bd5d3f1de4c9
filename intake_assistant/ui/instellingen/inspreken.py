"""An interpreter speaks a fixed text in: heard before it is kept, with who and when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from intake_assistant.dates import in_words, read_date
from intake_assistant.errors import KnownError
from intake_assistant.operations.geluid.klanken import LANGST, Klank, eigen_map
from intake_assistant.operations.geluid.opnemen import drop_opname, keep_opname
from intake_assistant.operations.geluid.teksten import in_taal, spreekteksten
from intake_assistant.operations.words.gedeeld import Spreektekst
from intake_assistant.texts import Taal, text, text_or
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.geluid.opnemer import Opnemer
from intake_assistant.ui.geluid.speler import Speler
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import ChoiceBox, breekbaar, knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.context import Context

PUNTEN = 16.0
REGELS = 8


class Inspreekkaart(QWidget):
    """Of one language; the microphone is open only while it says so, and never while a conversation is on."""

    def __init__(self, context: Context, taal: Taal) -> None:
        super().__init__()
        self.setObjectName("inspreken")
        self._context, self._taal = context, taal
        self._teksten = spreekteksten(context.work.data)
        self.opnemer, self.speler = Opnemer(self), Speler(self)
        self.onderwerp, self.lijst = ChoiceBox(), QListWidget()
        self.onderwerp.setMinimumWidth(px(160))
        self.naam, self.hoedanigheid = QLineEdit(), QLineEdit()
        self.nederlands = label("", wrap=True, naam="inspreken_nederlands")
        self.vertaling = label("", wrap=True, naam="inspreken_vertaling")
        self.stand = label("", "zacht", wrap=True, naam="inspreken_stand")
        self._build()
        self._connect()
        self._fill_onderwerpen()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        work = self._context.work
        box = kolom(self, tussen=8)
        box.addWidget(label(text("instellingen.inspreken.kop"), "kop3"))
        uitleg = text("instellingen.inspreken.uitleg", map=breekbaar(str(eigen_map(work))), langst=LANGST)
        box.addWidget(label(uitleg, "zacht", wrap=True, naam="inspreken_uitleg"))
        for naam, veld in (("onderwerp", self.onderwerp), ("tekst", self.lijst)):
            name_field(veld, f"inspreken_{naam}", text(f"instellingen.inspreken.{naam}"))
            box.addWidget(veld)
        self.lijst.setMinimumHeight(px(28) * REGELS)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress_vertaling()
        box.addWidget(self.nederlands)
        box.addWidget(self.vertaling)
        for naam, regel in (("naam", self.naam), ("hoedanigheid", self.hoedanigheid)):
            woord = text(f"instellingen.inspreken.{naam}")
            name_field(regel, f"inspreken_{naam}", woord)
            regel.setMaximumWidth(px(360))
            boven = label(woord, "veldnaam", wrap=True)
            boven.setBuddy(regel)
            box.addWidget(boven)
            box.addWidget(regel)
        box.addLayout(self._make_knoppen())
        box.addWidget(self.stand)

    def _dress_vertaling(self) -> None:
        """In the letters and the direction of the language, as the person reads it."""
        fonts.load_all()
        self.vertaling.setFont(fonts.taal_font(self._taal.lettertypen, PUNTEN))
        if self._taal.richting == "rtl":
            self.vertaling.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _make_knoppen(self) -> Vloei:
        row = Vloei()
        self.neem_op = knop("", "inspreken_neem_op", self.toggle)
        self.luister = knop(text("instellingen.inspreken.luister"), "inspreken_luister", self.listen)
        self.bewaar = knop(text("instellingen.inspreken.bewaar"), "inspreken_bewaar", self.keep)
        self.weg = knop(text("instellingen.inspreken.weg"), "inspreken_weg", self.drop, "stil")
        for made in (self.neem_op, self.luister, self.bewaar, self.weg):
            row.addWidget(made)
        return row

    def _connect(self) -> None:
        self.onderwerp.currentIndexChanged.connect(lambda _: self._fill_teksten())
        self.lijst.currentRowChanged.connect(lambda _: self._show_tekst())
        self.opnemer.gewijzigd.connect(self._show_stand)
        self.speler.mislukt.connect(self._context.failed)

    # -- which text ------------------------------------------------------------------------------------------

    def _fill_onderwerpen(self) -> None:
        titels = {deel.id: deel.titel for deel in self._context.work.data.formulieren.startposities}
        for naam in self._teksten:
            woord = titels.get(naam) or text_or(f"instellingen.catalogus.{naam}", naam)
            self.onderwerp.addItem(woord, naam)
        self._fill_teksten()

    @property
    def _hier(self) -> list[Spreektekst]:
        return self._teksten[str(self.onderwerp.currentData())]

    @property
    def tekst(self) -> Spreektekst:
        """What is spoken in now."""
        return self._hier[max(0, self.lijst.currentRow())]

    def _fill_teksten(self) -> None:
        self.lijst.clear()
        for tekst in self._hier:
            self.lijst.addItem(self._line(tekst))
        self.lijst.setCurrentRow(0)

    def _line(self, tekst: Spreektekst) -> str:
        klank = self._klank(tekst)
        if klank is None:
            return tekst.nl.replace("\n", " ")
        sleutel = "oud" if klank.is_old(tekst, in_taal(self._taal, tekst)) else "is_er"
        return f"{text(f'instellingen.inspreken.{sleutel}')} · {tekst.nl}".replace("\n", " ")

    def _klank(self, tekst: Spreektekst) -> Klank | None:
        return self._context.klanken.klank(self._taal.code, tekst.plek)

    def _show_tekst(self) -> None:
        # What was said is of the text before.
        self.forget()
        self.nederlands.setText(self.tekst.nl)
        self.vertaling.setText(in_taal(self._taal, self.tekst))
        self._show_stand()

    # -- speaking it in --------------------------------------------------------------------------------------

    @property
    def _is_gesprek(self) -> bool:
        return bool(self._context.samen)

    def toggle(self) -> None:
        """Open the microphone, or close it."""
        if self.opnemer.is_on:
            self.opnemer.stop()
            announce(self, text("instellingen.inspreken.gestopt"))
        elif not self._is_gesprek:
            self.speler.stop()
            try:
                self.opnemer.start()
            except KnownError as error:
                self._context.failed.emit(error)

    def listen(self) -> None:
        """Hear what was just said, else what is kept."""
        klank = self._klank(self.tekst)
        if self.opnemer.geluid:
            self.speler.play_samples(self.opnemer.geluid)
        elif klank is not None:
            self.speler.play([klank.file])

    def keep(self) -> None:
        """Write it beside the vault, with who and when."""
        try:
            keep_opname(
                self._context.work,
                self._taal,
                self.tekst,
                self.opnemer.geluid,
                naam=self.naam.text(),
                hoedanigheid=self.hoedanigheid.text(),
            )
        except KnownError as error:
            self._context.failed.emit(error)
            return
        self.forget()
        self._follow()
        self._context.told.emit(text("instellingen.inspreken.bewaard"))

    def drop(self) -> None:
        """Let go of what was just said, else of what is kept here."""
        klank = self._klank(self.tekst)
        if self.opnemer.geluid:
            self.forget()
        elif klank is not None and self._may_go():
            try:
                drop_opname(self._context.work, klank)
            except KnownError as error:
                self._context.failed.emit(error)
        self._follow()

    def _may_go(self) -> bool:
        kop, vraag = text("instellingen.inspreken.weg_kop"), text("instellingen.inspreken.weg_vraag")
        return messages.confirm(self, kop, vraag, text("venster.weghalen"))

    def forget(self) -> None:
        """Microphone and loudspeaker are closed, and what was said is held nowhere."""
        self.opnemer.forget()
        self.speler.stop()

    def _follow(self) -> None:
        self._context.klanken.forget()
        item = self.lijst.currentItem()
        if item is not None:
            item.setText(self._line(self.tekst))
        self._show_stand()

    # -- showing ---------------------------------------------------------------------------------------------

    def _show_stand(self) -> None:
        neemt_op, gezegd = self.opnemer.is_on, bool(self.opnemer.geluid)
        klank = self._klank(self.tekst)
        sleutel = "stop" if neemt_op else "neem_op"
        self.neem_op.setText(text(f"instellingen.inspreken.{sleutel}"))
        self.neem_op.setEnabled(not self._is_gesprek)
        self.luister.setEnabled(not neemt_op and (gezegd or klank is not None))
        self.bewaar.setEnabled(not neemt_op and gezegd)
        self.weg.setEnabled(not neemt_op and (gezegd or klank is not None))
        self.stand.setText(self._zin(klank))

    def _zin(self, klank: Klank | None) -> str:
        if self._is_gesprek:
            return text("instellingen.inspreken.gesprek")
        if self.opnemer.is_on:
            return text("instellingen.inspreken.loopt", aantal=round(self.opnemer.seconden))
        if self.opnemer.geluid:
            return text("instellingen.inspreken.nog_niet", aantal=round(self.opnemer.seconden))
        if klank is None:
            return text("instellingen.inspreken.nog_geen")
        return self._who(klank)

    def _who(self, klank: Klank) -> str:
        gezegd = klank.opname
        if gezegd is None:
            return text("instellingen.inspreken.van_niemand")
        dag = read_date(gezegd.datum)
        feiten = {
            "naam": gezegd.naam,
            "hoedanigheid": gezegd.hoedanigheid or text("instellingen.inspreken.onbekend"),
        }
        zin = text("instellingen.inspreken.door", **feiten, datum=in_words(dag) if dag else gezegd.datum)
        if klank.is_old(self.tekst, in_taal(self._taal, self.tekst)):
            zin = f"{zin} {text('instellingen.inspreken.verouderd')}"
        return zin

    def showEvent(self, event: QShowEvent) -> None:
        """Whether a conversation is on may have changed meanwhile."""
        super().showEvent(event)
        self._show_stand()

    def hideEvent(self, event: QHideEvent) -> None:
        """Covered, locked or elsewhere: nothing is recorded, and nothing is held."""
        super().hideEvent(event)
        self.forget()
