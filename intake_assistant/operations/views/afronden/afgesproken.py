"""What was agreed today, as the person may read it on the page after a conversation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.dates import in_their_words, local_moment
from intake_assistant.documents.pip.wandplan import shorten
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import AFSPRAAK
from intake_assistant.domain.leesrichting import isoleer
from intake_assistant.domain.recht.gesprek import Gesprek
from intake_assistant.domain.recht.ontwikkelplan import WIE, Afspraak, doelen_of
from intake_assistant.domain.subject import question_of
from intake_assistant.domain.vertaald.getypt import getypt_vertaald
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, Taal, Vertaling, form_text

_MEEST: Final = 3
"""So many stand on the plan for the wall as well."""
_LANGSTE: Final = 90


@dataclass(frozen=True, slots=True)
class Afgesproken:
    """One agreement: what is done as it was typed, and what somebody entered of it in another language."""

    wat: str
    afspraak: Afspraak
    vertaald: str = ""


def agreed_today(work: Workspace, dossier: Dossier, gesprek: Gesprek, taal: Taal) -> tuple[Afgesproken, ...]:
    """The agreements that were made on the day of a conversation; of what is sensitive none."""
    eigen = {} if taal.code == SOURCE else getypt_vertaald(dossier, taal.code)
    gevonden = [
        Afgesproken(een.wat.strip(), een, eigen.get(een.wat.strip(), ""))
        for doel in doelen_of(dossier)
        if not _rests_on_sensitive(work, doel.vraag)
        for een in doel.afspraken
        if _is_of(dossier, een, gesprek) and not _rests_on_sensitive(work, een.vraag)
    ]
    return tuple(gevonden[:_MEEST])


def _is_of(dossier: Dossier, afspraak: Afspraak, gesprek: Gesprek) -> bool:
    leaf = dossier.leaf(AFSPRAAK.of(afspraak.id, "wat"))
    if leaf is None or not afspraak.wat.strip() or afspraak.klaar_op:
        return False
    return leaf.gesprek == gesprek.id or local_moment(leaf.vastgelegd_op).date() == gesprek.dag


def _rests_on_sensitive(work: Workspace, naam: str) -> bool:
    vraag = work.data.formulieren.vragen.get(question_of(naam)) if naam else None
    if vraag is None:
        return False
    return vraag.is_vertrouwelijk or is_gevoelig(work.data.formulieren.startpositie(vraag.startpositie))


def who_says(work: Workspace, taal: Taal, afspraak: Afspraak) -> Vertaling:
    """The words around what is done, by whom it is done; `{wat}` stands in them."""
    wie = afspraak.wie if afspraak.wie in WIE else WIE[0]
    dutch = work.data.teksten.woord("wand_wie", wie)
    return form_text(taal.code, f"woorden.wand_wie/{wie}", dutch)


def in_lines(
    work: Workspace, taal: Taal, afgesproken: tuple[Afgesproken, ...]
) -> Iterator[tuple[str, Vertaling]]:
    """Each as it stands on the page; without words in the language who does it and when, if said."""
    for nummer, een in enumerate(afgesproken, 1):
        wie = who_says(work, taal, een.afspraak)
        wat = een.wat if taal.code == SOURCE else een.vertaald
        dag = een.afspraak.laatste_dag
        gezegd = wie.tekst.replace("{wat}", isoleer(shorten(wat, _LANGSTE)) if wat else "").strip()
        wanneer = in_their_words(dag, taal.babel) if dag else ""
        if delen := tuple(filter(None, (gezegd, wanneer))):
            yield f"{isoleer(f'{nummer}.')}  {'  ·  '.join(delen)}", wie


def voor_tolk_of(afgesproken: tuple[Afgesproken, ...]) -> tuple[str, ...]:
    """The Dutch of each, by its number."""
    return tuple(f"{nummer}. {shorten(een.wat, _LANGSTE)}" for nummer, een in enumerate(afgesproken, 1))
