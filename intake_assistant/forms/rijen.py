"""The rows of one form file: which columns there are, what each type needs, what a row becomes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from intake_assistant.domain.formulier import (
    GESPREKKEN,
    HERHALING,
    KORT_BEWAARD,
    LEESTEKST,
    LIJSTTYPEN,
    NOTITIE,
    PLEKKEN,
    VELDTYPEN,
    Groep,
    Keuze,
    Vraag,
)
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, check_leeg, flatten, tables_of
from intake_assistant.forms.zinnen import BAKJES, PORTRET, read_zinnen

BEGIN_GROEP = "begin_group"
EINDE_HERHALING = "end_repeat"
EINDE = {"end_group": BEGIN_GROEP, EINDE_HERHALING: HERHALING}
TYPEN = VELDTYPEN | {NOTITIE, HERHALING, BEGIN_GROEP} | EINDE.keys()
BLADZIJDE = "field-list"

KOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "type": str, "name": str, "label": str, "hint": str, "guidance_hint": str, "relevant": str,
    "required": bool, "constraint": str, "constraint_message": str, "appearance": str,
    "default": (str, int), "parameters": str, "media.image": str, "media.audio": str,
    "pip.sensitivity": int, "pip.bijzonder": str, "pip.from_gesprek": int, "pip.read_aloud": bool,
    "pip.gezegd": str, "pip.grondslag": str, "pip.deel": str, "pip.art15": str,
    "pip.plek": str, "pip.zin": str, "pip.zinnen": str, "pip.bewaren": str, "pip.derden": bool,
    "pip.vervallen": bool, "pip.hint_eerst": bool, "pip.ook_in": str,
    "pip.portret": str, "pip.portret_zin": str, "pip.portret_zinnen": str,
    "pip.bakje": str, "pip.samenvatting": str,
}  # fmt: skip
KEUZEKOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "list_name": str, "name": str, "label": str, "media.image": str, "vervallen": bool,
}  # fmt: skip
_VERPLICHT = ("label", "guidance_hint", "pip.sensitivity", "pip.from_gesprek", "pip.read_aloud")
_WAARDEN: dict[str, tuple[object, ...]] = {
    "pip.sensitivity": (0, 1, 2),
    "pip.from_gesprek": GESPREKKEN,
    "pip.bijzonder": ("gezondheid", "veiligheid"),
    "pip.deel": ("beschikking", "ontwikkelplan", "beide"),
    "pip.plek": PLEKKEN,
    "pip.bewaren": KORT_BEWAARD,
    "pip.portret": PORTRET,
    "pip.bakje": BAKJES,
}
_APPEARANCE = (
    "multiline",
    "minimal",
    "likert",
    "quick",
    "autocomplete",
    "numbers",
    "year",
    "month-year",
    LEESTEKST,
)
_NAAM = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_PARAMETER = re.compile(r"(start|end|step)=(-?[0-9]{1,4})")
_LANGSTE_VOORWAARDE = 2000
_GIDS = "guidance_hint"
# A line about a picture names it, and waits until it ships with the forms.
_MET_BEELD = re.compile(r"\[beeld(?: ([a-z][a-z0-9_]*))?\] *(.*)")


@dataclass(frozen=True)
class Rij:
    """One row of a survey with its place, its type apart from its list, and its columns."""

    plaats: Plaats
    soort: str
    lijst: str
    kolommen: Mapping[str, Any]

    @property
    def naam(self) -> str:
        """Return the name of the row, empty for the end of a group."""
        return str(self.kolommen.get("name", ""))

    def tekst(self, kolom: str) -> str:
        """Return a column as text, empty when it is not filled."""
        return str(self.kolommen.get(kolom, ""))


def read_rij(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Rij | None:
    """Return a row after checking its columns, None when its type is unknown."""
    kolommen = check_kolommen(flatten(ruw), KOLOMMEN, plaats, fouten)
    check_leeg(kolommen, plaats, fouten)
    for kolom in ("relevant", "constraint"):
        if len(str(kolommen.get(kolom, ""))) > _LANGSTE_VOORWAARDE:
            fouten.meld(plaats, "voorwaarde_lang", kolom)
            del kolommen[kolom]
    soort, _, lijst = str(kolommen.get("type", "")).partition(" ")
    if soort not in TYPEN:
        fouten.meld_onbekend(plaats, "type", soort, TYPEN)
        return None
    if bool(lijst) != (soort in LIJSTTYPEN):
        fouten.meld(plaats, "type_lijst", kolommen["type"])
    rij = Rij(plaats, soort, lijst.strip(), kolommen)
    _check_waarden(rij, fouten)
    if soort in VELDTYPEN:
        _check_veld(rij, fouten)
    elif soort in (NOTITIE, HERHALING) and not rij.tekst("label"):
        fouten.meld(plaats, "ontbreekt", "label")
    return rij


def check_naam(naam: str, startpositie: str, plaats: Plaats, fouten: Fouten) -> None:
    """Report a name that is no name, or that does not begin with its startpositie."""
    if not naam:
        fouten.meld(plaats, "ontbreekt", "name")
    elif not _NAAM.fullmatch(naam) or not naam.startswith(startpositie + "."):
        fouten.meld(plaats, "naam", naam, f"{startpositie}.{naam.rpartition('.')[2]}")


def _check_waarden(rij: Rij, fouten: Fouten) -> None:
    for kolom, mogelijk in _WAARDEN.items():
        if kolom in rij.kolommen and rij.kolommen[kolom] not in mogelijk:
            fouten.meld(rij.plaats, "kolom_waarde", f"{kolom} = {rij.kolommen[kolom]}", _opsomming(mogelijk))
    mogelijk = (BLADZIJDE,) if rij.soort == BEGIN_GROEP else _APPEARANCE
    if rij.tekst("appearance") not in ("", *mogelijk):
        fouten.meld_onbekend(rij.plaats, "appearance", rij.tekst("appearance"), mogelijk)


def _opsomming(mogelijk: tuple[object, ...]) -> str:
    return ", ".join(str(waarde) for waarde in mogelijk)


def _check_veld(rij: Rij, fouten: Fouten) -> None:
    for kolom in _VERPLICHT:
        if rij.tekst(kolom) == "":
            fouten.meld(rij.plaats, "ontbreekt", kolom)
    if not rij.tekst("pip.grondslag") and not rij.tekst("pip.deel"):
        fouten.meld(rij.plaats, "zonder_doel", rij.naam)
    if rij.kolommen.get("pip.vervallen") and rij.kolommen.get("pip.read_aloud"):
        fouten.meld(rij.plaats, "vervallen_gesproken", rij.naam)
    if rij.tekst("constraint") and not rij.tekst("constraint_message"):
        fouten.meld(rij.plaats, "ontbreekt", "constraint_message")
    if (rij.soort == "range") != bool(rij.tekst("parameters")) or parameters(rij) is None:
        fouten.meld(rij.plaats, "parameters", rij.tekst("parameters"), "start=1 end=5 step=1")


def parameters(rij: Rij) -> dict[str, int] | None:
    """Return `start=1 end=5 step=1` as numbers, None when they make no scale."""
    delen = rij.tekst("parameters").split()
    paren = [_PARAMETER.fullmatch(deel) for deel in delen]
    gevonden = {paar[1]: int(paar[2]) for paar in paren if paar}
    if not delen:
        return {}
    compleet = len(gevonden) == len(delen) == 3
    return gevonden if compleet and gevonden["start"] < gevonden["end"] and gevonden["step"] > 0 else None


def see_guidance(rij: Rij, beelden: frozenset[str], fouten: Fouten) -> Rij:
    """Return a row whose guidance has no line about a picture that is not there."""
    if _GIDS not in rij.kolommen:
        return rij
    gids = "\n".join(_seen(rij, beelden, fouten))
    return replace(rij, kolommen={**rij.kolommen, _GIDS: gids})


def _seen(rij: Rij, beelden: frozenset[str], fouten: Fouten) -> Iterator[str]:
    for regel in rij.tekst(_GIDS).splitlines():
        met_beeld = _MET_BEELD.fullmatch(regel)
        if met_beeld is None:
            yield regel
        elif not met_beeld[1]:
            fouten.meld(rij.plaats, "gids_beeld", regel)
        elif met_beeld[1] in beelden:
            yield met_beeld[2]


def read_keuzes(tabellen: dict[str, Any], bestand: str, fouten: Fouten) -> dict[str, tuple[Keuze, ...]]:
    """Return the lists of the table `choices` by name."""
    lijsten: dict[str, list[Keuze]] = {}
    for ruw, plaats in tables_of(tabellen, "choices", "name", bestand, fouten):
        rij = check_kolommen(flatten(ruw), KEUZEKOLOMMEN, plaats, fouten)
        check_leeg(rij, plaats, fouten)
        if not rij.get("list_name"):
            fouten.meld(plaats, "ontbreekt", "list_name")
            continue
        add_keuze(lijsten.setdefault(rij["list_name"], []), rij, plaats, fouten)
    return {naam: tuple(keuzes) for naam, keuzes in lijsten.items()}


def add_keuze(
    keuzes: list[Keuze], rij: dict[str, Any], plaats: Plaats, fouten: Fouten, bron: str = ""
) -> None:
    """Add one choice to a list, or report why it cannot be one."""
    code, label = rij.get("name", ""), rij.get("label", "")
    if not _CODE.fullmatch(code):
        fouten.meld(plaats, "code", code)
    elif not label:
        fouten.meld(plaats, "ontbreekt", "label")
    elif any(keuze.naam == code for keuze in keuzes):
        fouten.meld(plaats, "dubbel", code)
    else:
        keuzes.append(Keuze(code, label, rij.get("media.image", ""), bool(rij.get("vervallen")), bron))


def make_groep(rij: Rij, groep: str, herhaling: str) -> Groep:
    """Return the group that a begin_group row opens."""
    return Groep(
        naam=rij.naam, label=rij.tekst("label"), hint=rij.tekst("hint"), groep=groep, herhaling=herhaling,
        guidance_hint=rij.tekst("guidance_hint"), relevant=rij.tekst("relevant"),
        appearance=rij.tekst("appearance"),
    )  # fmt: skip


def make_vraag(rij: Rij, keuzes: tuple[Keuze, ...], groep: str, herhaling: str) -> Vraag:
    """Return the question of a row of type note, field or repeat."""
    return Vraag(
        naam=rij.naam, type=rij.soort, lijst=rij.lijst, keuzes=keuzes, groep=groep, herhaling=herhaling,
        label=rij.tekst("label"), hint=rij.tekst("hint"), guidance_hint=rij.tekst("guidance_hint"),
        relevant=rij.tekst("relevant"), required=bool(rij.kolommen.get("required", False)),
        constraint=rij.tekst("constraint"), constraint_message=rij.tekst("constraint_message"),
        appearance=rij.tekst("appearance"), default=rij.tekst("default"), parameters=parameters(rij) or {},
        image=rij.tekst("media.image"), audio=rij.tekst("media.audio"),
        sensitivity=int(rij.kolommen.get("pip.sensitivity", 0)), bijzonder=rij.tekst("pip.bijzonder"),
        from_gesprek=int(rij.kolommen.get("pip.from_gesprek", 1)),
        read_aloud=bool(rij.kolommen.get("pip.read_aloud", rij.soort == NOTITIE)),
        gezegd=rij.tekst("pip.gezegd"),
        grondslag=rij.tekst("pip.grondslag"), deel=rij.tekst("pip.deel"), art15=rij.tekst("pip.art15"),
        bewaren=rij.tekst("pip.bewaren"), derden=bool(rij.kolommen.get("pip.derden", False)),
        ook_in=tuple(rij.tekst("pip.ook_in").split()),
        plek=rij.tekst("pip.plek"), zin=rij.tekst("pip.zin"), zinnen=read_zinnen(rij.tekst("pip.zinnen")),
        vervallen=bool(rij.kolommen.get("pip.vervallen", False)),
        hint_eerst=bool(rij.kolommen.get("pip.hint_eerst", False)),
        samenvatting=rij.tekst("pip.samenvatting"),
        portret=rij.tekst("pip.portret"), portret_zin=rij.tekst("pip.portret_zin"),
        portret_zinnen=read_zinnen(rij.tekst("pip.portret_zinnen")),
        bakje=rij.tekst("pip.bakje"),
    )  # fmt: skip
