"""The messages for DUO: made of the dossier, or refused with the rule and the article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.melding import Duostand, oordeel_over_melding, pip_bericht
from intake_assistant.domain.duo.vorm import Berichtvorm, gebreken
from intake_assistant.domain.kinds import BESLUIT, DUOBERICHT, PROCEDURE, UREN
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of, geldende
from intake_assistant.domain.recht.feiten import duofeiten_van, klokfeiten
from intake_assistant.domain.recht.inburgeringstermijn import inburgeringstermijn
from intake_assistant.domain.recht.oordeel.duoregels import (
    VERWIJDEREN,
    DuoBreuk,
    broken_duo_rules,
    removal_not_allowed,
)
from intake_assistant.domain.recht.oordeel.uren import CURSUS
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.duo.woorden import gebrek_in_words
from intake_assistant.operations.views.geldend import besluit_that_holds
from intake_assistant.operations.words.controle import breuk_in_words, duoregel_in_words, oordeel_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

MELDINGEN: Mapping[str, Berichtvorm] = {
    vorm.naam: vorm for vorm in (vormen.CONTACTPERSOON, vormen.AANBOD, vormen.MAP, vormen.PVT, vormen.ZROUTE)
}
"""The messages beside the PIP, by name."""


@dataclass(frozen=True, slots=True)
class Vooruitblik:
    """A message before it is made, and in words what keeps DUO from taking it."""

    bericht: Mapping[str, object]
    redenen: tuple[str, ...]


def as_sent(soort: str, bericht: Mapping[str, object]) -> Mapping[str, object]:
    """A message as DUO takes it: a contactpersoon within a table of its own."""
    return {"contactpersoongegevens": bericht} if soort == vormen.CONTACTPERSOON.naam else bericht


def as_json(bericht: Mapping[str, object]) -> str:
    """A message as a file that the municipality's system can send as it is."""
    return json.dumps(bericht, ensure_ascii=False, indent=1) + "\n"


@dutch
def make_pip(work: Workspace, dossier: str) -> dict[str, object]:
    """The message of the PIP that holds; KnownError `pip.duo_rule`, `pip.incomplete`, `pip.two_besluiten`."""
    found = work.vault.dossier(dossier)
    besluit = _held(found)
    _refuse([(breuk_in_words(b), duoregel_in_words(b)) for b in duo_refuses(found, besluit)])
    bericht = pip_bericht(besluit)
    _refuse_shape(vormen.PIP, bericht)
    work.vault.log_access("duo_bericht", dossier)
    return bericht


def duo_refuses(dossier: Dossier, besluit: Besluit) -> tuple[DuoBreuk, ...]:
    """The rules by which DUO would refuse a besluit now; nothing once DUO registered it."""
    if dossier.get(BESLUIT.of(besluit.id, "duo_geregistreerd_op")):
        return ()
    return broken_duo_rules(duofeiten_van(dossier, besluit))


def record_registered(work: Workspace, dossier: str, op: date) -> Changed:
    """Note on which day DUO registered the PIP that holds; KnownError `duo.day` when it cannot be."""
    besluit = _held(work.vault.dossier(dossier))
    refuse_day(work, besluit, op)
    return record_waarde(work, dossier, BESLUIT.of(besluit.id, "duo_geregistreerd_op"), op.isoformat())


def refuse_day(work: Workspace, besluit: Besluit, op: date) -> None:
    """Refuse a day on which DUO cannot have registered a besluit; KnownError `duo.day`."""
    dagtekening = read_date(besluit.dagtekening)
    if op > work.clock.today() or dagtekening is not None and op < dagtekening:
        raise KnownError("duo.day", dag=op)


def record_removed(work: Workspace, dossier: str, op: date) -> Changed:
    """Note that the PIP was removed at DUO; KnownError `pip.duo_rule` where rule 9 keeps it there."""
    with work.vault.transaction():
        found = work.vault.dossier(dossier)
        besluit = _held(found)
        if op > work.clock.today():
            raise KnownError("duo.day", dag=op)
        if removal_not_allowed(termijn_vastgesteld=has_duo_termijn(found), cursusuren=_has_cursus(found)):
            _refuse([(breuk_in_words(VERWIJDEREN), duoregel_in_words(VERWIJDEREN))])
        velden = {"duo_verwijderd_op": op.isoformat(), "duo_geregistreerd_op": ""}
        return together(
            record_waarde(work, dossier, BESLUIT.of(besluit.id, veld), dag) for veld, dag in velden.items()
        )


@dutch
def make_melding(
    work: Workspace, dossier: str, soort: str, velden: Mapping[str, object], instelling: str = ""
) -> dict[str, object]:
    """Another message, kept in the dossier; KnownError `duo.fields`, or `pip.duo_rule` with every rule."""
    bericht = {naam: waarde for naam, waarde in velden.items() if waarde not in (None, "")}
    with work.vault.transaction():
        _refuse_shape(MELDINGEN[soort], bericht)
        _refuse(_refused_by_duo(work, work.vault.dossier(dossier), soort, bericht))
        rij = DUOBERICHT.of(work.new_id())
        kop = {"soort": soort, "gemaakt_op": work.clock.today().isoformat()}
        over = {"instelling": instelling} if instelling else {}
        record_waarde(work, dossier, rij, {**kop, **over, **bericht})
    work.vault.log_access("duo_bericht", dossier)
    return bericht


def foresee(work: Workspace, dossier: str, soort: str, velden: Mapping[str, object]) -> Vooruitblik:
    """What a message would hold now, and all that keeps DUO from taking it; nothing is kept."""
    found = work.vault.dossier(dossier)
    if soort == vormen.PIP.naam:
        gelden = geldende(besluiten_of(found))
        if len(gelden) != 1:
            return Vooruitblik({}, (text("duo.geen_besluit"),))
        redenen = [(breuk_in_words(b), duoregel_in_words(b)) for b in duo_refuses(found, gelden[0])]
        return Vooruitblik(pip_bericht(gelden[0]), tuple(f"{zin} ({regel})" for zin, regel in redenen))
    bericht = {naam: waarde for naam, waarde in velden.items() if waarde not in (None, "")}
    fouten = (replace(g, veld=text(f"recht.duo.veld.{g.veld}")) for g in gebreken(MELDINGEN[soort], bericht))
    vorm = tuple(map(gebrek_in_words, fouten))
    regels = tuple(f"{zin} ({regel})" for zin, regel in _refused_by_duo(work, found, soort, bericht))
    return Vooruitblik(bericht, (*vorm, *regels))


def _refused_by_duo(
    work: Workspace, dossier: Dossier, soort: str, bericht: Mapping[str, object]
) -> list[tuple[str, str]]:
    oordelen = oordeel_over_melding(soort, bericht, stand_in(work, dossier))
    return [(oordeel_in_words(o), f"DUO, {o.regel}") for o in oordelen]


def stand_in(work: Workspace, dossier: Dossier) -> Duostand:
    """What DUO's rules look at in this dossier."""
    besluiten = besluiten_of(dossier)
    eerste = read_date(besluiten[0].dagtekening) if besluiten else None
    regels = work.data.regelwaarden(eerste or work.clock.today())
    klaar = [
        read_date(bericht.get("datumAfrondingZroute"))
        for bericht in duoberichten(dossier)
        if bericht.get("soort") == vormen.ZROUTE.naam
    ]
    return Duostand(
        vandaag=work.clock.today(),
        nee_vooraf=int(str(work.data.regels.waarde("duo.niet_verwijtbaar_vooraf", op=work.clock.today()))),
        doelgroep=str(dossier.get("inburgeraar.doelgroep")),
        besluit=geldende(besluiten)[-1] if besluiten else None,
        termijn=inburgeringstermijn(klokfeiten(dossier), regels),
        zroute_klaar=max((dag for dag in klaar if dag is not None), default=None),
    )


def duoberichten(dossier: Dossier) -> list[Mapping[str, object]]:
    """What was told to and by DUO, in the order in which it was recorded."""
    rijen = (dossier.get(DUOBERICHT.of(rij), {}) for rij in dossier.row_ids(DUOBERICHT.lijst()))
    return [rij for rij in rijen if isinstance(rij, dict)]


def has_duo_termijn(dossier: Dossier) -> bool:
    """Whether DUO set the inburgeringstermijn."""
    return any(dossier.sides(PROCEDURE.of(f"duo_termijn_{deel}")) for deel in ("begin", "einde"))


def _has_cursus(dossier: Dossier) -> bool:
    return any(rij.get("soort") in CURSUS.soorten for _, rij in gevulde_rijen(dossier, UREN))


def _held(dossier: Dossier) -> Besluit:
    """The besluit that holds."""
    besluit = besluit_that_holds(dossier)
    if besluit is None:
        raise KnownError("pip.incomplete", wat=text("stukken.gegevens.eerste_besluit"))
    return besluit


def _refuse_shape(vorm: Berichtvorm, bericht: Mapping[str, object]) -> None:
    fouten = [gebrek_in_words(gebrek) for gebrek in gebreken(vorm, bericht)]
    if fouten:
        raise KnownError("duo.fields", fouten=fouten)


def _refuse(redenen: Iterable[tuple[str, str]]) -> None:
    found = "\n".join(f"- {zin} ({regel})" for zin, regel in redenen)
    if found:
        raise KnownError("pip.duo_rule", wat=found)
