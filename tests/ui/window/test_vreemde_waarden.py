"""What another program recorded, and this one does not know, keeps no screen from being shown."""

from dataclasses import replace

import pytest

from intake_assistant.domain.entry import make_entry, value_hash
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from tests.exchange.hulp import made
from tests.operations.exchange.test_hostile import STRANGE

VREEMD = "e" * 32
TWEE = b'{"staat":"beantwoord","waarde":"iets anders"}'
# Of these more is told than a dossier: who is to be told, what is erased.
_MET_MEER = ("melden", "wissen")


@pytest.mark.parametrize("in_conflict", [False, True])
def test_every_screen_is_shown(open_venster: Venster, work: Workspace, *, in_conflict: bool) -> None:
    strange = [
        made(nr, subject, dossier=VREEMD, value=value)
        for nr, (subject, value) in enumerate(STRANGE.items(), start=1)
    ]
    others = [
        make_entry(replace(e.header, counter=500 + nr, value_hash=value_hash(e.salt, TWEE)), e.salt, TWEE)
        for nr, e in enumerate(strange)
    ]
    work.vault.union([*strange, *others] if in_conflict else strange)
    blad = open_venster.werkblad
    assert blad is not None
    # The conversation last: it is on, and from then on others look along.
    for kind in sorted(SCHERMEN, key=lambda kind: kind.naam == "gesprek"):
        if kind.naam in _MET_MEER:
            continue
        blad.go(kind.naam, {"dossier": VREEMD})
        assert isinstance(blad.scherm, kind.scherm)
        assert not blad.banner.isVisible(), (kind.naam, blad.banner.tekst.text())
