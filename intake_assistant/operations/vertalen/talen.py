"""The languages that are translated into, and what is done for all of them at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.operations.vertalen.bijwerken import sjablonen_of, update_taal
from intake_assistant.operations.vertalen.bronnen import bronteksten
from intake_assistant.operations.workspace import packaged_data
from intake_assistant.paths import translations_dir
from intake_assistant.texts import SOURCE, Taal, talen

SJABLONEN: Final = "sjablonen"


def andere_talen() -> tuple[Taal, ...]:
    """Every language but Dutch."""
    return tuple(taal for taal in talen() if taal.code != SOURCE)


def update_alles() -> list[Path]:
    """Bring all languages up to date; returns the catalogues that changed."""
    data = packaged_data()
    return [pad for taal in andere_talen() for pad in update_taal(taal, bronteksten(data, taal))]


def extract_sjablonen() -> list[Path]:
    """Write a template of each catalogue beside the languages; returns those that changed."""
    data, folder = packaged_data(), translations_dir() / SJABLONEN
    bronnen = {bron.plek: bron for taal in andere_talen() for bron in bronteksten(data, taal)}
    anders = []
    for naam, inhoud in sjablonen_of(bronnen.values()).items():
        pad = folder / f"{naam}.pot"
        if not pad.is_file() or pad.read_bytes() != inhoud:
            safefile.make_folder(folder)
            safefile.write_bytes(pad, inhoud, overwrite=True)
            anders.append(pad)
    return anders
