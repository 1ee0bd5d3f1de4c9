"""The codes in DUO's messages, written as DUO writes them; no sentences of this program."""

from collections.abc import Mapping
from typing import Final

TOEKENNING: Final = "Toekenning"
OORDELEN: Final = (TOEKENNING, "Afwijzing")
JA: Final = "Ja"
JA_NEE: Final = (JA, "Nee")
ASIEL: Final = "Asielstatushouder"
INDELINGEN: Final = (ASIEL, "Gezinsmigrant en overige migrant")
GROEPEN: Final[Mapping[object, str]] = {
    "Gezinshereniger": "gezinsmigrant",
    "Gezinsvormer": "gezinsmigrant",
    "Geestelijk bedienaar": "overige_migrant",
    "Overig": "overige_migrant",
}
"""The group of who is of just one of both."""
DETAILS: Final = (
    ASIEL,
    *map(str, GROEPEN),
    "Gezinshereniger met Asielstatushouder",
    "Gezinsvormer met Asielstatushouder",
)
TIJDELIJK: Final = "Tijdelijke vrijstelling"
REDENEN: Final[Mapping[object, str]] = {
    "Volledige ontheffing": "ontheffing",
    "Volledige vrijstelling": "vrijstelling",
    "Inburgeringsplicht voldaan": "voldaan",
    "Verblijfsdoel gewijzigd": "verblijfsdoel_gewijzigd",
    "Vertrek uit Nederland langer dan een jaar": "vertrek",
    "Overlijden": "overlijden",
    "Overig": "overig",
}
UITSLAGEN: Final[Mapping[object, str]] = {
    "B1-route haalbaar": "haalbaar",
    "B1-route niet haalbaar": "niet_haalbaar",
    "Onbekend": "onbekend",
}
