"""What came along from the azc: the klantprofiel, the warme overdracht, and answers still to be confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.domain.antwoord import Antwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import KLANTPROFIEL, OVERDRACHT_COA
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

COA: Final = "coa"
_GEVRAAGD: Final = (Staat.BEANTWOORD, Staat.ONBEKEND, Staat.WIL_NIET_ZEGGEN)
_ZELF: Final = ("inburgeraar", "regievoerder")


@dataclass(frozen=True, slots=True)
class Klantprofiel:
    """The file of the COA by the name that it came with; `sha256` names its blob, empty for a name alone."""

    id: str
    naam: str
    v_nummer: str
    sha256: str = ""


def klantprofielen_of(dossier: Dossier) -> list[Klantprofiel]:
    """Each klantprofiel that was kept, in order; one of another form is none."""
    found = ((rij, dossier.get(KLANTPROFIEL.of(rij), None)) for rij in dossier.row_ids(KLANTPROFIEL.lijst()))
    return [_klantprofiel(rij, waarde) for rij, waarde in found if isinstance(waarde, dict)]


def overdrachten_van_coa(dossier: Dossier) -> list[tuple[str, dict[str, Any]]]:
    """Each warme overdracht, held or not, with its id; what it did not say is not there."""
    return gevulde_rijen(dossier, OVERDRACHT_COA)


def nog_te_bevestigen(antwoord: Antwoord) -> bool:
    """Whether the COA alone said so, outside a conversation: the person is asked whether it is right."""
    if antwoord.bron != COA or antwoord.gesprek or not antwoord.beantwoord:
        return False
    return not any(a.bron in _ZELF and a.staat in _GEVRAAGD for a in antwoord.andere_bronnen)


def _klantprofiel(rij: str, waarde: dict[str, Any]) -> Klantprofiel:
    bestanden = waarde.get("bestanden")
    sha256 = bestanden.get("inhoud", "") if isinstance(bestanden, dict) else ""
    return Klantprofiel(rij, str(waarde.get("naam", "")), str(waarde.get("v_nummer", "")), str(sha256))
