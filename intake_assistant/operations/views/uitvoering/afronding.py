"""What was finished, PVT, MAP, KNM and Z-route: the message that DUO gets of it, and why it would refuse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.duo import codes
from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.melding import oordeel_over_melding
from intake_assistant.domain.duo.vorm import Berichtvorm
from intake_assistant.domain.kinds import AFRONDING
from intake_assistant.operations.duo.sturen import stand_in
from intake_assistant.operations.words.controle import oordeel_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

MELDINGEN: Final[Mapping[str, Berichtvorm]] = {
    vorm.naam: vorm for vorm in (vormen.PVT, vormen.MAP, vormen.ZROUTE)
}
"""Of KNM the exam tells DUO itself."""
_SCHULD: Final = dict(zip(("ja", "nee"), codes.JA_NEE, strict=True))


def melding_van(dossier: Dossier, deel: str) -> dict[str, object]:
    """What DUO would be told of one part; empty while no day stands there."""
    dag, schuld = (str(dossier.get(AFRONDING.of(f"{deel}_{wat}"))) for wat in ("op", "verwijtbaar"))
    if not dag or deel not in MELDINGEN:
        return {}
    velden = {veld.naam: veld for veld in MELDINGEN[deel].velden}
    [dagveld] = [naam for naam, veld in velden.items() if veld.soort == "datum"]
    told = _SCHULD.get(schuld, "") if "verwijtbaar" in velden else ""
    return {dagveld: dag, **({"verwijtbaar": told} if told else {})}


def oordelen_over_afronding(work: Workspace, dossier: Dossier) -> Mapping[str, str]:
    """Why DUO would refuse what stands there, with the article, by the field of the day."""
    stand = stand_in(work, dossier)
    found = {}
    for deel in MELDINGEN:
        bericht = melding_van(dossier, deel)
        oordelen = oordeel_over_melding(deel, bericht, stand) if bericht else ()
        if zinnen := [f"{oordeel_in_words(o)} ({o.regel})" for o in oordelen]:
            reden = " ".join(zinnen)
            found[AFRONDING.of(f"{deel}_op")] = text("uitvoering.afronding.duo_weigert", reden=reden)
    return found
