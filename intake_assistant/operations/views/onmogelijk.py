"""Dates and numbers that cannot be: in words for a screen, and what of them keeps a PIP from being set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import is_geboortejaar, is_v_nummer
from intake_assistant.domain.kinds import BESCHIKKING, GESPREK
from intake_assistant.domain.recht.datums import bezwaar, bezwaar_op_zich, niet_bestaande
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.grenzen import GRENZEN, MINUTEN, Grens, getalgebrek, onmogelijke_getallen
from intake_assistant.domain.recht.leerroute import find_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.tussen.herkijken import is_herkijkdag
from intake_assistant.domain.recht.tussen.oordeeldagen import herkijkdag_in, is_herkijkveld
from intake_assistant.operations.words.onderwerp import onderwerp_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# A besluit rests on facts that were gathered with care.
_ZORGVULDIG = "Awb 3:2"


def wrong_date(work: Workspace, dossier: Dossier, subject: str, waarde: object) -> str:
    """What is odd about a date, as one sentence; empty when nothing is."""
    if is_herkijkveld(subject):
        return wrong_herkijkdag(work, dossier, subject, waarde)
    vreemd = bezwaar(dossier, subject, str(waarde or ""), work.clock.today())
    return text(f"recht.onmogelijk.{vreemd}") if vreemd else ""


def wrong_herkijkdag(work: Workspace, dossier: Dossier, subject: str, waarde: object) -> str:
    """Why nobody will look again at a judgement on a day; of a recorded one as on the day of recording."""
    op, leaf = read_date(waarde), dossier.leaf(subject)
    said = read_date(leaf.vastgelegd_op[:10]) if leaf and herkijkdag_in(leaf.value) == waarde else None
    past = op is None or is_herkijkdag(op, said or work.clock.today())
    return "" if past else text("gesprek.opnieuw_kijken_fout")


def wrong_new_date(work: Workspace, subject: str, waarde: str, geboren: str) -> str:
    """The same while there is no dossier yet, beside a day of birth that was typed with it."""
    dag = read_date(waarde)
    if dag is None:
        return text("recht.onmogelijk.geen_datum") if waarde else ""
    vreemd = bezwaar_op_zich(subject, dag, read_date(geboren), work.clock.today())
    return text(f"recht.onmogelijk.{vreemd}") if vreemd else ""


def wrong_person(work: Workspace, veld: str, waarde: str) -> str:
    """What is odd about a V-nummer or a year of birth; empty when nothing is."""
    klopt = {
        "v_nummer": is_v_nummer(waarde),
        "geboortejaar": is_geboortejaar(waarde, work.clock.today()),
    }
    return "" if not waarde or klopt[veld] else text(f"recht.onmogelijk.{veld}")


def is_date(waarde: object) -> bool:
    """Whether something was filled in and is a date, or nothing was filled in."""
    return not waarde or read_date(waarde) is not None


def wrong_number(waarde: object, grens: Grens) -> str:
    """Why a number cannot be, as one sentence; empty when it can."""
    gebrek = getalgebrek(waarde, grens)
    return text(f"recht.onmogelijk.{gebrek}", minst=grens.minst, meest=grens.meest) if gebrek else ""


def impossible_in(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> tuple[Oordeel, ...]:
    """Every date and number that a besluit cannot rest on, with the field where it stands."""
    return (*_dates(work, dossier, concept), *_minutes(work, dossier), *_numbers(concept))


def _dates(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> Iterator[Oordeel]:
    found = dict(niet_bestaande(dossier))
    # What is being typed goes before what is recorded.
    dagtekening, waarde = BESCHIKKING.of("dagtekening"), str(find_waarde(concept, "dagtekening") or "")
    found.pop(dagtekening, None)
    if waarde and read_date(waarde) is None:
        found[dagtekening] = waarde
    for subject, getypt in found.items():
        yield _of(work, subject, getypt, text("recht.onmogelijk.geen_datum"))


def _minutes(work: Workspace, dossier: Dossier) -> Iterator[Oordeel]:
    for gesprek in gesprekken_of(dossier):
        subject = GESPREK.of(gesprek.id, "minuten")
        waarde = dossier.get(subject, None)
        if zin := wrong_number(waarde, MINUTEN):
            yield _of(work, subject, str(waarde), zin)


def _numbers(concept: Mapping[str, Any]) -> Iterator[Oordeel]:
    for sleutel in onmogelijke_getallen(concept):
        waarde, grens = find_waarde(concept, sleutel), GRENZEN[sleutel]
        feiten = {
            "veld": text(f"beschikking.veld_{sleutel}"),
            "getypt": str(waarde),
            "waarom": wrong_number(waarde, grens),
        }
        yield Oordeel(grens.regel, BESCHIKKING.of(sleutel), Reden.ONMOGELIJK, feiten, Soort.ONTBREEKT)


def _of(work: Workspace, subject: str, getypt: str, waarom: str) -> Oordeel:
    feiten = {"veld": onderwerp_in_words(work, subject), "getypt": getypt, "waarom": waarom}
    return Oordeel(_ZORGVULDIG, subject, Reden.ONMOGELIJK, feiten, Soort.ONTBREEKT)
