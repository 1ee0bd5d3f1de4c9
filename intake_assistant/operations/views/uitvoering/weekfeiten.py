"""What the answers say about a week: hours, care, days for lessons, the way to them, and the children."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import WEEKBLOK
from intake_assistant.domain.recht.besluit import besluiten_of, geldende
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.uitvoering.weekpassing import Weekfeiten, Werkuren
from intake_assistant.domain.recht.uitvoering.weekplan import DAGEN
from intake_assistant.domain.recht.uitvoering.werkplek import werkplekken_of
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie
from intake_assistant.operations.workspace import Workspace

DRAAGKRACHT: Final = "werknemersvaardigheden.belastbaar_uren_week"
_ZORG: Final = "gezinssituatie.zorgtaken_uren"
_DAGEN: Final = "randvoorwaarden.les_dagen"
_MOMENTEN: Final = "randvoorwaarden.les_momenten"
_REIS: Final = "randvoorwaarden.reistijd_minuten"
_OPVANG: Final = "randvoorwaarden.kinderopvang_nodig"


def weekfeiten_of(work: Workspace, dossier: Dossier) -> Weekfeiten:
    """What was answered and still applies; of what was not, nothing is held against a week."""
    judged = relevantie(work, dossier)

    def waarde(naam: str) -> object:
        antwoord = antwoord_of(work.data.formulieren, dossier, naam)
        counts = antwoord.beantwoord and judged.relevant(naam) and not judged.breaks(naam)
        return antwoord.waarde if counts else None

    dagen = _codes(waarde(_DAGEN))
    return Weekfeiten(
        draagkracht=_number(waarde(DRAAGKRACHT)),
        zorguren=_number(waarde(_ZORG)),
        lesdagen=tuple(nummer for nummer, dag in enumerate(DAGEN) if dag in dagen),
        lesmomenten=_codes(waarde(_MOMENTEN)),
        reisminuten=int(_number(waarde(_REIS)) or 0),
        opvang_nodig=waarde(_OPVANG) == "ja",
        lesuren=_lesuren(dossier),
        werkuren=tuple(
            Werkuren(plek.uren_per_week, read_date(plek.van), read_date(plek.tot))
            for plek in werkplekken_of(dossier)
            if plek.uren_per_week > 0
        ),
    )


def can_begin_week(work: Workspace, dossier: Dossier) -> bool:
    """Whether days for lessons were answered and nothing stands in the week yet."""
    return not dossier.row_ids(WEEKBLOK.lijst()) and bool(weekfeiten_of(work, dossier).lesdagen)


def _lesuren(dossier: Dossier) -> Decimal | None:
    """Of the besluit that holds; before there is one nothing is asked of a week."""
    gelden = geldende(besluiten_of(dossier))
    uren = number_of(gelden[-1].inhoud, "intensiteit.uren_per_week") if gelden else Decimal(0)
    return uren if uren > 0 else None


def _number(waarde: object) -> Decimal | None:
    return Decimal(str(waarde)) if isinstance(waarde, int | str) and str(waarde).isdecimal() else None


def _codes(waarde: object) -> tuple[str, ...]:
    return tuple(map(str, waarde)) if isinstance(waarde, list) else ()
