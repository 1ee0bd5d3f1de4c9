"""Arabic, and texts of a form, of our own making."""

from intake_assistant.operations.vertalen.brontekst import Brontekst

TAAL = """naam = "العربية"
naam_nl = "Arabisch"
script = "Arab"
richting = "rtl"
cijfers = "latn"
lettertypen = ["Vazirmatn"]
meervoud = "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"
babel = "ar"
typst_lang = "ar"
typst_region = ""
sprekers = []
"""


def bron(plek: str, nl: str, meervoud: str = "") -> Brontekst:
    """A text of a form."""
    return Brontekst(plek, nl, "forms/proef.toml", "Vraag in een gesprek.", meervoud)
