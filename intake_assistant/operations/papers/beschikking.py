"""The beschikking in the making, or as it was set, as the letter prints it: by field, each with its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from intake_assistant.dates import in_words, read_date
from intake_assistant.documents.pip.gegevens import (
    Aftrek,
    Beschikking,
    Intensiteit,
    Ondertekenaar,
    PwBesluit,
    Zroute,
)
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.grenzen import onmogelijke_getallen
from intake_assistant.domain.recht.leerroute import find_waarde
from intake_assistant.operations.papers.brief.artikel import artikel_in_full
from intake_assistant.texts import text

_TEKSTEN: Final = (
    "onvolledig_reden",
    "leerroute",
    "niveau",
    "alfabetiseringsonderwijs",
    "motivering",
    "zienswijze",
    "motivering_afwijking_lbt",
    "motivering_onderwijsroute",
    "voortgang",
)
_GETALLEN: Final = ("pvt_uren", "map_uren", "voortgangsgesprekken", "geschatte_intensiteit_b1_route")


def read_beschikking(concept: Mapping[str, Any]) -> Beschikking:
    """The beschikking field by field, without the numbers that cannot be."""
    concept = _possible(concept)
    vve = concept.get("vve", "")
    plain: dict[str, Any] = {naam: str(concept.get(naam, "")) for naam in _TEKSTEN}
    plain |= {naam: whole_number(concept.get(naam)) for naam in _GETALLEN}
    return Beschikking(
        **plain,
        dagtekening=read_date(concept.get("dagtekening")),
        ondertekenaar=Ondertekenaar(**_part(concept, "ondertekenaar", "naam functie mandaat")),
        niveau_per_onderdeel=_part(concept, "niveau_per_onderdeel", "lezen luisteren schrijven spreken"),
        intensiteit=_intensiteit(concept),
        mag_opleiding_afmaken=concept.get("mag_opleiding_afmaken") == "ja",
        ondersteuning=_texts(concept.get("ondersteuning")),
        participatiewet=tuple(_pw_besluiten(concept.get("participatiewet"))),
        geen_zienswijze=str(find_waarde(concept, "zienswijze.geen") or ""),
        vve=vve if isinstance(vve, str) else "",
        vve_nvt=str(find_waarde(concept, "vve.nvt") or ""),
        zroute=_zroute(concept),
        aftrek=tuple(_aftrek(concept.get("aftrek"))),
    )


def _part(concept: Mapping[str, Any], naam: str, delen: str) -> dict[str, Any]:
    """What was filled in of a field with parts."""
    found = {deel: find_waarde(concept, f"{naam}.{deel}") for deel in delen.split()}
    return {deel: waarde for deel, waarde in found.items() if waarde not in (None, "")}


def _intensiteit(concept: Mapping[str, Any]) -> Intensiteit | None:
    found = _part(concept, "intensiteit", "uren_per_week weken toelichting")
    if "uren_per_week" in found:
        uren = number_of(concept, "intensiteit.uren_per_week")
        found["uren_per_week"] = uren if uren > 0 else None
    return Intensiteit(**found) if found else None


def _zroute(concept: Mapping[str, Any]) -> Zroute:
    found = _part(concept, "zroute", "cursusuren participatie_uren examenwens")
    if "examenwens" in found:
        found["examenwens"] = {"ja": True, "nee": False}.get(str(found["examenwens"]))
    return Zroute(**found)


def _aftrek(waarde: object) -> Iterator[Aftrek]:
    for rij in waarde if isinstance(waarde, list | tuple) else ():
        if isinstance(rij, Mapping) and (uren := number_of(rij, "uren")) > 0:
            soort, waarom = str(rij.get("soort") or ""), str(rij.get("waarom") or "")
            artikel = artikel_in_full(str(rij.get("artikel") or ""))
            yield Aftrek(soort=soort, uren=uren, artikel=artikel, waarom=waarom)


def _pw_besluiten(waarde: object) -> Iterator[PwBesluit]:
    """Each besluit of the Participatiewet in words: what, of which day, its kenmerk and article."""
    for rij in waarde if isinstance(waarde, list | tuple) else ():
        if not isinstance(rij, Mapping):
            yield PwBesluit(str(rij))
            continue
        delen = [str(rij.get("besluit", ""))]
        if dag := read_date(rij.get("datum")):
            delen.append(text("stukken.gegevens.pw_datum", datum=in_words(dag)))
        if kenmerk := rij.get("kenmerk"):
            delen.append(text("stukken.gegevens.pw_kenmerk", kenmerk=kenmerk))
        if artikel := rij.get("artikel"):
            delen.append(f"({artikel_in_full(str(artikel))})")
        yield PwBesluit(" ".join(delen), bijgevoegd=bool(rij.get("bestand")))


def _possible(concept: Mapping[str, Any]) -> dict[str, Any]:
    """Without the numbers that cannot be: they stand in the dossier as they were typed, and in no letter."""
    onmogelijk = onmogelijke_getallen(concept)
    return {sleutel: waarde for sleutel, waarde in concept.items() if sleutel not in onmogelijk}


def whole_number(waarde: object) -> int | None:
    """A number that can be printed; None for another value."""
    return waarde if isinstance(waarde, int) else None


def _texts(waarde: object) -> tuple[str, ...]:
    if isinstance(waarde, str):
        return tuple(filter(None, (regel.strip() for regel in waarde.splitlines())))
    return tuple(str(deel) for deel in waarde) if isinstance(waarde, list | tuple) else ()
