"""The one error a user can cause; its Dutch text is in translations, never here."""


class KnownError(Exception):
    """Something a person can understand and act on: a code and the facts to tell."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
