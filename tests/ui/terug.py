"""Hears what a screen offers to bring back, and asks for it as the banner does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from intake_assistant.ui.window.context import Context


class Terug:
    """What was told, and the ways back, the last one last."""

    def __init__(self, context: Context) -> None:
        self.zinnen: list[str] = []
        self._acts: list[Callable[[], object]] = []
        self._context = context
        context.ended.connect(self._hear)
        context.removed.connect(self._hear_row)

    def _hear_row(self, subject: str) -> None:
        self._hear("", partial(self._context.restore, self._context.dossier_id, subject))

    def _hear(self, zin: str, act: Callable[[], object]) -> None:
        self.zinnen.append(zin)
        self._acts.append(act)

    def put_back(self) -> None:
        """Bring back what was taken away last."""
        self._acts.pop()()
        QApplication.processEvents()
