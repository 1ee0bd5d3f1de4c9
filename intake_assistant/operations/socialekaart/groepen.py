"""The groups and modules of the sociale kaart: the second sheet of its workbook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Final

from intake_assistant.documents.team.werkboek import Kolom, Tabblad
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.team.groepsles import DAGEN, MOMENTEN, Groepsles
from intake_assistant.operations.words.onderwerp import TALEN
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

INSTELLING: Final = "sociale_kaart.groepen"
BREED: Final = {
    "naam": 30, "organisatie": 30, "taal": 16, "leerroute": 14, "niveau": 12, "dagen": 28, "momenten": 24,
    "vrouwen": 16, "plaatsen": 12,
}  # fmt: skip


def groepslessen_of(work: Workspace) -> tuple[Groepsles, ...]:
    """The groups that were read last, in the order of the sheet."""
    kept = work.vault.setting(INSTELLING)
    found = json.loads(kept) if kept else []
    return tuple(
        Groepsles(**{**rij, "dagen": tuple(rij["dagen"]), "momenten": tuple(rij["momenten"])})
        for rij in found
    )


def as_kept(lessen: Iterable[Groepsles]) -> str:
    """The groups as they are kept beside the entries."""
    return json.dumps([asdict(les) for les in lessen], ensure_ascii=False)


@dutch
def groepsles_from(work: Workspace, rij: Mapping[str, str]) -> Groepsles:
    """One row of the sheet; a language or a day by its name as the forms have it."""
    vragen = work.data.formulieren.vragen
    route = {text(f"geschiedenis.leerroute.{r}").casefold(): r.value for r in Leerroute}
    gezegd = rij.get("leerroute", "")
    aantal = rij.get("plaatsen", "")
    return Groepsles(
        naam=rij["naam"],
        organisatie=rij.get("organisatie", ""),
        taal=next(iter(_codes(vragen[TALEN], rij.get("taal", ""))), ""),
        leerroute=route.get(gezegd.casefold(), gezegd.upper() if gezegd.upper() in tuple(Leerroute) else ""),
        niveau=rij.get("niveau", ""),
        dagen=_codes(vragen[DAGEN], rij.get("dagen", "")),
        momenten=_codes(vragen[MOMENTEN], rij.get("momenten", "")),
        vrouwen=rij.get("vrouwen", "").casefold() == text("uitvoering.kaart.ja"),
        plaatsen=int(aantal) if aantal.isdecimal() else 0,
    )


@dutch
def groepen_blad(work: Workspace) -> Tabblad:
    """The same as a sheet; with its heads alone while nothing is known."""
    kolommen = tuple(Kolom(text(f"uitvoering.kaart.groep_{naam}"), breed) for naam, breed in BREED.items())
    rijen = tuple(_cells(work, les) for les in groepslessen_of(work))
    return Tabblad(text("uitvoering.kaart.groepen"), "", kolommen, rijen)


def _cells(work: Workspace, les: Groepsles) -> tuple[str | int, ...]:
    vragen = work.data.formulieren.vragen
    return (
        les.naam,
        les.organisatie,
        vragen[TALEN].keuzelabel(les.taal) if les.taal else "",
        text(f"geschiedenis.leerroute.{les.leerroute}") if les.leerroute else "",
        les.niveau,
        ", ".join(map(vragen[DAGEN].keuzelabel, les.dagen)),
        ", ".join(map(vragen[MOMENTEN].keuzelabel, les.momenten)),
        text("uitvoering.kaart.ja") if les.vrouwen else "",
        les.plaatsen or "",
    )


def _codes(vraag: Vraag, gezegd: str) -> tuple[str, ...]:
    """The codes of what was written: by name or by code, with or without an 's before it."""
    namen = {_bare(naam): keuze.naam for keuze in vraag.keuzes for naam in (keuze.naam, keuze.label)}
    return tuple(namen[_bare(deel)] for deel in gezegd.split(",") if _bare(deel) in namen)


def _bare(naam: str) -> str:
    return naam.strip().casefold().removeprefix("'s ").removeprefix("’s ").removesuffix("s")
