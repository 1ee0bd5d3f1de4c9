"""Says in Dutch what is wrong with a value."""

from intake_assistant.domain.formulier import Gebrek
from intake_assistant.texts import text

_NIET_GEZEGD = ("vraag", "bedoeld", "bedoeld_naam")


def describe_gebrek(gebrek: Gebrek, *, in_code: bool = False) -> str:
    """Return one sentence about a value that does not fit; what was meant by name, `in_code` for a file."""
    feiten = {naam: feit for naam, feit in gebrek.feiten.items() if naam not in _NIET_GEZEGD}
    if "type" in feiten:
        feiten["type"] = text(f"formulier.type.{feiten['type']}")
    zin = text(f"formulier.{gebrek.code}", **feiten)
    bedoeld = gebrek.feiten.get("bedoeld" if in_code else "bedoeld_naam")
    return f"{zin} {text('formulier.bedoelt_u', bedoeld=bedoeld)}" if bedoeld else zin
