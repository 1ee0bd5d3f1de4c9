"""Every key with what it does, by where it works."""

from __future__ import annotations

from typing import Final

# Group -> its keys; what a key does is the text `toetsen.<second>`.
TOETSEN: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "overal": (
        ("F1", "toetsen"), ("Ctrl+K", "zoeken"), ("Ctrl+N", "nieuw"), ("Alt+←", "terug"), ("F9", "privacy"),
        ("F12 / Ctrl+L", "vergrendel"), ("Ctrl+Enter", "formulier_klaar"),
    ),
    "gesprek": (
        ("Alt+↓", "volgende"), ("Alt+↑", "vorige"), ("1 … 9", "keuze"), ("Alt+O", "onderwerpen"),
        ("Alt+W", "onbekend"), ("Alt+Z", "wil_niet_zeggen"), ("Alt+N", "nu_niet"), ("Alt+B", "bron"),
        ("Alt+T", "toelichting"), ("Alt+L", "opnieuw_kijken"), ("Alt+I", "tolken"),
        ("Ctrl+T", "notitie"), ("Alt+G", "gids"), ("Alt+V", "verteld"), ("Alt+R", "praatplaat"),
        ("Alt+P", "pauze"),
        ("Ctrl+Z", "ongedaan"), ("Ctrl+Y", "opnieuw"), ("F6", "helft"), ("F7", "bedekken"), ("F8", "groot"),
        ("Alt+S", "stilzetten"), ("Alt+E", "eerder"), ("Alt+J", "aangewezen"), ("Alt+A", "afronden"),
        ("Alt+K", "kies_taal"), ("Ctrl+Enter", "gesprek_klaar"),
    ),
    "weging": (("1 2 3", "neerleggen"), ("v t", "kant"), ("Alt+S", "stuk")),
    "documenten": (("Ctrl+Shift+S", "alles_bewaren"), ("Ctrl+Shift+P", "alles_afdrukken")),
    "verschillen": (("Alt+↓", "volgend_verschil"), ("Alt+↑", "vorig_verschil")),
}  # fmt: skip
