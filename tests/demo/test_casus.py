"""What the demonstration says of a case that tells more than the window asks."""

from intake_assistant.casus.plan import LATER_RECORDED
from intake_assistant.demo.casus import skipped_of
from intake_assistant.texts import keys, text


def test_what_the_window_has_no_place_for_is_counted() -> None:
    casus: dict[str, list[dict[str, str]]] = {
        "uren": [{}, {}],
        "bezwaar": [{}],
        "ontzorgen": [],
        "gesprek": [{}],
    }
    assert skipped_of(casus) == [("uren", 2), ("bezwaar", 1)]
    assert text("demo.stap_overgeslagen_uren", aantal=2).startswith("2 tellingen van uren van de casus")


def test_each_of_them_has_its_words() -> None:
    assert {f"demo.stap_overgeslagen_{wat}" for wat in LATER_RECORDED} <= set(keys("nl", "demo"))
