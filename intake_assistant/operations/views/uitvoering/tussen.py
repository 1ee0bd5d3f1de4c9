"""What may be said to whom and when somebody is told of it; what an examination asks: in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import ONDERZOEK, PARTNEROVERLEG
from intake_assistant.domain.recht.tussen.onderzoek import te_bespreken
from intake_assistant.domain.recht.tussen.overleg import WET, ZONDER_NAAM, nog_te_vertellen
from intake_assistant.domain.recht.uitvoering.rijen import rij_of
from intake_assistant.domain.recht.uitwisseling import toestemmingsdelen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def overleg_in_words(work: Workspace, dossier: Dossier, rij: str) -> list[str]:
    """What may be said to this party today, and that the person is still to be told of it."""
    velden = rij_of(dossier, PARTNEROVERLEG, rij)
    partij = str(velden.get("partij", ""))
    if not partij:
        return []
    zinnen = [_mag_delen(work, dossier, partij, velden.get("grond", ""), str(velden.get("artikel", "")))]
    topics = [topic.id for topic in work.data.onderwerpen if topic.bij == PARTNEROVERLEG.lijst()]
    if any(rij in dict(nog_te_vertellen(dossier, id)) for id in topics):
        zinnen.append(text("uitvoering.partneroverleg.vertel"))
    return zinnen


def _mag_delen(work: Workspace, dossier: Dossier, partij: str, grond: object, artikel: str) -> str:
    if grond == ZONDER_NAAM:
        return text("uitvoering.partneroverleg.mag_zonder_naam")
    if grond == WET:
        return text("uitvoering.partneroverleg.mag_wet", artikel=artikel or "…")
    delen = toestemmingsdelen(dossier, work.data.formulieren, partij, work.clock.today())
    vragen = [vraag for deel in delen for vraag in deel.vragen]
    if not vragen:
        return text("uitvoering.partneroverleg.mag_niets", partij=partij)
    per = Counter(work.data.formulieren.vragen[naam].startpositie for naam in vragen)
    namen = [
        text("uitvoering.partneroverleg.mag_deel", titel=deel.titel, aantal=per[deel.id])
        for deel in work.data.formulieren.startposities
        if per[deel.id]
    ]
    return text("uitvoering.partneroverleg.mag", partij=partij, wat="; ".join(namen))


def onderzoek_in_words(dossier: Dossier, rij: str) -> list[str]:
    """What an examination asks of who reads it."""
    return list(_asked(dossier, rij))


def _asked(dossier: Dossier, rij: str) -> Iterator[str]:
    velden = rij_of(dossier, ONDERZOEK, rij)
    if velden.get("kon_lezen") == "nee":
        yield text("uitvoering.onderzoek.niet_gelezen")
    if rij in te_bespreken(dossier):
        yield text("uitvoering.onderzoek.extra_gesprek")
    elif op := velden.get("besproken_op"):
        yield text("uitvoering.onderzoek.besproken", datum=date_in_words(str(op)))
