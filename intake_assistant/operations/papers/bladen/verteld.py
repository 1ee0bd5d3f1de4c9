"""From a conversation to the page that the person takes home of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.gegevens import VerteldGegevens, VerteldOnderwerp
from intake_assistant.documents.pip.verteld import build_verteld
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.kinds import GESPREK
from intake_assistant.domain.recht.gesprek import BEGREPEN, Gesprek, gesprekken_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.gegevens import wandplan_gegevens
from intake_assistant.operations.vault.beleid import may_print_unchecked
from intake_assistant.operations.views.vertellen import alle_onderwerpen
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Vertaling, form_text


def laatst_afgerond(dossier: Dossier) -> Gesprek | None:
    """The conversation that the page is of: the last that was rounded off; None without one."""
    gehouden = [g for g in gesprekken_of(dossier) if g.dag and (g.afgerond or g.verteld)]
    return gehouden[-1] if gehouden else None


@dutch
def verteld_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The page as a document; KnownError `pip.no_talk` before the first conversation."""
    taal = inburgeraar_of(dossier).get("leestaal", "")
    return _make(work, dossier, taal)


@dutch
def verteld_dutch(work: Workspace, dossier: Dossier) -> Stuk:
    """The page with all of it in Dutch: a translation stands beside that."""
    return _make(work, dossier, SOURCE)


def _make(work: Workspace, dossier: Dossier, taal: str) -> Stuk:
    gesprek = laatst_afgerond(dossier)
    if gesprek is None or gesprek.dag is None:
        raise KnownError("pip.no_talk")
    gegevens = VerteldGegevens(
        wand=wandplan_gegevens(work, dossier),
        gesprek=gesprek.dag,
        # What was not read aloud yet is still the regievoerder's own.
        samenvatting=gesprek.samenvatting if _is_said(dossier, gesprek) else "",
        onderwerpen=tuple(_onderwerpen(work, gesprek, taal or gesprek.taal)),
    )
    return build_verteld(gegevens, work.data.teksten)


def _is_said(dossier: Dossier, gesprek: Gesprek) -> bool:
    return bool(dossier.get(GESPREK.of(gesprek.id, "samenvatting_verteld")) == "ja")


def _onderwerpen(work: Workspace, gesprek: Gesprek, gelezen: str) -> Iterator[VerteldOnderwerp]:
    bekend = {onderwerp.id: onderwerp for onderwerp in alle_onderwerpen(work)}
    taal = taal_van(gelezen).code
    for id, begrepen in gesprek.verteld.items():
        if onderwerp := bekend.get(id):
            yield replace(
                _in_taal(work, onderwerp, taal),
                nog_eens=begrepen != BEGREPEN[0],
                meer=gesprek.meegegeven.get(id, ()),
            )


def _in_taal(work: Workspace, onderwerp: Informatieonderwerp, taal: str) -> VerteldOnderwerp:
    """The topic in the reading language, where its text exists and may be printed; else in Dutch."""
    gevonden = form_text(taal, f"informatie.{onderwerp.id}/tekst", onderwerp.tekst)
    if not _may_print(work, gevonden):
        return VerteldOnderwerp(onderwerp.titel, onderwerp.tekst)
    titel = form_text(taal, f"informatie.{onderwerp.id}/titel", onderwerp.titel)
    return VerteldOnderwerp(titel.tekst, gevonden.tekst, "" if taal == SOURCE else taal_van(taal).tag)


def _may_print(work: Workspace, vertaling: Vertaling) -> bool:
    if vertaling.stand == "gecontroleerd":
        return True
    return vertaling.stand == "ongecontroleerd" and may_print_unchecked(work)
