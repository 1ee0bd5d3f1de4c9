"""Whether what is seen after an act may be so."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.stress.acts import QUIET, STILL, Act, Look

_GO_THERE = ("leave", "click", "go", "unlock")


def _goes_there(act: Act) -> bool:
    return act.kind in _GO_THERE or act.does[-1] == "Tab"


class Judge:
    """Remembers whether something was typed or chosen that may still be recorded."""

    def __init__(self, seen: Look) -> None:
        self.seen = seen
        self._owed = False
        self._typed: set[str] = set()

    def judge(self, act: Act, seen: Look) -> Iterator[tuple[str, str]]:
        """Each fault with its kind."""
        before, self.seen = self.seen, seen
        if act.kind not in QUIET:
            self._owed = True
        if act.typed:
            self._typed.add(act.typed)
        yield from _changed(act, before, seen)
        yield from self._recorded(act, before, seen)
        if seen["names"]:
            yield "names", "; ".join(seen["names"])
        yield from _keyboard(act, before, seen)

    def _recorded(self, act: Act, before: Look, seen: Look) -> Iterator[tuple[str, str]]:
        if act.kind in QUIET and not self._owed:
            # Words that are kept as they were typed may be recorded later than the field was left.
            words = self._typed | _held(before)
            for subject, value in seen["new"]:
                if not any(zin in value for zin in words):
                    yield "values", f"{subject} = {value}"
        # What was recorded as it locked is seen when it opens.
        if seen["open"] and (act.kind in QUIET - STILL or not before["open"]):
            self._owed = False


def _held(seen: Look) -> set[str]:
    """What stands in the line that has the keyboard: leaving it records that, however old it is."""
    focus = seen["focus"]
    return {focus["holds"]} if focus and focus["writes"] and focus["holds"] else set()


def _changed(act: Act, before: Look, seen: Look) -> Iterator[tuple[str, str]]:
    """What a field in sight holds, before and after an act that changes nothing."""
    if act.kind not in STILL or before["screen"] != seen["screen"]:
        return
    for name, value in before["fields"].items():
        after = seen["fields"].get(name, value)
        if after != value:
            yield "values", json.dumps([name, value, after], ensure_ascii=False)


def _keyboard(act: Act, before: Look, seen: Look) -> Iterator[tuple[str, str]]:
    """Somewhere in sight; and never in the bar, with the names behind it, unless one went there."""
    focus, held = seen["focus"], before["focus"]
    if not seen["active"] or seen["over"] or not seen["screen"]:
        return
    if focus is None or not focus["shown"]:
        yield "focus", f"nowhere: {focus}"
        return
    stayed = before["screen"] == seen["screen"] and held and not held["in_bar"] and not held["in_box"]
    if stayed and focus["in_bar"] and not _goes_there(act):
        yield "focus", f"in the bar: {focus['name']}, before {held['name']}"
