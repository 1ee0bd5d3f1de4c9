"""What a startpositie is called when one talks with the person, and lists as they are spoken (A2)."""

from __future__ import annotations

from collections.abc import Iterable

from intake_assistant.domain.formulier import Formulieren
from intake_assistant.texts import is_text, text


def over_in_words(formulieren: Formulieren, startposities: Iterable[str]) -> list[str]:
    """What was talked about, each thing once; several startposities may be one thing to the person."""
    return list(dict.fromkeys(_spoken(formulieren, "over", deel) for deel in startposities))


def deel_in_words(formulieren: Formulieren, startpositie: str) -> str:
    """What a startpositie is about."""
    return _spoken(formulieren, "deel", startpositie)


def opsomming(woorden: list[str], hooguit: int = 0) -> str:
    """Say words after each other; of more than `hooguit` only the first, and how many more there are."""
    if hooguit and len(woorden) > hooguit:
        woorden = [*woorden[:hooguit], text("recht.gezegd.nog", aantal=len(woorden) - hooguit)]
    if len(woorden) < 2:
        return "".join(woorden)
    return text("recht.gezegd.en", eerste=", ".join(woorden[:-1]), laatste=woorden[-1])


def _spoken(formulieren: Formulieren, soort: str, startpositie: str) -> str:
    key = f"recht.gezegd.{soort}.{startpositie}"
    if is_text(key):
        return text(key)
    titels = {deel.id: deel.titel for deel in formulieren.startposities}
    titel = titels.get(startpositie, startpositie)
    return titel[:1].lower() + titel[1:]
