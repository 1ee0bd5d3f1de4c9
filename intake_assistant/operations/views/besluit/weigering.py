"""Why a PIP is not set: all at once, each reason with its article, by kind in the order of contract 5."""

from __future__ import annotations

from collections.abc import Iterator

from intake_assistant.domain.recht.oordeel.oordeel import Soort
from intake_assistant.operations.views.besluit.controle import Controle
from intake_assistant.operations.words.controle import (
    breuk_in_words,
    duoregel_in_words,
    element_in_words,
    oordeel_in_words,
    with_article,
)
from intake_assistant.texts import text


def refusals_in_words(controle: Controle) -> Iterator[tuple[str, str]]:
    """Per kind of refusal its code and its sentences; nothing when nothing is in the way."""
    per = {
        "pip.duo_rule": [(breuk_in_words(b), duoregel_in_words(b)) for b in controle.duo],
        "pip.not_weighed": [(_not_weighed(route), "Awb 3:46") for route in controle.niet_gewogen],
        Soort.ONTBREEKT.value: [(element_in_words(e), e.regel) for e in controle.ontbreekt],
        Soort.VERBODEN.value: [],
    }
    for oordeel in controle.weigert:
        per[oordeel.soort.value].append((oordeel_in_words(oordeel), oordeel.regel))
    for code, redenen in per.items():
        if redenen:
            yield code, "\n".join(f"- {with_article(zin, regel)}" for zin, regel in redenen)


def _not_weighed(route: str) -> str:
    return text("beschikking.controle.niet_gewogen", route=text(f"weging.route_{route}"))
