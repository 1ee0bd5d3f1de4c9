"""How what was laid before the team lead stands, what was remarked on, and what one can remark on."""

from __future__ import annotations

from dataclasses import dataclass

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import BESCHIKKING, DOEL, WEGING, kind_of
from intake_assistant.domain.overleg.opmerking import GEHEEL, Draad, Opmerking, draden_of
from intake_assistant.domain.overleg.overdracht import Overdracht
from intake_assistant.domain.overleg.voorlegging import DELEN, Voorlegging, laatste_van
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.weging import KANTEN, argumenten_of
from intake_assistant.operations.views.finding import place_of
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.inzagewoorden import field_in_words
from intake_assistant.operations.words.onderwerp import gegevens_in_words, waarover_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class Draadregel:
    """A remark with its answers in words; `scherm` and `argumenten` lead to what it is about."""

    draad: Draad
    over: str
    wacht_op_u: bool
    scherm: str
    argumenten: dict[str, str]


def draadregels_of(work: Workspace, dossier: Dossier) -> list[Draadregel]:
    """Every remark: what waits for who works here first, then what is open, then what is done."""
    regels = [_draadregel(work, dossier, draad) for draad in draden_of(dossier)]
    return sorted(regels, key=lambda regel: (not regel.wacht_op_u, not regel.draad.is_open))


def tekst_van(opmerking: Opmerking) -> str:
    """What was said, or that who sent the file left it out."""
    if opmerking.presence is not Presence.PRESENT:
        return text(f"geschiedenis.{opmerking.presence.value}")
    return opmerking.tekst


def open_over(dossier: Dossier) -> dict[str, int]:
    """How many remarks are not done, for each thing that they are about."""
    found: dict[str, int] = {}
    for draad in draden_of(dossier):
        if draad.is_open:
            found[draad.over] = found.get(draad.over, 0) + 1
    return found


def waarover(work: Workspace, dossier: Dossier) -> list[tuple[str, str]]:
    """What one can remark on: the whole, what the concept says, the weighing, the goals, the answers."""
    delen = [(over, text(f"overleg.geheel_{deel}")) for deel, over in GEHEEL.items()]
    velden = [(BESCHIKKING.of(veld), _veld(veld)) for veld in concept_of(dossier)]
    weging = [
        (WEGING.of(route.value, kant, argument.id), text("overleg.over_argument", tekst=argument.tekst))
        for route in Leerroute
        for kant in KANTEN
        for argument in argumenten_of(dossier, route.value, kant)
    ]
    doelen = [(DOEL.of(doel.id), text("overleg.over_doel", naam=doel.naam)) for doel in doelen_of(dossier)]
    formulieren = work.data.formulieren
    namen = [naam for naam in dossier.names_in_use() if naam in formulieren.vragen]
    return [*delen, *velden, *weging, *doelen, *((n, gegevens_in_words(formulieren, n)) for n in namen)]


def over_in_words(work: Workspace, dossier: Dossier, over: str) -> str:
    """What a remark is about, as it is named where one chooses it."""
    return dict(waarover(work, dossier)).get(over) or waarover_in_words(work, over)


def voorlegzin(work: Workspace, voorlegging: Voorlegging) -> str:
    """How it stands with a concept that was laid before somebody, in a sentence."""
    v = voorlegging
    if v.stand == "akkoord" and v.gewijzigd:
        namen = opsomming(list(dict.fromkeys(waarover_in_words(work, s) for s in v.gewijzigd)))
        return text("overleg.stand.gewijzigd", naam=v.uitkomst_door, namen=namen)
    naam, op = (v.door, v.op) if v.stand in ("gevraagd", "verschillend") else (v.uitkomst_door, v.uitkomst_op)
    return text(f"overleg.stand.{v.stand}", naam=naam, datum=date_in_words(op))


def concept_in_words(work: Workspace, dossier: Dossier) -> list[str]:
    """What colleagues said of the concept of the beschikking that asks for something, a sentence each."""
    laatste = laatste_van(dossier, DELEN[0])
    zinnen = [voorlegzin(work, laatste)] if laatste is not None and not laatste.geldt else []
    aantal = sum(n for over, n in open_over(dossier).items() if kind_of(over).in_concept)
    return [*zinnen, *([text("overleg.open", aantal=aantal)] if aantal else [])]


def overdrachtzin(overdracht: Overdracht) -> str:
    """How it stands with handing over, in a sentence."""
    op = overdracht.op if overdracht.stand in ("wacht", "verschillend") else overdracht.uitkomst_op
    namen = {"van": overdracht.van, "aan": overdracht.aan, "datum": date_in_words(op)}
    return text(f"overleg.overdracht.{overdracht.stand}", **namen)


def _draadregel(work: Workspace, dossier: Dossier, draad: Draad) -> Draadregel:
    scherm, argumenten = place_of(dossier, draad.over)
    is_vraag = draad.over in work.data.formulieren.vragen
    return Draadregel(
        draad=draad,
        over=over_in_words(work, dossier, draad.over),
        wacht_op_u=draad.waits_for(work.author),
        scherm="gesprek" if is_vraag else scherm,
        argumenten={"vraag": draad.over} if is_vraag else argumenten,
    )


def _veld(veld: str) -> str:
    return text(
        "geschiedenis.over.veld", over=text("geschiedenis.over.beschikking"), veld=field_in_words(veld)
    )
