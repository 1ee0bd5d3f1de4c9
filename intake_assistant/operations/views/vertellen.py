"""What is to be told in a conversation, and why now: new, not understood, once more, or of talking since."""

from __future__ import annotations

from dataclasses import dataclass

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of, laatst_verteld
from intake_assistant.domain.recht.tussen.overleg import nog_te_vertellen
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class TeVertellen:
    """One topic: due now or not, and why."""

    onderwerp: Informatieonderwerp
    nu: bool
    reden: str
    eerder: bool = False


def onderwerpen(work: Workspace, dossier: Dossier) -> tuple[Informatieonderwerp, ...]:
    """Return the topics that this person must be told, in order."""
    doelgroep = str(dossier.get("inburgeraar.doelgroep"))
    return tuple(o for o in alle_onderwerpen(work) if _is_voor(dossier, o, doelgroep))


def _is_voor(dossier: Dossier, onderwerp: Informatieonderwerp, doelgroep: str) -> bool:
    is_of_group = not doelgroep or onderwerp.is_voor(doelgroep)
    return is_of_group and (not onderwerp.bij or bool(dossier.row_ids(onderwerp.bij)))


def alle_onderwerpen(work: Workspace) -> tuple[Informatieonderwerp, ...]:
    """Return every topic there is, in order."""
    return work.data.onderwerpen


def te_vertellen(work: Workspace, dossier: Dossier, nummer: int, gesprek: str) -> tuple[TeVertellen, ...]:
    """Every topic for this person in the conversation of that number, what is due first."""
    eerder = [g for g in gesprekken_of(dossier) if g.id != gesprek]
    verteld = laatst_verteld(eerder)
    keren = {o.id: sum(o.id in g.verteld for g in eerder) for o in onderwerpen(work, dossier)}
    gevonden = [
        _over_overleg(dossier, onderwerp)
        or _te_vertellen(onderwerp, nummer, verteld.get(onderwerp.id), keren[onderwerp.id])
        for onderwerp in onderwerpen(work, dossier)
    ]
    return tuple(sorted(gevonden, key=lambda t: not t.nu))


def _over_overleg(dossier: Dossier, onderwerp: Informatieonderwerp) -> TeVertellen | None:
    """Who was spoken with about somebody since they were last told of it: said in whatever conversation."""
    found = [str(velden.get("partij", "")) for _, velden in nog_te_vertellen(dossier, onderwerp.id)]
    if not onderwerp.bij or not found:
        return None
    return TeVertellen(onderwerp, True, text("gesprek.voorbereiden.vertel.overleg", met=opsomming(found)))


def _te_vertellen(
    onderwerp: Informatieonderwerp, nummer: int, laatst: tuple[Gesprek, str] | None, keren: int
) -> TeVertellen:
    if laatst is None:
        nu = nummer >= onderwerp.from_gesprek
        later = text("gesprek.voorbereiden.vertel.later", gesprek=onderwerp.from_gesprek)
        return TeVertellen(onderwerp, nu, text("gesprek.voorbereiden.vertel.nieuw") if nu else later)
    if laatst[1] in ("nee", "deels"):
        return TeVertellen(onderwerp, True, text(f"gesprek.voorbereiden.vertel.{laatst[1]}"), eerder=True)
    if onderwerp.herhalen and keren == 1:
        return TeVertellen(onderwerp, True, text("gesprek.voorbereiden.vertel.herhalen"), eerder=True)
    return TeVertellen(onderwerp, False, text("gesprek.voorbereiden.vertel.klaar"), eerder=True)
