"""Reads the boards: which fields each binds, with the words and pictures of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from intake_assistant.domain.formulier import HERHALING, Formulieren, Vraag
from intake_assistant.domain.praatplaat.bord import ROLLEN, SOORTEN, Bord, Borddeel, Bordrol, Bordveld
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, check_lijst, read_toml, tables_of

BESTAND: Final = "praatplaten.toml"
_BORD: Final[dict[str, type | tuple[type, ...]]] = {
    "id": str, "soort": str, "titel": str, "uitleg": str, "bij": list, "beeld": str, "persoonlijk": bool,
    "deel": list,
}  # fmt: skip
_DEEL: Final[dict[str, type | tuple[type, ...]]] = {
    "id": str, "herhaling": str, "woord": str, "rij": str, "nieuw": str, "beeld": str, "veld": list,
}  # fmt: skip
_VELD: Final[dict[str, type | tuple[type, ...]]] = {
    "naam": str, "rol": str, "woord": str, "beeld": str, "aanbod": list, "beelden": dict,
    "eerst": int, "jaar": bool,
}  # fmt: skip
# What a field of a board can be answered by, for each thing that it can be there.
_TYPEN: Final[Mapping[Bordrol, frozenset[str]]] = {
    "kop": frozenset({"select_one", "integer", "text"}),
    "schaal": frozenset({"range"}),
    "keuze": frozenset({"select_one", "select_multiple"}),
    "aantal": frozenset({"integer", "range"}),
    "begin": frozenset({"integer"}),
    "duur": frozenset({"integer"}),
    "einde": frozenset({"integer"}),
}


def load_praatplaten(forms_dir: Path, formulieren: Formulieren) -> tuple[Bord, ...]:
    """Return the boards in order of the file, none without one; KnownError form.invalid with every fault."""
    fouten, pad = Fouten(), forms_dir / BESTAND
    inhoud = (read_toml(pad, fouten) if pad.is_file() else None) or {}
    inhoud = check_kolommen(inhoud, {"bord": list}, Plaats(BESTAND), fouten)
    gevonden: dict[str, Bord] = {}
    for ruw, plaats in tables_of(inhoud, "bord", "id", BESTAND, fouten):
        bord = _Bordlezer(formulieren, fouten, plaats).read(ruw)
        if bord.id in gevonden:
            fouten.meld(plaats, "dubbel", bord.id)
        gevonden[bord.id] = bord
    fouten.raise_if_any()
    return tuple(gevonden.values())


class _Bordlezer:
    """Reads one board, and holds it against the questions."""

    def __init__(self, formulieren: Formulieren, fouten: Fouten, plaats: Plaats) -> None:
        self._formulieren, self._fouten, self._plaats = formulieren, fouten, plaats

    def read(self, ruw: dict[str, Any]) -> Bord:
        rij = self._columns(ruw, _BORD, ("id", "soort", "titel", "uitleg", "bij", "deel"))
        paginas = {p.naam: "" for deel in self._formulieren.startposities for p in deel.paginas}
        bij = check_lijst("bij", rij, tuple(paginas), self._plaats, self._fouten)
        return Bord(
            id=rij.get("id", ""),
            soort=self._one_of("soort", rij, SOORTEN),
            titel=rij.get("titel", ""),
            uitleg=rij.get("uitleg", ""),
            bij=bij,
            delen=tuple(self._deel(deel) for deel in rij.get("deel", ()) if isinstance(deel, dict)),
            beeld=rij.get("beeld", ""),
            is_persoonlijk=rij.get("persoonlijk", False),
        )

    def _deel(self, ruw: dict[str, Any]) -> Borddeel:
        rij = self._columns(ruw, _DEEL, ("id", "veld"))
        herhaling = rij.get("herhaling", "")
        if herhaling:
            vraag = self._formulieren.vragen.get(herhaling)
            if vraag is None or vraag.type != HERHALING:
                self._fouten.meld_onbekend(self._plaats, "code_onbekend", herhaling, self._herhalingen())
        velden = tuple(self._veld(veld, herhaling) for veld in rij.get("veld", ()) if isinstance(veld, dict))
        teksten = {kolom: rij.get(kolom, "") for kolom in _DEEL if _DEEL[kolom] is str}
        return Borddeel(velden=velden, **teksten)

    def _veld(self, ruw: dict[str, Any], herhaling: str) -> Bordveld:
        rij = self._columns(ruw, _VELD, ("naam", "rol"))
        naam = rij.get("naam", "")
        vraag, rol = self._formulieren.vragen.get(naam), self._one_of("rol", rij, ROLLEN)
        aanbod = tuple(str(code) for code in rij.get("aanbod", ()))
        if vraag is None or vraag.herhaling != herhaling or not vraag.is_veld:
            mogelijk = [v.naam for v in self._formulieren.velden_van(herhaling)]
            self._fouten.meld_onbekend(self._plaats, "code_onbekend", naam, mogelijk)
        else:
            self._check_veld(vraag, rol, (*aanbod, *rij.get("beelden", {})))
        return Bordveld(
            naam=naam,
            rol=rol,
            woord=rij.get("woord", ""),
            beeld=rij.get("beeld", ""),
            aanbod=aanbod,
            eerst=rij.get("eerst", 1),
            is_jaar=rij.get("jaar", False),
            beelden={str(code): str(beeld) for code, beeld in rij.get("beelden", {}).items()},
        )

    def _check_veld(self, vraag: Vraag, rol: Bordrol, codes: tuple[str, ...]) -> None:
        if vraag.type not in _TYPEN.get(rol, frozenset()):
            mogelijk = ", ".join(sorted(_TYPEN.get(rol, ())))
            self._fouten.meld(self._plaats, "kolom_waarde", f"{vraag.naam}: {vraag.type}", mogelijk)
        for code in codes:
            if vraag.codes and code not in vraag.codes:
                self._fouten.meld_onbekend(self._plaats, "code_onbekend", code, vraag.codes)

    def _columns(
        self, ruw: dict[str, Any], kolommen: dict[str, type | tuple[type, ...]], nodig: tuple[str, ...]
    ) -> dict[str, Any]:
        rij = check_kolommen(ruw, kolommen, self._plaats, self._fouten)
        for kolom in nodig:
            if not rij.get(kolom):
                self._fouten.meld(self._plaats, "ontbreekt", kolom)
        return rij

    def _one_of(self, kolom: str, rij: dict[str, Any], mogelijk: tuple[str, ...]) -> Any:
        if (waarde := rij.get(kolom, "")) not in mogelijk:
            self._fouten.meld_onbekend(self._plaats, "code_onbekend", f"{kolom} = {waarde}", mogelijk)
            return mogelijk[0]
        return waarde

    def _herhalingen(self) -> list[str]:
        return [vraag.naam for vraag in self._formulieren.vragen.values() if vraag.type == HERHALING]
