"""Who opened which dossier is in the access log, once for each time it was opened."""

from __future__ import annotations

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster


def test_opening_a_dossier_is_noted_once(open_venster: Venster, work: Workspace, selam: str) -> None:
    other = create_dossier(work, {"achternaam": "Haddad"}).made
    blad = open_venster.werkblad
    assert blad is not None
    assert work.vault.log("access", selam) == []
    blad.go("dossier", {"dossier": selam})
    blad.go("weging", {})
    blad.go("dossiers", {})
    assert [(wie, wat) for _, wie, wat in work.vault.log("access", selam)] == [
        ("Anneke van den Berg", "geopend")
    ]
    blad.go("dossier", {"dossier": other})
    blad.go("dossier", {"dossier": selam})
    assert [len(work.vault.log("access", dossier)) for dossier in (selam, other)] == [2, 1]
