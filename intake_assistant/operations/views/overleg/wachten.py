"""What of the overleg waits for who works here, and who does the work on a dossier now, in words."""

from __future__ import annotations

from collections.abc import Iterable

from intake_assistant.dates import date_in_words
from intake_assistant.domain.overleg.feiten import OverlegFeiten, Wachtsoort, wacht_op
from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.domain.overleg.waarneming import waarneming_on
from intake_assistant.operations.views.overleg.collega import ik
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

TEAMLEIDER = "teamleider"


def is_leider(work: Workspace) -> bool:
    """Whether who works here reads concepts of others."""
    return work.vault.device.rol == TEAMLEIDER


def wachtend(work: Workspace, feiten: OverlegFeiten) -> tuple[Wachtsoort, ...]:
    """What waits for who works here."""
    neemt_waar = _neemt_waar(work, feiten)
    return tuple(wacht_op(feiten, ik(work), leest=is_leider(work), waarnemer=neemt_waar))


def wachtzinnen(work: Workspace, feiten: OverlegFeiten) -> list[str]:
    """The same in words, a line each."""
    return [_zin(work, feiten, soort) for soort in wachtend(work, feiten)]


def werkzinnen(work: Workspace, feiten: OverlegFeiten) -> list[str]:
    """Who is asked to take a dossier over, and who stands in for its regievoerder today."""
    zinnen = [text("overleg.wacht_op_aanname", naam=overdracht.aan) for overdracht in feiten.overdrachten]
    waarneming = waarneming_on(feiten.waarnemingen, work.clock.today())
    if waarneming is not None and waarneming.tot is not None:
        tot = date_in_words(waarneming.tot.isoformat())
        zinnen.append(text("overleg.waargenomen", naam=waarneming.door, tot=tot))
    return zinnen


def waiting_among(work: Workspace, lines: Iterable[Overzicht]) -> list[tuple[str, str, list[str]]]:
    """The dossiers in which something waits for who works here: id, name, and what, by name."""
    found = ((line, wachtzinnen(work, line.overleg)) for line in lines if not line.is_beschadigd)
    return [(line.dossier, line.naam, zinnen) for line, zinnen in found if zinnen]


def is_of_me(work: Workspace, feiten: OverlegFeiten) -> bool:
    """Whether who works here has the dossier, or stands in for who has it."""
    return ik(work).is_same(Collega(feiten.regievoerder)) or _neemt_waar(work, feiten)


def _neemt_waar(work: Workspace, feiten: OverlegFeiten) -> bool:
    found = waarneming_on(feiten.waarnemingen, work.clock.today())
    return found is not None and Collega(found.door, found.apparaat).is_same(ik(work))


def _zin(work: Workspace, feiten: OverlegFeiten, soort: Wachtsoort) -> str:
    if soort == "opmerkingen":
        aantal = sum(draad.laatste != work.author for draad in feiten.draden)
        return text("overleg.wacht.opmerkingen", aantal=aantal)
    if soort == "overdracht":
        van = next(o.van for o in feiten.overdrachten if o.ontvanger.is_same(ik(work)))
        return text("overleg.wacht.overdracht", naam=van)
    stand = "gevraagd" if soort == "voorgelegd" else "terug"
    found = next(v for v in feiten.voorgelegd if v.stand == stand)
    naam, op = (found.door, found.op) if soort == "voorgelegd" else (found.uitkomst_door, found.uitkomst_op)
    deel = text(f"overleg.deel_{found.deel}")
    return text(f"overleg.wacht.{soort}", naam=naam, deel=deel, datum=date_in_words(op))
