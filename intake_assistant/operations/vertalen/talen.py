"""The languages that are translated into, and what is done for all of them at once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.operations.talen.dialecten import read_dialecten
from intake_assistant.operations.vertalen.bijwerken import sjablonen_of, update_taal
from intake_assistant.operations.vertalen.bronnen import bronteksten
from intake_assistant.operations.vertalen.brontekst import Brontekst
from intake_assistant.operations.vertalen.contactblad import contactblad
from intake_assistant.operations.vertalen.dekking import Dekking, Keuring, dekking_of
from intake_assistant.operations.vertalen.stafbron import stafteksten
from intake_assistant.operations.vertalen.toets import Vertaaltoets
from intake_assistant.operations.vertalen.woordenlijst import read_woordenlijst
from intake_assistant.operations.workspace import Data, packaged_data
from intake_assistant.paths import translations_dir
from intake_assistant.texts import SOURCE, Taal, form_forms, known_error_text, taalfouten, talen

SJABLONEN: Final = "sjablonen"


def andere_talen() -> tuple[Taal, ...]:
    """Every language but Dutch."""
    return tuple(taal for taal in talen() if taal.code != SOURCE)


def update_alles() -> list[Path]:
    """Bring all languages up to date; returns the catalogues that changed."""
    data = packaged_data()
    return [pad for taal in andere_talen() for pad in update_taal(taal, _alles(data, taal))]


def _alles(data: Data, taal: Taal) -> tuple[Brontekst, ...]:
    """What the person sees or hears, and after it what the staff reads."""
    gezegd = bronteksten(data, taal)
    return (*gezegd, *stafteksten(taal, gezegd))


def extract_sjablonen() -> list[Path]:
    """Write a template of each catalogue beside the languages; returns those that changed."""
    data, folder = packaged_data(), translations_dir() / SJABLONEN
    bronnen = {bron.plek: bron for taal in andere_talen() for bron in _alles(data, taal)}
    anders = []
    for naam, inhoud in sjablonen_of(bronnen.values()).items():
        pad = folder / f"{naam}.pot"
        if not pad.is_file() or pad.read_bytes() != inhoud:
            safefile.make_folder(folder)
            safefile.write_bytes(pad, inhoud, overwrite=True)
            anders.append(pad)
    return anders


def check_alles() -> list[Keuring]:
    """Look over every language, also one that is off."""
    data = packaged_data()
    goed = [keur(taal, _alles(data, taal)) for taal in andere_talen()]
    heel = {keuring.code for keuring in goed}
    paden = {Path(str(fout.facts["pad"])) for fout in taalfouten()}
    uit = sorted({pad.parent.name for pad in paden if pad.suffix == ".toml"} - heel)
    return sorted([*goed, *(Keuring(code, None, None, _broken(code)) for code in uit)], key=lambda k: k.code)


def keur(taal: Taal, bronnen: Sequence[Brontekst]) -> Keuring:
    """Count the texts of a language, and look over each that has one."""
    fouten = _broken(taal.code)
    gezegd = dekking_of(taal, (bron for bron in bronnen if not bron.van_staf))
    staf = dekking_of(taal, (bron for bron in bronnen if bron.van_staf)) if taal.staf else None
    try:
        toets = Vertaaltoets(taal, read_woordenlijst(taal))
        read_dialecten(taal)
    except KnownError as error:
        return Keuring(taal.code, gezegd, staf, (*fouten, known_error_text(error)))
    vertaald = {bron.plek: vormen for bron in bronnen if (vormen := form_forms(taal.code, bron.plek))}
    gevonden = [f for bron in bronnen for f in toets.fouten_in(bron, vertaald.get(bron.plek, ()))]
    return Keuring(taal.code, gezegd, staf, (*fouten, *(fout.tekst for fout in gevonden)))


def _broken(code: str) -> tuple[str, ...]:
    return tuple(known_error_text(fout) for fout in taalfouten(code))


def dekking_van_alles() -> list[Dekking]:
    """How far every language is."""
    data = packaged_data()
    return [dekking_of(taal, _alles(data, taal)) for taal in andere_talen()]


def write_contactblad(pad: Path, dag: datetime.date) -> Path:
    """Write the sheet of the same questions in every language; KnownErrors `output.`."""
    safefile.write_bytes(pad, contactblad(packaged_data(), andere_talen(), dag))
    return pad
