"""Reads forms/informatie.toml: what an inburgeraar must be told."""

from pathlib import Path
from typing import Any

from intake_assistant.domain.formulier import GESPREKKEN, Informatieonderwerp
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, check_lijst, read_toml, tables_of

BESTAND = "informatie.toml"
_KOLOMMEN: dict[str, type | tuple[type, ...]] = {
    "id": str, "titel": str, "tekst": str, "controlevraag": str, "guidance": str,
    "from_gesprek": int, "herhalen": str, "doelgroep": list, "grondslag": str,
}  # fmt: skip


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
    rij = check_kolommen(ruw, _KOLOMMEN, plaats, fouten)
    for kolom in _KOLOMMEN.keys() - ruw.keys():
        fouten.meld(plaats, "ontbreekt", kolom)
    if rij.get("from_gesprek", 1) not in GESPREKKEN:
        mogelijk = ", ".join(map(str, GESPREKKEN))
        fouten.meld(plaats, "kolom_waarde", f"from_gesprek = {rij['from_gesprek']}", mogelijk)
    if rij.get("herhalen", "nee") not in ("ja", "nee"):
        fouten.meld(plaats, "kolom_waarde", f"herhalen = {rij['herhalen']}", "ja, nee")
    teksten = {kolom: rij.get(kolom, "") for kolom in ("id", "titel", "tekst", "controlevraag", "guidance")}
    return Informatieonderwerp(
        **teksten,
        from_gesprek=rij.get("from_gesprek", 1),
        herhalen=rij.get("herhalen") == "ja",
        doelgroepen=check_lijst("doelgroep", rij, VELDEN["doelgroep"], plaats, fouten),
        grondslag=rij.get("grondslag", ""),
    )
