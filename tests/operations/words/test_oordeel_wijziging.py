"""Every judgement on a later besluit can be said in words, with the days and hours it names."""

import pytest

from intake_assistant.domain.recht.oordeel.alle import beoordeel
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.operations.words.controle import oordeel_in_words
from tests.domain.recht.oordeel.test_wijziging import GEWEIGERD


@pytest.mark.parametrize("zaak", [anders for anders, *_ in GEWEIGERD])
def test_each_judgement_is_a_sentence(zaak: Zaak) -> None:
    zinnen = [oordeel_in_words(oordeel) for oordeel in beoordeel(zaak)]
    assert zinnen
    assert all(zin.endswith((".", "?")) and "{" not in zin for zin in zinnen)
