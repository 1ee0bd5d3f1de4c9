"""What comes after the besluit: hours, bezwaar, enforcement, ontzorgen, referrals, each in its own list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QAbstractButton, QWidget

from intake_assistant.casus.plan import Daad, Step, Tabel
from intake_assistant.demo.regie import Regie
from intake_assistant.domain.kinds import WERKPLEK
from intake_assistant.ui.uitvoering.screen import PLAATS_VAN

# The part in which each is recorded.
_DEEL = {
    Daad.UREN: "uren",
    Daad.BEZWAAR: "bezwaar",
    Daad.HANDHAVING: "handhaving",
    Daad.ONTZORGEN: "ontzorgen",
    Daad.GELDPOST: "geld",
    Daad.GELDTAAK: "geld",
    Daad.VERWIJZING: "verwijzingen",
    Daad.RANDVOORWAARDE: "verwijzingen",
    Daad.WEEKBLOK: "week",
    Daad.WEEKSTAP: "week",
    Daad.PARTNEROVERLEG: "tussen",
    Daad.ONDERZOEK: "tussen",
    Daad.AFRONDING: "uren",
    Daad.DAARNA: "daarna",
}
# What is drawn of them.
_TEKENING = {Daad.GELDTAAK: "kaart_geldlijn", Daad.WEEKSTAP: "kaart_week"}


def record_each(regie: Regie, steps: Sequence[Step]) -> None:
    """Add a row for each step, as it came in."""
    for step in steps:
        regie.go("uitvoering")
        regie.click(f"uitvoering_plaats_{PLAATS_VAN[_DEEL[step.daad]]}")
        naam, before = step.daad.value, len(regie.context.dossier().row_ids(step.daad.value))
        if step.daad is Daad.AFRONDING:
            _fill(regie, "kaart_afronding", step.wat)
        else:
            regie.click(f"{naam}_nieuw")
            _fill(regie, f"{naam}_{before + 1}", step.wat)
        regie.shoot(f"uitvoering_{naam}")
    if steps and (tekening := _TEKENING.get(steps[-1].daad)):
        regie.bring(tekening)
        regie.shoot(tekening)


def fill_place_of_work(regie: Regie, velden: Tabel) -> None:
    """What a place of work is, in the row that was opened for it."""
    _fill(regie, f"werkplek_{len(regie.context.dossier().row_ids(WERKPLEK.lijst()))}", velden)
    regie.shoot("uitvoering_werkplek")


def write_hours(regie: Regie) -> None:
    """The hours that a place of work proposes, into the ledger at one press."""
    regie.go("uitvoering")
    regie.click(f"uitvoering_plaats_{PLAATS_VAN['werkplek']}")
    regie.click(regie.all(QAbstractButton, "schrijf_")[0])
    regie.shoot("uitvoering_werkplekuren")


def _fill(regie: Regie, rij: str, velden: Tabel) -> None:
    for naam, waarde in _flat(velden):
        # Each field that is left may draw what is said below its row anew.
        binnen = regie.find(rij, QWidget)
        if isinstance(waarde, list):
            for code in waarde:
                regie.tick(f"vink_{code}", aan=True, binnen=binnen)
            continue
        er = regie.all(QWidget, "veld_", binnen)
        regie.fill(next(w for w in er if w.objectName().endswith(f"_{naam}")), waarde)


def _flat(velden: Tabel) -> Iterator[tuple[str, object]]:
    for naam, waarde in velden.items():
        if isinstance(waarde, dict):
            yield from ((f"{naam}_{deel}", ander) for deel, ander in waarde.items())
        else:
            yield naam, waarde
