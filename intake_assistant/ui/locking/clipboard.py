"""The clipboard: what was copied in this window is cleared at locking, and no history keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

# What was selected can be pasted with the middle button, where there is such a thing.
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class Klembord(QObject):
    """Notices where the last copy was made: not every platform tells whose the clipboard is.

    `marks` are formats that ask a keeper of clipboard history to pass over what is copied here.
    """

    def __init__(
        self,
        parent: QObject,
        marks: Callable[[], Mapping[str, bytes]] = dict,
        has_keyboard: Callable[[], bool] | None = None,
        owns: Callable[[QClipboard.Mode], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = marks
        self._owns = owns or self._is_owner
        self._has_keyboard = has_keyboard or (lambda: QGuiApplication.focusWindow() is not None)
        self._clipboard = QGuiApplication.clipboard()
        self._of_ours = dict.fromkeys(MODES, False)
        self._is_marking = False
        self._clipboard.changed.connect(self._changed)

    def _changed(self, mode: QClipboard.Mode) -> None:
        if mode not in self._of_ours or self._is_marking:
            return
        # Elsewhere one copies while another program has the keyboard.
        owns = self._owns(mode)
        self._of_ours[mode] = owns or self._has_keyboard()
        # Never what a keeper of the clipboard took over: it would take it over again, without end.
        if owns:
            self._mark(mode)

    def _is_owner(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _mark(self, mode: QClipboard.Mode) -> None:
        """Put the same on the clipboard, marked; a field itself copies without a mark."""
        # The stubs promise data where an emptied clipboard has none.
        copied = cast("QMimeData | None", self._clipboard.mimeData(mode))
        marks = self._marks()
        # Windows tells of our own mark afterwards: what bears it is left alone.
        if copied is None or not copied.formats() or marks.keys() <= set(copied.formats()):
            return
        marked = QMimeData()
        for format in copied.formats():
            marked.setData(format, copied.data(format))
        for format, value in marks.items():
            marked.setData(format, value)
        self._is_marking = True
        try:
            self._clipboard.setMimeData(marked, mode)
        finally:
            self._is_marking = False

    def clear_ours(self) -> None:
        """Clear what was copied or selected here."""
        for mode, of_ours in self._of_ours.items():
            if of_ours or self._owns(mode):
                self._clipboard.clear(mode)
