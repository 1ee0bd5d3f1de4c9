"""The one error a user can cause; its Dutch text is in translations, never here. And the marks of ours."""

import traceback
from pathlib import Path


class KnownError(Exception):
    """Something a person can understand and act on: a code and the facts to tell."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def fault_places(error: BaseException) -> list[str]:
    """Kind and places of a fault of ours; never its message or values, which may hold what was typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return [type(error).__name__, *(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)]
