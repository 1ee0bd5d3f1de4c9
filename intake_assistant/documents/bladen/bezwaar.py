"""One page on what somebody can do who does not agree: by when, where, and who helps (Awb 3:45)."""

from datetime import date

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.gegevens import PipGegevens
from intake_assistant.documents.pip.slot import add_hoe_beroep, add_hoe_bezwaar
from intake_assistant.domain.teksten import Teksten


def build_bezwaarblad(
    gegevens: PipGegevens, teksten: Teksten, *, in_beroep: bool, vandaag: date, uiterlijk: date | None = None
) -> Stuk:
    """Return the page; it repeats what the besluit says of it, and is no besluit itself.

    `in_beroep` is of the besluit: what it was set on is settled by it, and is no longer found in the dossier.
    `uiterlijk` is the last day, known once the besluit was made known (Awb 6:8).
    """
    bouw, dag = Bouwer(teksten, gegevens.peildatum), gegevens.beschikking.dagtekening
    # The articles stand in the besluit.
    bouw.keep_clauses()
    id, velden = _middel(bouw, gegevens, in_beroep)
    bouw.add(id, "gewoon", **velden)
    if uiterlijk is not None:
        stand = "laatste_dag" if vandaag <= uiterlijk else "voorbij"
        bouw.add(f"besluit.bezwaar.{stand}", "nadruk", datum=bouw.dag(uiterlijk))
    rows = (
        ("naam", bouw.naam(gegevens.inburgeraar)),
        ("kenmerk", gegevens.kenmerk),
        ("dagtekening", dag and bouw.dag(dag)),
    )
    bouw.facts("", [(bouw.label(code), waarde) for code, waarde in rows])
    (add_hoe_beroep if in_beroep else add_hoe_bezwaar)(bouw, gegevens)
    bouw.contact("besluit.contact", gegevens.contact, gegevens.gemeente)
    return bouw.document(
        "bezwaarblad",
        bouw.fixed(id, **velden).kop,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk="",
        dag=gegevens.peildatum,
        huisstijl=gegevens.gemeente.huisstijl,
    )


def _middel(bouw: Bouwer, gegevens: PipGegevens, in_beroep: bool) -> tuple[str, dict[str, str]]:
    """Which text says what can be done, with its fields."""
    if in_beroep:
        return "besluit.beroep", {"rechtbank": gegevens.gemeente.rechtbank or bouw.label("rechtbank")}
    return "besluit.bezwaar", {}
