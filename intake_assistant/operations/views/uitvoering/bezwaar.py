"""What follows from one bezwaar, in words: in time or not, when to decide, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from intake_assistant.dates import in_words, read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of
from intake_assistant.domain.recht.bezwaar import (
    GEGROND,
    Tijdigheid,
    beslis_uiterlijk,
    bezwaar_of,
    bezwaar_uiterlijk,
    ook_tegen,
    post_tot,
    tijdigheid_of,
)
from intake_assistant.domain.recht.klokken import BESLISSING_BEZWAAR
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.klok import days_in_words, duur_of, uitleg_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def gevolgen_in_words(work: Workspace, dossier: Dossier, rij: str) -> tuple[str, ...]:
    """The sentences below one bezwaar."""
    velden, besluiten = bezwaar_of(dossier, rij), besluiten_of(dossier)
    besluit = next((b for b in besluiten if b.nummer == velden.get("besluit", 1)), None)
    if besluit is None:
        return ()
    return (
        *_tijdig(work, besluit, velden),
        *_beslissen(work, dossier, besluit, velden),
        *_ook_tegen(besluiten, velden),
        *_daarna(work, besluit, velden),
    )


def asks_herziening(dossier: Dossier, rij: str) -> bool:
    """Whether the person was right, so that a new besluit has to follow (art. 7:11(2) Awb)."""
    return bezwaar_of(dossier, rij).get("beslissing") in GEGROND


def _tijdig(work: Workspace, besluit: Besluit, velden: Mapping[str, Any]) -> Iterator[str]:
    dagtekening, ontvangen = read_date(besluit.dagtekening), read_date(velden.get("ontvangen_op"))
    bekend = read_date(besluit.bekendgemaakt_op)
    if dagtekening is None or ontvangen is None:
        return
    if bekend is None or besluit.aangenomen:
        yield text("uitvoering.bezwaar.niet_bekend")
        return
    regels = work.data.regelwaarden(dagtekening)
    uiterlijk = bezwaar_uiterlijk(bekend, dagtekening, work.data.regelwaarden)
    tijdig = tijdigheid_of(bekend, uiterlijk, read_date(velden.get("verzonden_op")), ontvangen, regels)
    feiten = {
        Tijdigheid.VOORTIJDIG: {},
        Tijdigheid.PER_POST: {"post": in_words(post_tot(uiterlijk, regels))},
    }.get(tijdig, {"uiterlijk": in_words(uiterlijk)})
    yield text(f"uitvoering.bezwaar.{tijdig}", **feiten)


def _beslissen(
    work: Workspace, dossier: Dossier, besluit: Besluit, velden: Mapping[str, Any]
) -> Iterator[str]:
    """When it has to be decided, as the clock says; once it was, that is all there is to say."""
    if velden.get("beslist_op"):
        return
    uiterlijk = _beslissen_voor(work, besluit, velden)
    alle = (k for k in all_klokken(work, dossier) if k.klok == BESLISSING_BEZWAAR and k.gehaald_op is None)
    # Of two against one besluit each has its own last day.
    for klok in [k for k in alle if k.besluit == besluit.nummer and k.uiterlijk == uiterlijk][:1]:
        yield f"{uitleg_of(klok)} {days_in_words(klok).capitalize()}."


def _beslissen_voor(work: Workspace, besluit: Besluit, velden: Mapping[str, Any]) -> date | None:
    dagtekening, bekend = read_date(besluit.dagtekening), read_date(besluit.bekendgemaakt_op)
    if dagtekening is None or bekend is None:
        return None
    einde = bezwaar_uiterlijk(bekend, dagtekening, work.data.regelwaarden)
    commissie, verlengd = velden.get("commissie") == "ja", read_date(velden.get("verlengd_op"))
    return beslis_uiterlijk(einde, commissie, verlengd, work.data.regelwaarden(einde))[0]


def _ook_tegen(besluiten: list[Besluit], velden: Mapping[str, Any]) -> Iterator[str]:
    dagen: dict[int, date] = {b.nummer: d for b in besluiten if (d := read_date(b.dagtekening))}
    if later := ook_tegen(velden, dagen):
        yield text("uitvoering.bezwaar.ook_tegen", besluiten=opsomming([str(nr) for nr in later]))


def _daarna(work: Workspace, besluit: Besluit, velden: Mapping[str, Any]) -> Iterator[str]:
    if velden.get("beslissing") in GEGROND:
        yield text("uitvoering.bezwaar.gegrond")
        if not (velden.get("gehoord_op") or velden.get("niet_gehoord")):
            yield text("uitvoering.bezwaar.horen")
    elif velden.get("beslist_op") and not velden.get("beroep_op"):
        regels = work.data.regelwaarden(read_date(besluit.dagtekening) or work.clock.today())
        yield text("uitvoering.bezwaar.beroep", duur=duur_of(regels.beroep_dagen))
    if velden.get("uitspraak_op") and not velden.get("hoger_beroep_op"):
        yield text("uitvoering.bezwaar.hoger_beroep")
