"""A dossier that a colleague erased and that is still here says so, with the way to do the same."""

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.entry import Tombstone
from intake_assistant.operations.exchange.elders import keep_elsewhere
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import click, texts, visible


def test_it_is_said_on_its_page_and_leads_to_erasing(open_venster: Venster, selam: str) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("dossier", {"dossier": selam})
    assert not blad.scherm.findChildren(QWidget, "melding_elders_gewist")
    steen = Tombstone(selam, "2026-05-01", "vergissing")
    keep_elsewhere(blad.context.work.vault, {selam: steen})

    blad.go("vandaag", {})
    blad.go("dossier", {"dossier": selam})
    assert any("op 1 mei 2026" in zin for zin in texts(visible(blad.scherm, "melding_elders_gewist")))
    click(blad.scherm, "hier_wissen")
    assert blad.scherm.naam == "wissen"
