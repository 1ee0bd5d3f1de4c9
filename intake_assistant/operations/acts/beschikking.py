"""The beschikking: a concept however incomplete, then set and frozen, then changed by a new besluit."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.documents.bewaren import dump_stuk
from intake_assistant.documents.model import Stuk
from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESLUIT, PLANVERSIE
from intake_assistant.domain.recht.besluit import (
    BEROEP,
    EERSTE,
    ONTWIKKELPLAN,
    Besluit,
    besluiten_of,
    concept_of,
    geldende,
    next_nummer,
    planversies_of,
)
from intake_assistant.domain.recht.oordeel.oordeel import LET_OP
from intake_assistant.domain.recht.oordeel.wijziging.erfenis import changed_concept
from intake_assistant.domain.recht.oordeel.wijziging.ontwikkelplan import oordeel_over_ontwikkelplan
from intake_assistant.domain.recht.oordeel.zaakfeiten import rechtsmiddel_van
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.papers.sjablonen import draw_pdf
from intake_assistant.operations.papers.stukken import beschikking_stuk, ontwikkelplan_stuk
from intake_assistant.operations.papers.tweetalig.stuk import keep_vertaald
from intake_assistant.operations.views.besluit.bekendmaking import unlawful
from intake_assistant.operations.views.besluit.bijlage import bijlagen_of
from intake_assistant.operations.views.besluit.controle import Controle, check_concept, teksten_nagekeken
from intake_assistant.operations.views.besluit.routegevolg import filled_by_route
from intake_assistant.operations.views.besluit.weigering import refusals_in_words
from intake_assistant.operations.words.controle import oordeel_in_words
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.samenloop import besluit_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

# What happens after the dagtekening: no besluit can hold it (Awb 3:40).
AFTERWARDS = ("bekendgemaakt_op", "voor_gezien")


@dutch
def record_concept(work: Workspace, dossier: str, velden: Mapping[str, object]) -> Changed:
    """Record fields of the concept by dotted key; KnownError `pip.frozen` once a besluit was set."""
    if besluiten_of(work.vault.dossier(dossier)):
        raise KnownError("pip.frozen")
    return record_fields(work, dossier, "beschikking", flatten(velden))


@dutch
def fill_by_route(work: Workspace, dossier: str, route: str) -> Changed:
    """Fill in what follows from the chosen leerroute; what somebody filled in stays."""
    with work.vault.transaction():
        found = work.vault.dossier(dossier)
        return record_concept(work, dossier, filled_by_route(work, found, concept_of(found), route))


@dutch
def stel_vast(work: Workspace, dossier: str, velden: Mapping[str, object]) -> Changed:
    """Set the first PIP with its `dagtekening`; freezes both parts. Makes the besluit.

    Raises KnownError `pip.frozen` (set before), or by the first kind of all that is in the way
    `pip.duo_rule`, `pip.not_weighed`, `pip.incomplete`, `pip.unlawful`.
    """
    with work.vault.transaction():
        last = record_concept(work, dossier, {"dagtekening": work.clock.today(), **velden})
        concept = concept_of(work.vault.dossier(dossier))
        return together((last, _freeze(work, dossier, concept, EERSTE)))


@dutch
def wijzig(
    work: Workspace,
    dossier: str,
    grond: str,
    velden: Mapping[str, object],
    *,
    vorig_besluit: str = "",
    uit: str = "",
) -> Changed:
    """Set a new besluit that changes an earlier one on a ground (Besl 5.3(6)); makes the besluit.

    On the ground of the ontwikkelplan it is no besluit but a version of that plan, and no element of the PIP
    may be in it: KnownError `pip.unlawful`. KnownErrors of `stel_vast`, and `pip.two_besluiten` when two hold
    at once and none of them is named as the one to go on from:
    the program never chooses (AVG 22). The new one takes the place of all that held.
    `uit` names the concept that it is set from.
    """
    if grond == ONTWIKKELPLAN:
        return _change_plan(work, dossier, velden)
    with work.vault.transaction():
        besluiten = besluiten_of(work.vault.dossier(dossier))
        if not besluiten:
            raise KnownError("pip.incomplete", wat=text("stukken.gegevens.eerste_besluit"))
        gekozen = _from_which(besluiten, vorig_besluit)
        return _freeze(work, dossier, changed_concept(gekozen.inhoud, flatten(velden)), grond, uit)


def _change_plan(work: Workspace, dossier: str, velden: Mapping[str, object]) -> Changed:
    oordelen = tuple(oordeel_over_ontwikkelplan(velden))
    if oordelen:
        raise unlawful(oordelen)
    reden = str(velden.get("motivering") or ONTWIKKELPLAN)
    dag = velden.get("dagtekening")
    return maak_planversie(work, dossier, reden, dag if isinstance(dag, datetime.date) else read_date(dag))


def _from_which(besluiten: list[Besluit], wanted: str) -> Besluit:
    gelden = geldende(besluiten)
    found = [besluit for besluit in gelden if not wanted or besluit.id == wanted]
    if len(found) != 1:
        raise KnownError("pip.two_besluiten", besluiten=opsomming([besluit_in_words(b) for b in gelden]))
    return found[0]


@dutch
def maak_planversie(work: Workspace, dossier: str, reden: str, datum: datetime.date | None = None) -> Changed:
    """Freeze the ontwikkelplan as it stands as its next version; makes the row."""
    with work.vault.transaction():
        found = work.vault.dossier(dossier)
        nummer = max((v.nummer for v in planversies_of(found)), default=0) + 1
        dag = datum or work.clock.today()
        rij = work.new_id()
        make = partial(ontwikkelplan_stuk, versie=nummer, datum=dag, vastgesteld=True)
        stuk = make(work, found)
        bestanden = _keep(work, stuk) | keep_vertaald(work, found, stuk, make)
        waarde = {"nummer": nummer, "datum": dag.isoformat(), "reden": reden, "bestanden": bestanden}
        return record_waarde(work, dossier, PLANVERSIE.of(rij), waarde).making(rij)


def _freeze(work: Workspace, dossier: str, whole: Mapping[str, Any], grond: str, uit: str = "") -> Changed:
    concept = {k: w for k, w in whole.items() if k.partition(".")[0] not in AFTERWARDS}
    found = work.vault.dossier(dossier)
    controle = check_concept(work, found, concept, grond)
    _refuse(controle)
    # Blobs are on disk before the entry that names them (design 5).
    make = partial(beschikking_stuk, concept=concept, grond=grond, vastgesteld=True)
    stuk = make(work, found)
    waarde = {
        "nummer": next_nummer(besluiten_of(found)),
        "grond": grond,
        "dagtekening": str(concept["dagtekening"]),
        "inhoud": {k: w for k, w in concept.items() if k.partition(".")[0] != LET_OP},
        "bestanden": _keep(work, stuk) | keep_vertaald(work, found, stuk, make) | _bijlagen(found, concept),
        "regels": work.data.regels.versie,
        "teksten_nagekeken": "ja" if teksten_nagekeken(work, concept) else "nee",
        **_passed(controle, concept),
        # By id: two that were set apart have the same number, and one may have been set on top of one.
        "vervangt": [besluit.id for besluit in geldende(besluiten_of(found))],
        **({"wijziging": uit} if uit else {}),
        **({"rechtsmiddel": BEROEP} if rechtsmiddel_van(found, grond) == BEROEP else {}),
    }
    rij = work.new_id()
    changes = (
        record_waarde(work, dossier, BESLUIT.of(rij), waarde),
        maak_planversie(work, dossier, grond, read_date(concept["dagtekening"])),
    )
    return together(changes).making(rij)


def _bijlagen(dossier: Dossier, concept: Mapping[str, Any]) -> dict[str, str]:
    """The files that go with it, named by the besluit: they are kept and checked as long as it is."""
    bijlagen = enumerate(bijlagen_of(dossier, concept), start=1)
    return {f"bijlage_{nummer}": bijlage.sha256 for nummer, bijlage in bijlagen}


def _passed(controle: Controle, concept: Mapping[str, Any]) -> dict[str, Any]:
    """What was unwise and is set all the same, with the reason where somebody gave one."""
    rijen = [
        {
            "reden": oordeel.reden.value,
            "regel": oordeel.regel,
            "wat": oordeel_in_words(oordeel),
            "waarom": str(concept.get(oordeel.sleutel) or "").strip(),
        }
        for oordeel in controle.let_op
    ]
    gezegd = [{deel: woorden for deel, woorden in rij.items() if woorden} for rij in rijen]
    return {LET_OP: gezegd} if gezegd else {}


def _refuse(controle: Controle) -> None:
    """Raise one KnownError that names all that is in the way; its code is the first kind (contract 5)."""
    found = dict(refusals_in_words(controle))
    if found:
        raise KnownError(next(iter(found)), wat="\n".join(found.values()))
    if controle.zonder_akkoord:
        raise KnownError("pip.not_agreed")


def _keep(work: Workspace, stuk: Stuk) -> dict[str, str]:
    return {
        "pdf": work.vault.blobs.put(draw_pdf(work, stuk)),
        "model": work.vault.blobs.put(dump_stuk(stuk)),
        "soort": stuk.soort,
    }
