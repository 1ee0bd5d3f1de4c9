"""Reads what is said in a conversation beside the startposities: what is told, what is asked each time."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from intake_assistant.domain.formulier import GESPREKKEN
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.informatie import Gespreksvraag, Informatieonderwerp
from intake_assistant.domain.kinds import PARTNEROVERLEG
from intake_assistant.domain.recht.gesprek import NOG_ZEGGEN, SINDS_VORIGE
from intake_assistant.forms.fouten import (
    Fouten,
    Plaats,
    check_kolommen,
    check_leeg,
    check_lijst,
    read_toml,
    tables_of,
)

BESTAND = "informatie.toml"
ELK_GESPREK = "gesprek.toml"
_KOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "id": str, "titel": str, "tekst": str, "controlevraag": str, "guidance": str,
    "from_gesprek": int, "herhalen": str, "doelgroep": list, "grondslag": str,
}  # fmt: skip
_OPTIONEEL: dict[str, type | tuple[type, ...]] = {"bij": str}
_VRAAGKOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "id": str, "label": str, "guidance": str, "from_gesprek": int,
}  # fmt: skip


def load_gespreksvragen(forms_dir: Path) -> Mapping[str, Gespreksvraag]:
    """Return what is asked in each conversation, by id; KnownError form.invalid with every mistake."""
    fouten, plaats = Fouten(), Plaats(ELK_GESPREK)
    inhoud = check_kolommen(read_toml(forms_dir / ELK_GESPREK, fouten) or {}, {"vraag": list}, plaats, fouten)
    gevonden = {
        str(ruw.get("id")): _read_vraag(ruw, plek, fouten)
        for ruw, plek in tables_of(inhoud, "vraag", "id", ELK_GESPREK, fouten)
    }
    vast = {SINDS_VORIGE, NOG_ZEGGEN}
    for id in sorted(vast ^ gevonden.keys()):
        fouten.meld_onbekend(plaats, "code_onbekend" if id in gevonden else "ontbreekt", id, vast)
    fouten.raise_if_any()
    return gevonden


def _read_vraag(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Gespreksvraag:
    rij = check_kolommen(ruw, _VRAAGKOLOMMEN, plaats, fouten)
    check_leeg(rij, plaats, fouten)
    for kolom in sorted(_VRAAGKOLOMMEN.keys() - ruw.keys()):
        fouten.meld(plaats, "ontbreekt", kolom)
    vanaf = rij.get("from_gesprek", GESPREKKEN[0])
    _check_vanaf(vanaf, plaats, fouten)
    return Gespreksvraag(rij.get("id", ""), rij.get("label", ""), rij.get("guidance", ""), vanaf)


def _check_vanaf(vanaf: int, plaats: Plaats, fouten: Fouten) -> None:
    if vanaf not in GESPREKKEN:
        mogelijk = ", ".join(map(str, GESPREKKEN))
        fouten.meld(plaats, "kolom_waarde", f"from_gesprek = {vanaf}", mogelijk)


def load_informatie(forms_dir: Path) -> tuple[Informatieonderwerp, ...]:
    """Return the topics in order of the file; KnownError form.invalid with every mistake."""
    fouten = Fouten()
    inhoud = check_kolommen(
        read_toml(forms_dir / BESTAND, fouten) or {}, {"onderwerp": list}, Plaats(BESTAND), fouten
    )
    gevonden: dict[str, Informatieonderwerp] = {}
    for ruw, plaats in tables_of(inhoud, "onderwerp", "id", BESTAND, fouten):
        onderwerp = _read(ruw, plaats, fouten)
        if onderwerp.id in gevonden:
            fouten.meld(plaats, "dubbel", onderwerp.id)
        gevonden[onderwerp.id] = onderwerp
    fouten.raise_if_any()
    return tuple(gevonden.values())


def _read(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Informatieonderwerp:
    rij = check_kolommen(ruw, _KOLOMMEN | _OPTIONEEL, plaats, fouten)
    if rij.get("bij", PARTNEROVERLEG.lijst()) != PARTNEROVERLEG.lijst():
        fouten.meld(plaats, "kolom_waarde", f"bij = {rij['bij']}", PARTNEROVERLEG.lijst())
    for kolom in _KOLOMMEN.keys() - ruw.keys():
        fouten.meld(plaats, "ontbreekt", kolom)
    _check_vanaf(rij.get("from_gesprek", GESPREKKEN[0]), plaats, fouten)
    if rij.get("herhalen", "nee") not in ("ja", "nee"):
        fouten.meld(plaats, "kolom_waarde", f"herhalen = {rij['herhalen']}", "ja, nee")
    teksten = {kolom: rij.get(kolom, "") for kolom in ("id", "titel", "tekst", "controlevraag", "guidance")}
    return Informatieonderwerp(
        **teksten,
        from_gesprek=rij.get("from_gesprek", 1),
        herhalen=rij.get("herhalen") == "ja",
        doelgroepen=check_lijst("doelgroep", rij, VELDEN["doelgroep"], plaats, fouten),
        grondslag=rij.get("grondslag", ""),
        bij=rij.get("bij", ""),
    )
