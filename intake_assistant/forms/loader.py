"""Loads forms/startposities/*.toml, strictly: every mistake of every file at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake_assistant.domain.formulier import NOTITIE, Formulieren, Groep, Keuze, Startpositie, Vraag
from intake_assistant.forms.controle import ExpressionCheck, check_kringen
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, check_leeg, read_toml, tables_of
from intake_assistant.forms.keuzelijsten import read_keuzelijsten
from intake_assistant.forms.opbouw import Opbouw
from intake_assistant.forms.rijen import EINDE, Rij, check_naam, read_keuzes, read_rij, see_guidance

MAP = "startposities"
BESTANDSNAAM = re.compile(r"([0-9]{2})_([a-z][a-z0-9_]*)\.toml")
BEELDEN = "beelden"
_TABELLEN: dict[str, type | tuple[type, ...]] = {
    "settings": dict, "survey": list, "choices": list, "renamed": dict,
}  # fmt: skip
_SETTINGS: dict[str, type | tuple[type, ...]] = {
    "form_id": str, "form_title": str, "merk": str, "version": str, "doel": str, "volgorde": int,
    "retired": list,
}  # fmt: skip


@dataclass
class _Stapel:
    """What the files read so far hold together: mistakes, shared lists, and where each name stands."""

    fouten: Fouten
    lijsten: Mapping[str, tuple[Keuze, ...]]
    beelden: frozenset[str]
    startposities: list[Startpositie] = field(default_factory=list)
    plaatsen: dict[str, Plaats] = field(default_factory=dict)


def load_formulieren(forms_dir: Path) -> Formulieren:
    """Return all startposities of a folder of forms; KnownError form.invalid with every mistake."""
    fouten = Fouten()
    stapel = _Stapel(fouten, read_keuzelijsten(forms_dir, fouten), _beelden(forms_dir))
    bestanden = sorted((forms_dir / MAP).glob("*.toml"))
    for pad in bestanden:
        _read_startpositie(pad, stapel)
    if not bestanden:
        fouten.meld(Plaats(MAP), "bestand_ontbreekt", MAP)
    formulieren = Formulieren(tuple(stapel.startposities))
    _check_samen(formulieren, stapel)
    fouten.raise_if_any()
    return formulieren


def _beelden(forms_dir: Path) -> frozenset[str]:
    """The names of the pictures that ship with the forms, without the ending of their files."""
    return frozenset(pad.stem for pad in (forms_dir / BEELDEN).glob("*.*"))


def _read_startpositie(pad: Path, stapel: _Stapel) -> None:
    inhoud = read_toml(pad, stapel.fouten)
    if inhoud is None:
        return
    tabellen = check_kolommen(inhoud, _TABELLEN, Plaats(pad.name), stapel.fouten)
    settings = _read_settings(tabellen.get("settings", {}), pad.name, stapel.fouten)
    eigen = read_keuzes(tabellen, pad.name, stapel.fouten)
    for lijst in eigen.keys() & stapel.lijsten.keys():
        stapel.fouten.meld(Plaats(pad.name, "choices"), "lijst_dubbel", lijst)
    opbouw = Opbouw({**stapel.lijsten, **eigen}, stapel.fouten)
    renamed = check_kolommen(
        tabellen.get("renamed", {}),
        dict.fromkeys(tabellen.get("renamed", {}), str),
        Plaats(pad.name, "renamed"),
        stapel.fouten,
    )
    rijen = _read_rijen(tabellen, settings.get("form_id", ""), pad.name, stapel)
    opbouw.add_all(rijen)
    stapel.startposities.append(_make_startpositie(pad, settings, renamed, opbouw))


def _make_startpositie(
    pad: Path, settings: dict[str, Any], renamed: dict[str, str], opbouw: Opbouw
) -> Startpositie:
    naam, form_id = BESTANDSNAAM.fullmatch(pad.name), settings.get("form_id", "")
    if naam is None or naam[2] != form_id:
        opbouw.fouten.meld(Plaats(pad.name), "bestandsnaam", pad.name, f"01_{form_id}.toml")
    nummer = int(naam[1]) if naam else 0
    return Startpositie(
        id=form_id, titel=settings.get("form_title", ""),
        merk=settings.get("merk", settings.get("form_title", ""))[:2], doel=settings.get("doel", ""),
        versie=settings.get("version", ""), nummer=nummer,
        volgorde=settings.get("volgorde", nummer), vragen=opbouw.vragen,
        paginas=tuple(opbouw.paginas.values()), groepen=opbouw.groepen, renamed=renamed,
        retired=frozenset(settings.get("retired", [])),
    )  # fmt: skip


def _read_settings(ruw: dict[str, Any], bestand: str, fouten: Fouten) -> dict[str, Any]:
    plaats = Plaats(bestand, "settings")
    settings = check_kolommen(ruw, _SETTINGS, plaats, fouten)
    check_leeg(settings, plaats, fouten)
    for kolom in ("form_id", "form_title", "version", "doel"):
        if kolom not in settings:
            fouten.meld(plaats, "ontbreekt", kolom)
    if not all(isinstance(naam, str) for naam in settings.get("retired", [])):
        fouten.meld(plaats, "kolom_type", f"retired = {settings.pop('retired')}")
    return settings


def _read_rijen(tabellen: dict[str, Any], form_id: str, bestand: str, stapel: _Stapel) -> list[Rij]:
    rijen: list[Rij] = []
    for ruw, plaats in tables_of(tabellen, "survey", "name", bestand, stapel.fouten):
        rij = read_rij(ruw, plaats, stapel.fouten)
        if rij is None:
            continue
        rijen.append(see_guidance(rij, stapel.beelden, stapel.fouten))
        if rij.soort not in EINDE:
            check_naam(rij.naam, form_id, plaats, stapel.fouten)
            _register(rij.naam, plaats, stapel)
    if not rijen or rijen[0].soort != NOTITIE or rijen[0].naam != f"{form_id}.opening":
        eerste = rijen[0].naam if rijen else ""
        stapel.fouten.meld(Plaats(bestand, "survey", 1), "opening", eerste, f"{form_id}.opening")
    return rijen


def _register(naam: str, plaats: Plaats, stapel: _Stapel) -> None:
    eerder = stapel.plaatsen.setdefault(naam, plaats)
    # The same name twice in one file is reported where the file is built up.
    if eerder.bestand != plaats.bestand:
        stapel.fouten.meld(plaats, "dubbel", f"{naam} ({eerder.bestand})")


def _check_samen(formulieren: Formulieren, stapel: _Stapel) -> None:
    dingen: dict[str, Vraag | Groep] = {**formulieren.groepen, **formulieren.vragen}
    controle = ExpressionCheck(formulieren.vragen, stapel.plaatsen, stapel.fouten)
    for ding in dingen.values():
        controle.check(ding)
    check_kringen(dingen, stapel.plaatsen, stapel.fouten)
    bestanden = {plaats.naam.partition(".")[0]: plaats.bestand for plaats in stapel.plaatsen.values()}
    _check_ook_in(formulieren, stapel)
    for startpositie in formulieren.startposities:
        _check_oud(startpositie, formulieren, bestanden.get(startpositie.id, startpositie.id), stapel.fouten)


def _check_ook_in(formulieren: Formulieren, stapel: _Stapel) -> None:
    """Report an answer that serves elsewhere too, where that is nowhere or is asked aloud as well."""
    for vraag in formulieren.vragen.values():
        for naam in vraag.ook_in:
            plaats, elders = stapel.plaatsen[vraag.naam], formulieren.vragen.get(naam)
            if elders is None:
                stapel.fouten.meld_onbekend(plaats, "verwijzing", naam, formulieren.vragen)
            elif elders.read_aloud or naam == vraag.naam:
                stapel.fouten.meld(plaats, "twee_keer_gevraagd", naam)


def _check_oud(startpositie: Startpositie, formulieren: Formulieren, bestand: str, fouten: Fouten) -> None:
    """Report old names that still live, and new names that are nowhere."""
    bekend = formulieren.vragen.keys() | formulieren.retired | formulieren.renamed.keys()
    for oud, nieuw in startpositie.renamed.items():
        plaats = Plaats(bestand, "renamed", 0, oud)
        if nieuw not in bekend or _circles(oud, formulieren.renamed):
            fouten.meld_onbekend(plaats, "hernoemd_naar_niets", str(nieuw), formulieren.vragen)
        if oud in formulieren.vragen:
            fouten.meld(plaats, "oud_en_levend", oud)
    for naam in startpositie.retired & (formulieren.vragen.keys() | formulieren.renamed.keys()):
        fouten.meld(Plaats(bestand, "settings", 0, naam), "oud_en_levend", naam)


def _circles(naam: str, renamed: Mapping[str, str]) -> bool:
    gezien = {naam}
    while naam in renamed:
        naam = renamed[naam]
        if naam in gezien:
            return True
        gezien.add(naam)
    return False
