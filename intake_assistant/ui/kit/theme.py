"""How everything looks: colours, sizes and the style sheet, light and dark, 80 to 200 %."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.style import STIJL

Keuze = Literal["systeem", "licht", "donker", "contrast"]
KEUZES: Final[tuple[Keuze, ...]] = ("systeem", "licht", "donker", "contrast")
SCHALEN: Final = (80, 90, 100, 110, 125, 150, 175, 200)
POINTS: Final = 11.0

ARGUMENTS: Final = ("-style", "Fusion")
"""What every application begins with. Named later the style costs 12 ms: Qt hands it over, to nobody."""

BEELDEN = (Path(__file__).parent / "beelden").as_posix()
"""Where the small pictures of the style sheet lie."""


class Kleuren(NamedTuple):
    """The colours by their use, as #rrggbb; text pairs hold 4.5:1, edges 3:1 (EN 301 549)."""

    soort: str
    pagina: str
    vlak: str
    vlak_zacht: str
    tekst: str
    zacht: str
    rand: str
    lijn: str
    accent: str
    accent_diep: str
    accent_vlak: str
    op_accent: str
    balk: str
    balk_tekst: str
    balk_zacht: str
    balk_zweef: str
    balk_actief: str
    goed: str
    goed_vlak: str
    let_op: str
    let_op_vlak: str
    fout: str
    fout_vlak: str


LICHT: Final = Kleuren(
    soort="licht",
    pagina="#f5f4f0", vlak="#ffffff", vlak_zacht="#f1f3f3", tekst="#1b262b", zacht="#546067",
    rand="#78858f", lijn="#dde2e3",
    accent="#0b6478", accent_diep="#084f5f", accent_vlak="#e2f1f4", op_accent="#ffffff",
    balk="#12343f", balk_tekst="#f2f7f8", balk_zacht="#a9c2ca", balk_zweef="#1d4653", balk_actief="#28596a",
    goed="#1d6a3b", goed_vlak="#e6f4ea", let_op="#7c4a00", let_op_vlak="#fff3d9",
    fout="#9b1c1c", fout_vlak="#fdeceb",
)  # fmt: skip
DONKER: Final = Kleuren(
    soort="donker",
    pagina="#12181b", vlak="#1b2327", vlak_zacht="#253036", tekst="#e9eef0", zacht="#a7b3b9",
    rand="#728089", lijn="#333f45",
    accent="#6bc7da", accent_diep="#8fd8e7", accent_vlak="#1a3a43", op_accent="#0b1f26",
    balk="#0d252d", balk_tekst="#edf4f5", balk_zacht="#9bb5bd", balk_zweef="#17383f", balk_actief="#21505e",
    goed="#84d3a0", goed_vlak="#163325", let_op="#f0bf68", let_op_vlak="#3a2c12",
    fout="#f6a09a", fout_vlak="#431f1f",
)  # fmt: skip
CONTRAST: Final = DONKER._replace(
    soort="contrast", pagina="#000000", vlak="#000000", vlak_zacht="#000000", tekst="#ffffff",
    zacht="#e8e8e8", rand="#ffffff", lijn="#767676",
    accent="#ffd400", accent_diep="#ffe566", accent_vlak="#332b00", op_accent="#000000",
    balk="#000000", balk_tekst="#ffffff", balk_zacht="#e8e8e8", balk_zweef="#332b00", balk_actief="#4d4000",
    goed="#8dffab", goed_vlak="#000000", let_op="#ffd400", let_op_vlak="#000000",
    fout="#ffb8b2", fout_vlak="#000000",
)  # fmt: skip
"""For eyes that see little: nothing between black and white but what is chosen or tells something."""
CONTRAST_LICHT: Final = LICHT._replace(
    pagina="#ffffff", vlak="#ffffff", vlak_zacht="#ffffff", tekst="#000000", zacht="#000000",
    rand="#000000", lijn="#767676", accent="#004a5c", accent_diep="#003340", accent_vlak="#ffffff",
    balk="#000000", balk_tekst="#ffffff", balk_zacht="#ffffff", balk_zweef="#333333", balk_actief="#444444",
    goed="#00491f", goed_vlak="#ffffff", let_op="#5c3700", let_op_vlak="#ffffff",
    fout="#7a0000", fout_vlak="#ffffff",
)  # fmt: skip
"""The same for whoever has a computer with black letters on white."""


# Every other one without a parent may be waiting to be put in its window.
_ALONE: Final = (Qt.WindowType.Popup, Qt.WindowType.Dialog)


class Thema(QObject):
    """The theme in force; `changed` asks what paints by hand to paint anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keuze: Keuze = "systeem"
        self.schaal = 100
        self.kleuren = LICHT
        self._sheet = ""

    def apply(self, keuze: Keuze, schaal: int) -> None:
        """Give the application its palette and font, and each window that is dressed its style sheet."""
        self.keuze, self.schaal = keuze, min(max(schaal, SCHALEN[0]), SCHALEN[-1])
        self.kleuren = _kleuren(keuze)
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a theme needs a QApplication")
        sheet = style_sheet(self.kleuren, self.schaal)
        if sheet == self._sheet:
            return  # dressing every widget anew takes seconds in a window full of questions
        fonts.load_first()
        app.setPalette(_palette(self.kleuren))
        app.setFont(fonts.staff_font(POINTS * self.schaal / 100))
        worn, self._sheet = self._sheet, sheet
        for window in app.topLevelWidgets() if worn else ():
            if window.styleSheet() == worn:
                window.setStyleSheet(sheet)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Give a window the style sheet in force, and the ones to come; what lies in it follows.

        A style sheet of the whole application is worked out anew for all that lies in a widget each time
        that this is put in another; screens are built before they are put in their window.
        """
        if window.styleSheet() != self._sheet:
            window.setStyleSheet(self._sheet)

    def dress_seen(self, watched: QObject, event: QEvent) -> bool:
        """Dress what lies in no window of ours and is shown by itself, as the list below a field."""
        if isinstance(watched, QWidget) and watched.parentWidget() is None and watched.windowType() in _ALONE:
            self.dress(watched)
        return False


thema: Final = Thema()


def px(length: int) -> int:
    """A length in pixels at the scale in force; give steps of 8."""
    return round(length * thema.schaal / 100)


def kleur(naam: str) -> QColor:
    """A colour of the theme in force by its use."""
    return QColor(str(getattr(thema.kleuren, naam)))


def set_rol(widget: QWidget, rol: str) -> None:
    """Give a widget its role in the style sheet, also when it is on screen already; words in it follow."""
    if widget.property("rol") == rol:
        return  # the same again would have all of it worked out anew
    widget.setProperty("rol", rol)
    for part in (widget, *widget.findChildren(QLabel)):
        part.style().unpolish(part)
        part.style().polish(part)
        # A label takes its padding over only when it hears of the new style.
        QCoreApplication.sendEvent(part, QEvent(QEvent.Type.StyleChange))
    widget.updateGeometry()


def wear_icon() -> None:
    """Give every window the picture of the program, once; drawing it at each size takes a while."""
    if QGuiApplication.windowIcon().isNull():
        QGuiApplication.setWindowIcon(QIcon(f"{BEELDEN}/programma.svg"))


def follow_system() -> None:
    """Change with the platform between light and dark, and in contrast, while that is the choice."""
    hints = QGuiApplication.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda: thema.apply("systeem", thema.schaal) if thema.keuze == "systeem" else None)


@cache
def style_sheet(kleuren: Kleuren, schaal: int) -> str:
    """The style sheet for colours and a scale in per cent."""
    sheet = STIJL.replace("@beelden", BEELDEN)
    # The longest names first: @vlak must not eat the start of @vlak_zacht.
    for naam, waarde in sorted(kleuren._asdict().items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{naam}", waarde)
    sheet = re.sub(r"(\d+)u(-1)?\b", lambda m: f"{round(int(m[1]) * schaal / 100) - bool(m[2])}px", sheet)
    return re.sub(r"(\d+(?:\.\d+)?)t\b", lambda m: f"{float(m[1]) * schaal / 100:.1f}pt", sheet)


def _kleuren(keuze: Keuze) -> Kleuren:
    if keuze != "systeem":
        return {"licht": LICHT, "donker": DONKER, "contrast": CONTRAST}[keuze]
    hints = QGuiApplication.styleHints()
    wants_contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return of_system(is_dark=hints.colorScheme() is Qt.ColorScheme.Dark, wants_contrast=wants_contrast)


def of_system(*, is_dark: bool, wants_contrast: bool) -> Kleuren:
    """The colours for what the computer is set to."""
    if wants_contrast:
        return CONTRAST if is_dark else CONTRAST_LICHT
    return DONKER if is_dark else LICHT


def _palette(k: Kleuren) -> QPalette:
    role = QPalette.ColorRole
    wanted = {
        role.Window: k.pagina, role.WindowText: k.tekst, role.Base: k.vlak, role.AlternateBase: k.vlak_zacht,
        role.Text: k.tekst, role.Button: k.vlak, role.ButtonText: k.tekst, role.BrightText: k.fout,
        role.Highlight: k.accent, role.HighlightedText: k.op_accent, role.Link: k.accent,
        role.ToolTipBase: k.tekst, role.ToolTipText: k.vlak, role.PlaceholderText: k.zacht,
        role.Mid: k.rand, role.Dark: k.rand, role.Light: k.vlak, role.Midlight: k.lijn, role.Shadow: k.rand,
    }  # fmt: skip
    palette = QPalette()
    for what, value in wanted.items():
        palette.setColor(what, QColor(value))
    for what in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, what, QColor(k.zacht))
    return palette
