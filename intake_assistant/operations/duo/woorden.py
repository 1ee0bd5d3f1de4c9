"""Messages of DUO in words: what does not fit, and what was taken from one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.duo.vorm import Vormfout
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text, text_or

if TYPE_CHECKING:
    from intake_assistant.operations.duo.lezen import Genomen


def gebrek_in_words(gebrek: Vormfout) -> str:
    """What keeps a message from having DUO's shape, with the field by DUO's own name."""
    zin = text(f"recht.duo.vorm.{gebrek.code}")
    return text("recht.duo.vorm", veld=gebrek.veld, zin=zin) if gebrek.veld else f"{zin}."


def bericht_in_words(bericht: Mapping[str, object]) -> tuple[str, ...]:
    """What a message for DUO holds, a line for each field."""
    return tuple(
        text("recht.duo.veldregel", veld=text(f"recht.duo.veld.{naam}"), waarde=_waarde(naam, waarde))
        for naam, waarde in bericht.items()
    )


def _waarde(naam: str, waarde: object) -> str:
    if isinstance(waarde, bool):
        return text("dossier.verschenen.ja" if waarde else "dossier.verschenen.nee")
    if read_date(waarde) is not None:
        return date_in_words(str(waarde))
    return text_or(f"recht.duo.code.{naam}.{waarde}", str(waarde))


def genomen_in_words(work: Workspace, genomen: Genomen) -> str:
    """What became of one fact that DUO told."""
    subject = genomen.subject
    wat = onderwerp_in_words(work, subject).rstrip(":. ")
    waarde = waarde_in_words(work, subject, {"waarde": genomen.waarde})
    if genomen.uitkomst in ("genomen", "gelijk"):
        return text(f"recht.duo.gelezen_{genomen.uitkomst}", wat=wat, waarde=waarde)
    stond = waarde_in_words(work, subject, {"waarde": genomen.stond})
    if genomen.waarde == "":
        return text(f"recht.duo.weer_{genomen.uitkomst}", wat=wat, stond=stond)
    return text(f"recht.duo.gelezen_{genomen.uitkomst}", wat=wat, waarde=waarde, stond=stond)
