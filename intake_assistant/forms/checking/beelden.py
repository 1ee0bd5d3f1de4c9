"""The pictures beside a question, a choice or a topic: one meaning a picture, each with who drew it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake_assistant.domain.formulier import Formulieren
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, read_toml, tables_of

MAP = "beelden"
_BESTAND = f"{MAP}/bronnen.toml"
_KOLOMMEN: dict[str, type | tuple[type, ...]] = dict.fromkeys(
    ("naam", "betekenis", "openmoji", "maker", "bewerkt"), str
)


@dataclass(frozen=True, slots=True)
class Beeldbron:
    """A picture: what it means, and of whom it is when it is not of this program (CC BY-SA 4.0, 3(a))."""

    naam: str
    betekenis: str
    openmoji: str = ""
    maker: str = ""
    bewerkt: str = ""

    @property
    def bestand(self) -> str:
        """The name that a form gives in `media::image`."""
        return f"{self.naam}.svg"


def load_beelden(forms_dir: Path) -> tuple[Beeldbron, ...]:
    """Return the pictures of a folder, none without one; KnownError form.invalid with every mistake."""
    fouten, pad = Fouten(), forms_dir / _BESTAND
    inhoud = (read_toml(pad, fouten) if pad.is_file() else None) or {}
    inhoud = check_kolommen(inhoud, {"beeld": list}, Plaats(_BESTAND), fouten)
    found = []
    for ruw, plaats in tables_of(inhoud, "beeld", "naam", _BESTAND, fouten):
        rij = check_kolommen(ruw, _KOLOMMEN, plaats, fouten)
        bron = Beeldbron(rij.get("naam", ""), rij.get("betekenis", ""))
        if not (bron.naam and bron.betekenis):
            fouten.meld(plaats, "ontbreekt", "naam, betekenis")
        elif not (forms_dir / MAP / bron.bestand).is_file():
            fouten.meld(plaats, "beeld_ontbreekt", bron.bestand)
        else:
            found.append(Beeldbron(**rij))
    fouten.raise_if_any()
    return tuple(found)


def unknown_beelden(formulieren: Formulieren, beelden: tuple[Beeldbron, ...]) -> Iterator[tuple[str, str]]:
    """Yield each question with a picture it names, itself or at a choice, that the folder does not have."""
    known = {bron.bestand for bron in beelden} | {""}
    for vraag in formulieren.vragen.values():
        for image in (vraag.image, *(keuze.image for keuze in vraag.keuzes)):
            if image not in known:
                yield vraag.naam, image
