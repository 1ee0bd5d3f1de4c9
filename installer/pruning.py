"""What every package leaves out of the libraries: parts of Qt and Babel that are never reached."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = ("forms", "translations", "docs/handleiding", "LICENSE", "CHANGELOG.md")
"""Beside the package; what is inside it (fonts, templates, texts of the demonstration) goes along with it."""

_PLUGINS: Final = {
    "iconengines": "svg",
    "imageformats": "svg|jpeg|ico",
    "platforminputcontexts": "ibus|compose",
    "platforms": "xcb|wayland|offscreen|minimal\\b|windows|cocoa",
    "platformthemes": "xdgdesktopportal",
    "printsupport": "",
    "styles": "",
    "wayland-decoration-client": "",
    "wayland-graphics-integration-client": "wayland-egl",
    "wayland-shell-integration": "xdg-shell",
    "xcbglintegrations": "",
}
"""The plugins of Qt that stay, by their folder; in a folder that is not named none does."""
_NEVER: Final = re.compile(
    # Quick and QML (of QtPdf, which has a part for them), the tools of developers, and what drags GTK in.
    r"Qt6?(Qml|Quick|Designer|Labs|VirtualKeyboard|EglF[sS]|Help|UiTools|Sql|Concurrent|OpenGLWidgets)"
    r"|libgtk-|libgdk|libgio-2|libpango|libcairo|libatk|opengl32sw"
    r"|PySide6/(?:Qt/)?(qml|metatypes|modules|include|glue|typesystems|libexec|scripts|support|resources|doc|examples)/"
    r"|PySide6/(assistant|designer|linguist|lrelease|lupdate|lconvert|qml\w*|rcc|uic|balsam\w*|svgtoqml|qsb|qmlls)"
    r"(\.exe)?$"
    r"|\.pyi$|/tests?/|\.lib$|\.pdb$|/__pycache__/"
)
_QT_WORDS: Final = re.compile(r"/translations/(?!qtbase_(nl|en)\.qm$)[^/]+\.qm$")
_PLUGIN: Final = re.compile(r"PySide6/(?:Qt/)?plugins/([^/]+)/([^/]+)$")
_LOCALE: Final = re.compile(r"babel/locale-data/([^/]+)\.dat$")


def keeps(path: str) -> bool:
    """Whether a file of the libraries goes along; `path` as it stands in the environment, with slashes."""
    plugin, locale = _PLUGIN.search(path), _LOCALE.search(path)
    if plugin:
        return re.search(_PLUGINS.get(plugin[1], "(?!)"), plugin[2]) is not None
    if locale:
        return locale[1].partition("_")[0] in _locales()
    return not (_NEVER.search(path) or _QT_WORDS.search(path))


@cache
def _locales() -> frozenset[str]:
    """The languages that the program writes dates and names in, without their region."""
    said = (tomllib.loads(file.read_text("utf-8")) for file in (ROOT / "translations").glob("*/taal.toml"))
    return frozenset({"root", *(taal["babel"].partition("_")[0] for taal in said)})
