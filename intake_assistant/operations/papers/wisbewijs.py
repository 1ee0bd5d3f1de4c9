"""The proof of an erasing: made in memory, looked at, and written where the user says."""

from __future__ import annotations

import datetime
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.wisbewijs import Wisbewijs, build_wisbewijs
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.views.wissen.wissing import Wissing, wissing_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.storage.erase import erase
from intake_assistant.texts import text


@dutch
def make_wisbewijs(work: Workspace, dossier: str) -> bytes:
    """The proof as PDF, with how each place stands today; KnownError `dossier.not_found`.

    A copy that came back since is cleaned first, or told: what is proven was looked at.
    """
    resten = erase.finish_own(work.vault)
    return write_pdf(wisbewijs_stuk(work, wissing_of(work, dossier, resten)))


@dutch
def wisbewijs_stuk(work: Workspace, wissing: Wissing) -> Stuk:
    """The proof as a document."""
    return build_wisbewijs(
        Wisbewijs(
            kenmerk=wissing.kenmerk,
            gemeente=gemeente_of(work).naam,
            gewist_op=datetime.date.fromisoformat(wissing.op),
            gemaakt_op=work.clock.today(),
            grond=text(f"wissen.grond.{wissing.grond}"),
            regel=wissing.regel,
            functie=text(f"stukken.wisbewijs.rol.{wissing.functie}"),
            toelichting=wissing.toelichting,
            aantallen=tellingen(wissing),
            plaatsen=[(plaats.naam, plaats.stand) for plaats in wissing.plaatsen],
            klaar=wissing.is_klaar,
            buiten=wissing.buiten,
        )
    )


def tellingen(wissing: Wissing) -> list[str]:
    """What was erased, one line for each kind; of the log nothing was, only of whom it told."""
    gone = {naam: aantal for naam, aantal in wissing.aantallen.items() if naam != "raadplegingen"}
    return [text(f"wissen.telling.{naam}", aantal=aantal) for naam, aantal in gone.items()]


def save_wisbewijs(inhoud: bytes, path: Path, *, overwrite: bool = False) -> None:
    """Write a proof; it holds nothing of anybody. KnownError `output.exists`, `output.not_writable`."""
    safefile.write_bytes(path, inhoud, overwrite=overwrite)


@dutch
def bestandsnaam(wissing: Wissing) -> str:
    """What the file is called: by the random reference, never by a name."""
    return f"wisbewijs-{wissing.kenmerk}.pdf"
