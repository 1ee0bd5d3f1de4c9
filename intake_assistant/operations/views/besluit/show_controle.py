"""What stands between a concept and vaststellen, as `show` writes it (contract 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import EERSTE, Besluit
from intake_assistant.domain.recht.oordeel.oordeel import Soort
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.operations.views.besluit.controle import Controle, check_concept
from intake_assistant.operations.words.controle import element_in_words, oordeel_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def controle_shown(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], besluiten: Sequence[Besluit]
) -> dict[str, list[dict[str, str]]]:
    """Of the first PIP; nothing stands in the way of one that was set."""
    if besluiten:
        return {"ontbreekt": [], "verboden": [], "let_op": []}
    return _controle(work, dossier, concept, EERSTE)


def wijziging_shown(work: Workspace, dossier: Dossier) -> dict[str, Any] | None:
    """The later besluit in the making: its ground, what is said in it, and what stands in its way."""
    wijziging = open_wijziging(dossier)
    if wijziging is None:
        return None
    return {
        "grond": wijziging.grond,
        "velden": dict(wijziging.velden),
        **_controle(work, dossier, wijziging.inhoud(dossier), wijziging.grond),
    }


def _controle(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str
) -> dict[str, list[dict[str, str]]]:
    """What a concept lacks, what an article forbids in it, and what is only unwise; each with its article."""
    controle = check_concept(work, dossier, concept, grond)
    ongewogen = [
        {
            "regel": "Awb 3:46",
            "wat": text("stukken.gegevens.weging_van", leerroute=text(f"recht.leerroute.{route}")),
            "vraag": f"weging.{route}",
        }
        for route in controle.niet_gewogen
    ]
    missing = [{"regel": e.regel, "wat": element_in_words(e), "vraag": e.vraag} for e in controle.ontbreekt]
    return {
        "ontbreekt": [*missing, *ongewogen, *_oordelen(controle, Soort.ONTBREEKT)],
        "verboden": _oordelen(controle, Soort.VERBODEN),
        "let_op": _oordelen(controle, Soort.LET_OP),
    }


def _oordelen(controle: Controle, soort: Soort) -> list[dict[str, str]]:
    found = [o for o in controle.oordelen if o.soort is soort]
    return [{"regel": o.regel, "wat": oordeel_in_words(o), "vraag": o.vraag} for o in found]
