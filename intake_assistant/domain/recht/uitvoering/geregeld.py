"""What was finished, and what has to be arranged before something else can go on: the codes of both."""

from __future__ import annotations

from typing import Final

AFRONDINGEN: Final = ("pvt", "map", "knm", "zroute")
"""The parts that end on one day; late may be somebody's own doing (Wet 24)."""
HOUDT_TEGEN: Final = ("cursus", "map", "pvt", "werk", "niets")
"""What cannot go on while a randvoorwaarde is not met."""
