"""What tests of inzage share: a played case with a reader of the whole."""

import json
from collections.abc import Iterator
from typing import Any

from intake_assistant.operations.papers.inzagestukken import make_inzage
from intake_assistant.operations.workspace import Workspace

# Of the played cases: interpreters, COA, begeleiders, supporters and relatives, and numbers of theirs.
NAMEN = {
    1: ("Abraha", "Postma", "van Dam", "Van Dam", "Gebremedhin", "Rahwa", "12345", "12871"),
    4: ("Noori", "Hendriks", "Karimi", "D. Smit", "Latifa", "41093", "41388"),
    5: ("Bram", "Hoekstra", "Luna"),
    6: ("Aziz", "J. Postma", "Kramer", "S. Haddad", "Nadia", "Hussein", "20417", "20588"),
}


def whole(work: Workspace, dossier: str, taal: str = "nl") -> dict[str, Any]:
    """The JSON of inzage, read again."""
    stuk = make_inzage(work, work.vault.dossier(dossier), "json", taal)
    found: dict[str, Any] = json.loads(stuk.inhoud)
    return found


def onderwerpen(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for hoofdstuk in found["hoofdstukken"]:
        for onderdeel in hoofdstuk["onderdelen"]:
            yield from onderdeel["onderwerpen"]


def vermeldingen(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [v for onderwerp in onderwerpen(found) for v in onderwerp["vermeldingen"]]


def said(found: dict[str, Any], subject: str) -> list[str]:
    """Every line of a subject, in Dutch."""
    (onderwerp,) = [o for o in onderwerpen(found) if o["onderwerp"] == subject]
    return [tekst["nl"] for v in onderwerp["vermeldingen"] for tekst in v["tekst"]]
