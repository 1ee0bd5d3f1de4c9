"""Says in Dutch what is wrong with a value."""

from intake_assistant.domain.formulier import Gebrek
from intake_assistant.texts import text


def describe_gebrek(gebrek: Gebrek) -> str:
    """Return one sentence about a value that does not fit its question."""
    feiten = {naam: feit for naam, feit in gebrek.feiten.items() if naam not in ("vraag", "bedoeld")}
    if "type" in feiten:
        feiten["type"] = text(f"formulier.type.{feiten['type']}")
    zin = text(f"formulier.{gebrek.code}", **feiten)
    bedoeld = gebrek.feiten.get("bedoeld")
    return f"{zin} {text('formulier.bedoelt_u', bedoeld=bedoeld)}" if bedoeld else zin
