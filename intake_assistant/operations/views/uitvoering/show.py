"""What came after the besluit, as JSON: the rows as they were recorded (contract 2 and 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import (
    AFRONDING,
    DAARNA,
    GELDPOST,
    GELDTAAK,
    HANDHAVING,
    ONDERZOEK,
    ONTZORGEN,
    PARTNEROVERLEG,
    RANDVOORWAARDE,
    UREN,
    VERWIJZING,
    WEEKBLOK,
    WEEKSTAP,
    WERKPLEK,
)
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.bezwaar import bezwaren_of, ook_tegen
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

_LIJSTEN: Final = (
    WERKPLEK,
    UREN,
    ONTZORGEN,
    GELDPOST,
    GELDTAAK,
    VERWIJZING,
    HANDHAVING,
    RANDVOORWAARDE,
    WEEKBLOK,
    WEEKSTAP,
    DAARNA,
    PARTNEROVERLEG,
    ONDERZOEK,
)


def uitvoering_shown(dossier: Dossier) -> dict[str, Any]:
    """Each list with the id of its rows, and what was finished."""
    return {
        **{kind.lijst(): _rows(dossier, kind) for kind in _LIJSTEN},
        AFRONDING.lijst(): dossier.fields(AFRONDING.lijst()),
        "bezwaar": [_bezwaar(dossier, rij, velden) for rij, velden in bezwaren_of(dossier)],
    }


def _rows(dossier: Dossier, kind: Kind) -> list[dict[str, Any]]:
    return [{"id": rij, **velden} for rij, velden in gevulde_rijen(dossier, kind)]


def _bezwaar(dossier: Dossier, rij: str, velden: Mapping[str, Any]) -> dict[str, Any]:
    """A bezwaar with the later besluiten that it is against by law (art. 6:19 Awb)."""
    gelezen = ((b.nummer, read_date(b.dagtekening)) for b in besluiten_of(dossier))
    ook = ook_tegen(velden, {nummer: dag for nummer, dag in gelezen if dag is not None})
    gezegd = {k: w == "ja" if k == "commissie" else w for k, w in velden.items()}
    return {"id": rij, **gezegd, **({"ook_tegen": list(ook)} if ook else {})}
