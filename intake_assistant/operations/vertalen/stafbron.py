"""What the staff reads on the screen: translated into a language only where that serves the staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Message

from intake_assistant.operations.vertalen.brontekst import Brontekst
from intake_assistant.operations.vertalen.catalogus import read_catalogus
from intake_assistant.paths import translations_dir
from intake_assistant.texts import SOURCE, Taal, dutch_text

# Papers, the command line, case files and what a translator is told: all of that stays Dutch.
_NIET_OP_SCHERM: Final = (
    "beschikking.klaar.",
    "casus.",
    "cli.",
    "gesprek.afronden.concept.",
    "kluis.wachtzin.bekende_woorden",
    "stukken.artikel.",
    "stukken.herstelblad.",
    "stukken.inzage.",
    "stukken.wisbewijs.",
    "team.blad.",
    "team.rapport.geen_aandacht",
    "team.rapport.gemeente",
    "team.rapport.inleiding",
    "team.rapport.pagina",
    "team.rapport.titel",
    "team.rapport.van",
    "team.uitleg_blad.",
    "tolkblad.",
    "toestemmingen.intrekken.zelf",
    "verstrekken.brief.",
    "verstrekken.stuk.",
    "vertalen.",
)
# Said of a case file, and beside a field on the screen as well.
_TOCH_OP_SCHERM: Final = (
    "casus.bezwaar_",
    "casus.geldpost_",
    "casus.handhaving_",
    "casus.ontzorgen_",
    "casus.partneroverleg_",
    "casus.tot_voor_van",
    "casus.week_",
)
# The only catalogue whose keys do not begin with its name.
_FOUT: Final = "fout"


def stafteksten(taal: Taal, gezegd: Iterable[Brontekst]) -> tuple[Brontekst, ...]:
    """What the staff reads and the person does not; nothing in a language that does not serve the staff."""
    if not taal.staf:
        return ()
    bekend = {bron.plek for bron in gezegd}
    return tuple(bron for bron in _alle() if bron.plek not in bekend)


def _alle() -> Iterator[Brontekst]:
    for pad in sorted((translations_dir() / SOURCE / "LC_MESSAGES").glob("*.po")):
        for zin in read_catalogus(pad.read_bytes(), pad):
            if zin.id and _is_op_scherm(_plek(zin, pad)):
                yield _bron(zin, pad)


def _is_op_scherm(plek: str) -> bool:
    return plek.startswith(_TOCH_OP_SCHERM) or not plek.startswith(_NIET_OP_SCHERM)


def _plek(zin: Message, pad: Path) -> str:
    return f"{_FOUT}.{zin.context}" if pad.stem == _FOUT else str(zin.context)


def _bron(zin: Message, pad: Path) -> Brontekst:
    nl, meervoud = (zin.id, "") if isinstance(zin.id, str) else zin.id
    uitleg = " ".join([dutch_text("vertalen.staf"), *zin.auto_comments])
    bestand = f"translations/{SOURCE}/LC_MESSAGES/{pad.name}"
    return Brontekst(_plek(zin, pad), nl, bestand, uitleg, meervoud, van_staf=True)
