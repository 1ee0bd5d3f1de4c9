"""Everything current about one dossier, in the shape of contract 3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN
from intake_assistant.domain.aanraken.gebaar import Gebaar, gebaren_of
from intake_assistant.domain.antwoord import Antwoord, Staat
from intake_assistant.domain.bsn import mask
from intake_assistant.domain.dossier import Conflict, Dossier, Leaf
from intake_assistant.domain.dubbel.koppeling import koppelingen_of
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import (
    INFORMATIE_DERDE,
    NOTITIE,
    OPROEP,
    PROCEDURE,
    TOESTEMMING,
    VERZOEK,
)
from intake_assistant.domain.overleg.azc import nog_te_bevestigen
from intake_assistant.domain.overleg.opmerking import draden_of
from intake_assistant.domain.overleg.overdracht import overdrachten_of
from intake_assistant.domain.overleg.voorlegging import voorleggingen_of
from intake_assistant.domain.overleg.waarneming import waarnemingen_of
from intake_assistant.domain.recht.besluit import (
    besluiten_of,
    concept_of,
    samenloop_of,
)
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.duo.sturen import duoberichten
from intake_assistant.operations.views.antwoord import (
    antwoord_of,
    gebreken,
    relevantie,
    rijen_of,
    tellingen,
)
from intake_assistant.operations.views.besluit.show_plan import doelen_shown, weging_shown
from intake_assistant.operations.views.dossier.azc import van_het_azc_shown
from intake_assistant.operations.views.dossier.huishouden import huishouden_shown
from intake_assistant.operations.views.dossier.show_pip import pip_shown, samenloop_shown
from intake_assistant.operations.views.dubbel.zoeken import Dubbelzoeker, others_of
from intake_assistant.operations.views.overzicht import Overzicht, all_klokken, list_dossiers, stand_van
from intake_assistant.operations.views.uitvoering.geldlijn import geldlijn_shown
from intake_assistant.operations.views.uitvoering.show import uitvoering_shown
from intake_assistant.operations.views.uitvoering.voortgang import voortgang_shown
from intake_assistant.operations.views.uitvoering.weekplan import weekplan_json
from intake_assistant.operations.views.vandaag.opnieuw import opnieuw_kijken_shown
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch

FORMAAT = 1


@dutch
def show_dossier(work: Workspace, id: str, *, bsn: bool = False) -> dict[str, Any]:
    """The dossier as JSON; the BSN masked unless asked for. KnownError `dossier.not_found`."""
    dossier = work.vault.dossier(id)
    return {
        "formaat": FORMAAT,
        "dossier": id,
        "stand": stand_van(work, dossier),
        "onvolledig": dossier.onvolledig,
        "inburgeraar": _inburgeraar(dossier, bsn),
        "procedure": _procedure(dossier),
        "van_het_azc": van_het_azc_shown(work, dossier),
        "gesprekken": list(_gesprekken(dossier)),
        "startposities": list(_startposities(work, dossier)),
        "antwoorden": _antwoorden(work, dossier),
        "opnieuw_kijken": opnieuw_kijken_shown(work, dossier),
        "notities": {w: dossier.get(NOTITIE.of(w)) for w in sorted(dossier.row_ids(NOTITIE.lijst()))},
        "toestemmingen": list(_toestemmingen(work, dossier)),
        "weging": list(weging_shown(dossier)),
        "beschikking": concept_of(dossier),
        "doelen": doelen_shown(dossier),
        **uitvoering_shown(dossier),
        "weekplan": weekplan_json(work, dossier),
        "geldlijn": geldlijn_shown(work, dossier),
        "verzoek": [
            {"id": rij, **dossier.fields(VERZOEK.of(rij))} for rij in dossier.row_ids(VERZOEK.lijst())
        ],
        "overleg": _overleg(dossier),
        "klokken": [klok_json(klok) for klok in all_klokken(work, dossier)],
        "pip": pip_shown(work, dossier),
        "voortgang": voortgang_shown(work, dossier),
        "conflicten": [conflict_as_json(conflict) for conflict in dossier.conflicts()],
        "juridisch_probleem": samenloop_shown(dossier, samenloop_of(besluiten_of(dossier))),
        "duoberichten": [dict(bericht) for bericht in duoberichten(dossier)],
        "koppelingen": {ander: said.value for ander, said in sorted(koppelingen_of(dossier).items())},
        "huishouden": huishouden_shown(work, dossier),
    }


@dutch
def show_list(work: Workspace) -> list[dict[str, Any]]:
    """All dossiers as JSON; one that is damaged has `beschadigd` for its stage, and the code of the error."""
    lines = list_dossiers(work)
    doubles = [dubbel for dubbel in Dubbelzoeker(work).all() if dubbel.is_open]
    return [{**_line_json(line), "mogelijk_dubbel": others_of(line.dossier, doubles)} for line in lines]


def _line_json(line: Overzicht) -> dict[str, Any]:
    found = {
        "dossier": line.dossier,
        "naam": line.naam,
        "stand": line.stand,
        "regievoerder": line.regievoerder,
        "startposities_open": sum(staat != "klaar" for staat in line.startposities),
        "eerste_klok": klok_json(line.eerste_klok) if line.eerste_klok else None,
        "conflicten": line.conflicten,
        "juridisch_probleem": line.has_samenloop,
    }
    return {**found, "startposities_open": None, "fout": "vault.damaged"} if line.is_beschadigd else found


def klok_json(klok: Klok) -> dict[str, Any]:
    """A clock with ISO dates, in the order of contract.md 3."""
    return {
        "klok": klok.klok, "begin": _iso(klok.begin), "uiterlijk": _iso(klok.uiterlijk),
        "norm_70_dagen": _iso(klok.norm_70_dagen), "stand": klok.stand,
        "gehaald_op": _iso(klok.gehaald_op), "dagen_over": klok.dagen_over,
        "aangenomen": klok.aangenomen, "regel": klok.regel, "uitleg": uitleg_of(klok),
        "besluit": klok.besluit,
    }  # fmt: skip


def _iso(datum: date | None) -> str | None:
    return datum.isoformat() if datum else None


def _inburgeraar(dossier: Dossier, bsn: bool) -> dict[str, Any]:
    found: dict[str, Any] = dict(inburgeraar_of(dossier))
    if found.get("geboortejaar", "").isdecimal():
        found["geboortejaar"] = int(found["geboortejaar"])
    if "bsn" in found:
        found["bsn"] = found["bsn"] if bsn else mask(found["bsn"])
        if (dossier.current("inburgeraar.bsn") or {}).get("gebrek"):
            found["bsn_gebrek"] = "elfproef"
    return found


def _procedure(dossier: Dossier) -> dict[str, Any]:
    found: dict[str, Any] = dossier.fields(PROCEDURE.lijst())
    for kind in (OPROEP, INFORMATIE_DERDE):
        rijen = [dossier.fields(kind.of(rij)) for rij in dossier.row_ids(kind.lijst())]
        if rijen:
            naam = kind.lijst().removeprefix(PROCEDURE.begin())
            found[naam] = [_booleans(rij, "verschenen") for rij in rijen]
    return found


def _overleg(dossier: Dossier) -> dict[str, Any]:
    """Remarks with their answers, what was laid before whom, handing over and standing in."""
    return {
        "opmerkingen": [
            {
                "over": draad.over,
                "afgehandeld": not draad.is_open,
                "gezegd": [
                    {"door": o.door, "op": o.op, "tekst": o.tekst} for o in (draad.eerste, *draad.antwoorden)
                ],
            }
            for draad in draden_of(dossier)
        ],
        "voorgelegd": [asdict(voorlegging) for voorlegging in voorleggingen_of(dossier)],
        "overdrachten": [asdict(overdracht) for overdracht in overdrachten_of(dossier)],
        "waarnemingen": [
            {**asdict(w), "van": _iso(w.van), "tot": _iso(w.tot)} for w in waarnemingen_of(dossier)
        ],
    }


def _booleans(table: dict[str, Any], *namen: str) -> dict[str, Any]:
    return {k: (w == "ja" if k in namen else w) for k, w in table.items()}


def _gesprekken(dossier: Dossier) -> Iterator[dict[str, Any]]:
    gebaren = gebaren_of(dossier)
    for gesprek in gesprekken_of(dossier):
        aangeraakt = [_aangeraakt(gebaar) for gebaar in gebaren if gebaar.gesprek == gesprek.id]
        yield {
            "id": gesprek.id,
            "datum": gesprek.datum,
            "vorm": gesprek.vorm,
            "minuten": gesprek.minuten,
            "taal": gesprek.taal,
            "recht_op_alleen_gewezen": gesprek.recht_op_alleen_gewezen == "ja",
            "aanwezig": [dict(iemand) for _, iemand in gesprek.aanwezig],
            **({"tolkt_nu": gesprek.tolkt_nu} if gesprek.tolkt_nu else {}),
            **({"zonder_tolk": gesprek.zonder_tolk} if gesprek.zonder_tolk else {}),
            "verteld": list(_verteld(gesprek)),
            "sinds_vorige": gesprek.sinds_vorige,
            "nog_zeggen": gesprek.nog_zeggen,
            "samenvatting": gesprek.samenvatting,
            "volgende_afspraak": gesprek.volgende_afspraak,
            "volgende_afspraak_hoe": gesprek.afspraak_hoe,
            **({"aangeraakt": aangeraakt} if aangeraakt else {}),
        }


def _aangeraakt(gebaar: Gebaar) -> dict[str, str]:
    over = {"onderwerp": gebaar.onderwerp} if gebaar.onderwerp else {"vraag": gebaar.over}
    return {**over, "wat": gebaar.wat, "op": gebaar.op}


def _verteld(gesprek: Gesprek) -> Iterator[dict[str, Any]]:
    for onderwerp, begrepen in gesprek.verteld.items():
        mee = gesprek.meegegeven.get(onderwerp)
        yield {
            "onderwerp": onderwerp,
            "begrepen": begrepen,
            **({"materiaal": list(mee)} if mee else {}),
        }


def _startposities(work: Workspace, dossier: Dossier) -> Iterator[dict[str, Any]]:
    for id, telling in tellingen(work, dossier).items():
        yield {
            "id": id,
            "beantwoord": telling.beantwoord,
            "open": telling.open,
            "niet_gevraagd": telling.niet_gevraagd,
            "onbekend": telling.onbekend,
            "wil_niet_zeggen": telling.wil_niet_zeggen,
            **({"achtergehouden": telling.achtergehouden} if telling.achtergehouden else {}),
        }


def _antwoorden(work: Workspace, dossier: Dossier) -> dict[str, Any]:
    judged = relevantie(work, dossier)
    found: dict[str, Any] = {}
    for vraag in work.data.formulieren.vragen.values():
        if vraag.herhaling or vraag.type == "note":
            continue
        antwoord = antwoord_of(work.data.formulieren, dossier, vraag.naam)
        shown = _antwoord(work, antwoord, vraag.naam) if antwoord.touched else {}
        if vraag.type == "begin_repeat":
            rijen = _rijen(work, dossier, vraag.naam)
            shown = {**shown, "rijen": rijen} if rijen or shown else {}
        if shown:
            # An answer that no longer applies is kept and marked: hidden on screen, not printed (design 4).
            found[vraag.naam] = shown if judged.relevant(vraag.naam) else {**shown, "relevant": False}
    return found


def _rijen(work: Workspace, dossier: Dossier, herhaling: str) -> list[dict[str, Any]]:
    rijen = []
    for rij in rijen_of(dossier, herhaling):
        velden = {}
        for vraag in work.data.formulieren.velden_van(herhaling):
            naam = in_row(herhaling, rij, vraag.naam)
            antwoord = dossier.antwoord(naam)
            if antwoord.touched:
                velden[vraag.kort] = _antwoord(work, antwoord, naam)
        rijen.append({"id": rij, "velden": velden})
    return rijen


def _antwoord(work: Workspace, antwoord: Antwoord, naam: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "waarde": antwoord.waarde if antwoord.beantwoord else None,
        "staat": Staat.OPEN.value if antwoord.conflict else antwoord.staat,
        "bron": antwoord.bron,
        "gesprek": antwoord.gesprek,
        "conflict": antwoord.conflict,
        "andere_bronnen": [
            {"waarde": a.waarde, "bron": a.bron, "staat": a.staat} for a in antwoord.andere_bronnen
        ],
    }
    extra = _booleans(dict(antwoord.extra), "volgende_keer", AANGEWEZEN)
    found = [gebrek.code for gebrek in gebreken(work, naam, antwoord)]
    bevestigen = {"nog_bevestigen": True} if nog_te_bevestigen(antwoord) else {}
    return {**shown, **extra, **bevestigen, **({"gebreken": found} if found else {})}


def _toestemmingen(work: Workspace, dossier: Dossier) -> Iterator[dict[str, Any]]:
    for id, toestemming in toestemmingen_of(dossier):
        intrekking = dossier.get(TOESTEMMING.of(id, "intrekking"), {})
        whole = {**dossier.get(TOESTEMMING.of(id), {}), **intrekking}
        # For the judgement and the proof alone: what stood in a startpositie that day, what was read.
        whole = {naam: waarde for naam, waarde in whole.items() if naam not in ("omvat", "voorgelezen")}
        yield {
            "id": id,
            **_booleans(whole, "gegeven", "uitdrukkelijk", "vrije_keuze_uitgelegd"),
            "stand": toestemming.stand(work.clock.today()),
        }


def conflict_as_json(conflict: Conflict) -> dict[str, Any]:
    """Both sides of a conflict (contract 3)."""
    return {"onderwerp": conflict.subject, "waarden": [_side(leaf) for leaf in conflict.leaves]}


def _side(leaf: Leaf) -> dict[str, Any]:
    value = leaf.value or {}
    return {
        "waarde": value.get("waarde"),
        "staat": value.get("staat", ""),
        "wie": leaf.author,
        "apparaat": leaf.device,
        "gesprek": leaf.gesprek,
        "vastgelegd_op": leaf.vastgelegd_op,
        "entry": leaf.id,
    }
