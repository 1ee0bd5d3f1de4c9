"""The drawing in the README is of the rooms that there are."""

from tests.architecture.drawing import DRAWING, draw


def test_the_drawing_is_of_the_code_as_it_is() -> None:
    assert DRAWING.read_text(encoding="utf-8") == draw(), "python -m tests.architecture.drawing makes it anew"
