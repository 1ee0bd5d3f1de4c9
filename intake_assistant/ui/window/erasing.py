"""Erasing that is asked once, then done: a detail no longer needed, one answer, the example of the start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.bewaartermijn import HEEL
from intake_assistant.operations.acts.wissen import erase_antwoord, erase_detail, erase_voorbeeld
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.geschiedenis import Geschiedenisregel
from intake_assistant.operations.views.wissen.bewaartermijn import Bewaarregel
from intake_assistant.operations.views.wissen.wissing import Wissing
from intake_assistant.progress import Progress, Watch
from intake_assistant.texts import text
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.context import Context

# Why one answer goes; each is a text of its own.
REDENEN: Final = ("gevraagd", "ander", "onjuist")


def begin_erasing(parent: QWidget, context: Context, regel: Bewaarregel) -> None:
    """Go to the screen that erases a dossier; a detail is asked about here and erased."""
    if regel.wat in HEEL:
        context.navigate.emit("wissen", {})
        return
    wat = text(f"rechten.bewaren.wat.{regel.wat}")
    vraag = text("wissen.detail.vraag", uitleg=regel.uitleg)
    if not messages.confirm(parent, text("wissen.detail.kop", wat=wat), vraag, text("wissen.doe")):
        return
    work, dossier = context.work, context.dossier_id
    _start(context, lambda progress: erase_detail(work, dossier, regel.wat, progress))


def ask_voorbeeld(parent: QWidget, context: Context) -> None:
    """Ask whether the example of the first start may go, and throw it away."""
    kop, vraag = text("wissen.voorbeeld.kop"), text("wissen.voorbeeld.vraag")
    if not messages.confirm(parent, kop, vraag, text("wissen.voorbeeld.ja")):
        return
    work, dossier = context.work, context.dossier_id

    def erased(_: Wissing) -> None:
        context.erased.emit(dossier)
        context.navigate.emit("dossiers", {})
        context.told.emit(text("wissen.voorbeeld.weg"))

    watch = Watch()
    job = partial(erase_voorbeeld, work, dossier, progress=watch.progress)
    tasks.run(context, job, erased, text("wissen.bezig"), watch=watch, whole=True)


def ask_antwoord(parent: QWidget, context: Context, regel: Geschiedenisregel) -> None:
    """Ask why one answer goes, and erase it wherever the same was said."""
    keuzes = [text(f"wissen.antwoord.{reden}") for reden in REDENEN]
    kop = text("wissen.antwoord.kop", wat=regel.wat)
    keuze = messages.choose(parent, kop, text("wissen.antwoord.vraag"), (*keuzes, text("venster.annuleren")))
    if keuze in range(len(keuzes)):
        work, dossier, reden = context.work, context.dossier_id, keuzes[keuze]
        _start(context, lambda progress: erase_antwoord(work, dossier, regel.entry, reden, progress))


def _start(context: Context, job: Callable[[Progress], Changed]) -> None:
    """From its first writing on it cannot be called off: half-way there is no way back."""

    def erased(changed: Changed) -> None:
        context.changed.emit(changed)
        context.told.emit(text("wissen.waarden", aantal=len(changed.entries)))

    # With many backups it takes a while; what is asked about is gone from the vault at once.
    watch = Watch()
    tasks.run(context, lambda: job(watch.progress), erased, text("wissen.bezig"), watch=watch, whole=True)
