"""The PIP of one dossier in the shape of contract 3: concept, besluiten, term, DUO, samenloop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import (
    BESLUIT,
)
from intake_assistant.domain.recht.besluit import (
    Besluit,
    Samenloop,
    besluiten_of,
    concept_of,
    dagtekening_eerste_pip,
    planversies_of,
)
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.inburgeringstermijn import inburgeringstermijn
from intake_assistant.domain.recht.oordeel.niveau import laagste_niveau
from intake_assistant.operations.duo.sturen import duo_refuses
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.operations.views.besluit.show_controle import controle_shown, wijziging_shown
from intake_assistant.operations.words.controle import (
    breuk_in_words,
    duoregel_in_words,
)
from intake_assistant.operations.words.samenloop import samenloop_in_words
from intake_assistant.operations.workspace import Workspace


def pip_shown(work: Workspace, dossier: Dossier) -> dict[str, Any]:
    """How the PIP stands: concept or besluit, each besluit, its term, and what DUO has of it."""
    besluiten, concept = besluiten_of(dossier), concept_of(dossier)
    versies = planversies_of(dossier)
    inhoud = dict(besluiten[-1].inhoud) if besluiten else concept
    eerste = dagtekening_eerste_pip(dossier)
    return {
        "stand": "vastgesteld" if besluiten else ("concept" if concept else "geen"),
        "besluit": besluiten[-1].nummer if besluiten else None,
        "dagtekening": besluiten[-1].dagtekening if besluiten else None,
        "dagtekening_eerste_pip": eerste.isoformat() if eerste else None,
        "leerroute": inhoud.get("leerroute"),
        "niveau": laagste_niveau(inhoud) or None,
        "besluiten": [_besluit(dossier, besluit) for besluit in besluiten],
        "inburgeringstermijn": _termijn(work, dossier),
        "duo": _duo(dossier, besluiten),
        "ontwikkelplan_versie": versies[-1].nummer if versies else 0,
        **controle_shown(work, dossier, concept, besluiten),
        "wijziging": wijziging_shown(work, dossier),
    }


def _besluit(dossier: Dossier, besluit: Besluit) -> dict[str, Any]:
    hoe = bekendmaking_of(dossier, besluit)
    return {
        "nummer": besluit.nummer,
        "grond": besluit.grond,
        "dagtekening": besluit.dagtekening,
        "bekendgemaakt_op": besluit.bekendgemaakt_op,
        "bekendmaking": {
            "wijze": hoe.wijze,
            "uitgelegd_aan": hoe.uitgelegd_aan,
            "taal": hoe.taal,
            "tolk": hoe.tolk,
            "kopie": hoe.kopie,
            "besproken_op": hoe.gezien_op and hoe.gezien_op.isoformat(),
            "getekend": bool(hoe.getekend),
        },
        "leerroute": besluit.leerroute,
        "sha256": besluit.bestanden.get("pdf", ""),
        "let_op": [dict(rij) for rij in besluit.let_op],
    }


def _termijn(work: Workspace, dossier: Dossier) -> dict[str, Any] | None:
    besluiten = besluiten_of(dossier)
    op = (read_date(besluiten[0].dagtekening) if besluiten else None) or work.clock.today()
    feiten, regels = klokfeiten(dossier), work.data.regelwaarden(op)
    termijn = inburgeringstermijn(feiten, regels)
    if termijn is None:
        return None
    found: dict[str, Any] = {"begin": _iso(termijn.begin), "einde": _iso(termijn.einde), "bron": termijn.bron}
    eigen = inburgeringstermijn(replace(feiten, duo_termijn_begin=None, duo_termijn_einde=None), regels)
    if termijn.bron == "duo":  # DUO's goes before, and what was reckoned here stays to be seen
        found["berekend"] = {"begin": _iso(eigen.begin), "einde": _iso(eigen.einde)} if eigen else None
    return found


def _duo(dossier: Dossier, besluiten: list[Besluit]) -> dict[str, Any] | None:
    """Whether DUO has the besluit that was set last, and by which rules it would refuse it now."""
    if not besluiten:
        return None
    laatste = besluiten[-1]
    dagen = {
        naam: dossier.get(BESLUIT.of(laatste.id, f"duo_{naam}")) or None
        for naam in ("geregistreerd_op", "verwijderd_op")
    }
    breuken = duo_refuses(dossier, laatste)
    weigert = [{"regel": duoregel_in_words(b), "wat": breuk_in_words(b), "vraag": b.vraag} for b in breuken]
    return {**dagen, "weigert": weigert}


def samenloop_shown(dossier: Dossier, samenloop: Samenloop | None) -> dict[str, Any] | None:
    """Besluiten that hold at once: what is the matter, by which article, and what can be done."""
    if samenloop is None:
        return None
    return {
        "soort": samenloop.soort,
        "regel": samenloop.regel,
        "besluiten": [{"id": besluit.id, **_besluit(dossier, besluit)} for besluit in samenloop.besluiten],
        "uitleg": samenloop_in_words(samenloop),
    }


def _iso(datum: date | None) -> str | None:
    return datum.isoformat() if datum else None
