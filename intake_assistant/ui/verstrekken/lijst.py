"""The list of what would go: each fact with what it says, why it may go, and what the person is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtWidgets import QFrame

from intake_assistant.documents.verstrekking import Verstrekgegeven
from intake_assistant.domain.recht.uitwisseling import Deelsoort
from intake_assistant.operations.exchange.verstrekken import Verstrekdeel, Verstrekvoorstel
from intake_assistant.operations.words.onderwerp import persoon_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld, inside
from intake_assistant.ui.kit.parts import breekbaar, kaart, kolom, label, rij

_GEZONDHEID: Final = Deelsoort.BIJZONDER


def cards_of(work: Workspace, voorstel: Verstrekvoorstel) -> Iterator[QFrame]:
    """A card for each part, then what stays and what is to be told."""
    yield from (_part(work, deel) for deel in voorstel.delen)
    if voorstel.blijft:
        yield _card(text("verstrekken.lijst.blijft"), voorstel.blijft)
    if voorstel.zeg:
        yield _card(text("verstrekken.lijst.zeg"), _to_tell(voorstel))


def _part(work: Workspace, deel: Verstrekdeel) -> QFrame:
    made = _card(
        deel.inhoud.titel,
        (_in_words(work, gegeven) for gegeven in deel.inhoud.gegevens),
        naam=f"verstrekdeel_{deel.wat}",
        gezondheid=deel.wat is _GEZONDHEID,
    )
    inside(made).addWidget(
        label(text("verstrekken.lijst.waarom", grond=deel.inhoud.grond), "klein", wrap=True)
    )
    return made


def _in_words(work: Workspace, gegeven: Verstrekgegeven) -> str:
    """A fact as its receiver reads it; but the BSN, which nobody reads whole on a screen."""
    tekst = gegeven.tekst
    if gegeven.naam == "bsn":
        tekst = persoon_in_words(work.data.formulieren, gegeven.naam, tekst)
    # A question is answered; anything else is named.
    key = "verstrekken.lijst.antwoord" if gegeven.label.endswith("?") else "verstrekken.lijst.gegeven"
    return text(key, wat=gegeven.label, inhoud=tekst)


def _to_tell(voorstel: Verstrekvoorstel) -> tuple[str, ...]:
    """What the person is told, and what they may do about it (AVG 7(3), 13, 21)."""
    is_all = not any(deel.toestemming for deel in voorstel.delen)
    return (
        voorstel.zeg,
        text("verstrekken.lijst.zeg_wet", wet=voorstel.wet),
        text("verstrekken.lijst.zeg_uitleg" if is_all else "verstrekken.lijst.zeg_deels"),
        text("verstrekken.lijst.zeg_rechten"),
    )


def _card(kop: str, zinnen: Iterable[str], *, naam: str = "", gezondheid: bool = False) -> QFrame:
    made = kaart("waarschuwing" if gezondheid else "kaart", naam)
    box = kolom(made, rand=24, tussen=8)
    head = rij(tussen=8)
    if gezondheid:
        head.addWidget(beeld("let_op", "let_op"))
    head.addWidget(label(kop, "kop3", wrap=True), 1)
    box.addLayout(head)
    for zin in zinnen:
        box.addWidget(label(breekbaar(zin), wrap=True))
    return made
