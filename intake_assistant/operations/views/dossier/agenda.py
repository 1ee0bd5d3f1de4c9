"""Terms and agreements for a calendar (RFC 5545): of the person the initials at most, and no free text.

A calendar syncs to places that the vault does not reach, so it says when, and what kind of thing; the rest
stands in the dossier.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

_REGEL: Final = 73  # octets before the fold: 75 with the break kept out (RFC 5545, 3.1)
_NAMEN: Final = ("voornamen", "achternaam")


@dataclass(frozen=True, slots=True, order=True)
class Agendapunt:
    """One day, or one hour on it, and what kind of thing is due then."""

    dag: datetime.date
    wat: str
    sleutel: str
    uur: str = ""


def agenda_of(work: Workspace, dossier: Dossier) -> tuple[Agendapunt, ...]:
    """What is still to come: terms that run, agreements not done, the next conversation."""
    return tuple(sorted((*_termijnen(work, dossier), *_afspraken(dossier), *_gesprekken(work, dossier))))


@dutch
def write_agenda(work: Workspace, dossier: Dossier) -> bytes:
    """The same as an iCalendar file."""
    initialen = _initialen(dossier)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//intake-assistent//NL", "CALSCALE:GREGORIAN"]
    gemaakt = f"{work.clock.today():%Y%m%d}T000000Z"
    for punt in agenda_of(work, dossier):
        lines += _event(punt, dossier.id, initialen, gemaakt)
    lines.append("END:VCALENDAR")
    return "".join(f"{deel}\r\n" for line in lines for deel in _folded(line)).encode()


def _termijnen(work: Workspace, dossier: Dossier) -> Iterator[Agendapunt]:
    for nummer, klok in enumerate(all_klokken(work, dossier)):
        if klok.uiterlijk is not None and klok.stand == "loopt":
            wat = text("dossier.agenda.termijn", wat=text(f"dossier.klok.{klok.naam}"))
            yield Agendapunt(klok.uiterlijk, wat, f"termijn-{nummer}")


def _afspraken(dossier: Dossier) -> Iterator[Agendapunt]:
    for afspraak in (a for doel in doelen_of(dossier) for a in doel.afspraken):
        if afspraak.laatste_dag is not None and not afspraak.klaar_op:
            yield Agendapunt(afspraak.laatste_dag, text("dossier.agenda.afspraak"), afspraak.id)


def _gesprekken(work: Workspace, dossier: Dossier) -> Iterator[Agendapunt]:
    for gesprek in gesprekken_of(dossier):
        if gesprek.afspraak_op is not None and gesprek.afspraak_op >= work.clock.today():
            wat = text("dossier.agenda.gesprek")
            yield Agendapunt(gesprek.afspraak_op, wat, gesprek.id, gesprek.afspraak_uur)


def _initialen(dossier: Dossier) -> str:
    velden = inburgeraar_of(dossier)
    woorden = " ".join(velden.get(naam, "") for naam in _NAMEN).split()
    return "".join(f"{woord[0].upper()}." for woord in woorden)


def _event(punt: Agendapunt, dossier: str, initialen: str, gemaakt: str) -> list[str]:
    # The number of the dossier would tie the calendar to the vault; a digest of it only keeps points apart.
    uid = blake2b(f"{dossier} {punt.sleutel}".encode(), digest_size=16).hexdigest()
    titel = f"{initialen} {punt.wat}".strip()
    if punt.uur:
        begin = f"DTSTART:{punt.dag:%Y%m%d}T{punt.uur.replace(':', '')}00"
    else:
        begin = f"DTSTART;VALUE=DATE:{punt.dag:%Y%m%d}"
    regels = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{gemaakt}", begin, f"SUMMARY:{_escaped(titel)}"]
    return [*regels, "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"]


def _escaped(tekst: str) -> str:
    for teken in ("\\", ";", ","):
        tekst = tekst.replace(teken, f"\\{teken}")
    return tekst


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, each next one after a space."""
    deel, begin = "", ""
    for teken in line:
        if len(f"{begin}{deel}{teken}".encode()) > _REGEL:
            yield f"{begin}{deel}"
            deel, begin = "", " "
        deel += teken
    yield f"{begin}{deel}"
