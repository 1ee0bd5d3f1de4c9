"""Which value of a rule holds on a day, for a doelgroep and a leerroute."""

import datetime

import pytest

from intake_assistant.domain.recht.regels import Regel, Regels

EEN, TWEE = datetime.date(2022, 1, 1), datetime.date(2023, 1, 1)
EINDE = datetime.date(2022, 12, 31)


def regel(
    waarde: object, van: datetime.date = EEN, tot: datetime.date | None = None, **voor: tuple[str, ...]
) -> Regel:
    return Regel(sleutel="pip.termijn", waarde=waarde, geldig_van=van, geldig_tot=tot, **voor)  # type: ignore[arg-type]  # the two groups are tuples


REGELS = Regels(
    (regel(1, tot=EINDE), regel(2, van=TWEE), regel(3, van=TWEE, doelgroepen=("asielstatushouder",)))
)


@pytest.mark.parametrize(
    ("op", "doelgroep", "verwacht"),
    [
        (EEN, "", 1),
        (EINDE, "asielstatushouder", 1),
        (TWEE, "", 2),
        (TWEE, "gezinsmigrant", 2),
        (TWEE, "asielstatushouder", 3),
    ],
)
def test_the_most_precise_rule_of_the_day_counts(op: datetime.date, doelgroep: str, verwacht: int) -> None:
    assert REGELS.waarde("pip.termijn", op=op, doelgroep=doelgroep) == verwacht


@pytest.mark.parametrize(
    ("sleutel", "op"), [("pip.termijn", datetime.date(2021, 12, 31)), ("pip.niets", EEN)]
)
def test_no_rule_is_no_value(sleutel: str, op: datetime.date) -> None:
    with pytest.raises(LookupError):
        REGELS.waarde(sleutel, op=op)


def test_the_version_changes_with_any_rule() -> None:
    assert REGELS.versie == Regels(REGELS.regels).versie
    assert REGELS.versie != Regels(REGELS.regels[:2]).versie
    assert len(REGELS.versie) == 16


@pytest.mark.parametrize(
    ("een", "ander", "botst"),
    [
        (regel(1), regel(2, van=TWEE), True),
        (regel(1, tot=EINDE), regel(2, van=TWEE), False),
        (regel(1), regel(2, leerroutes=("Z",)), False),
        (regel(1, leerroutes=("B", "Z")), regel(2, leerroutes=("Z",)), True),
        (regel(1, leerroutes=("B",)), regel(2, leerroutes=("Z",)), False),
        (regel(1, doelgroepen=("gezinsmigrant",)), regel(2, leerroutes=("Z",)), True),
    ],
)
def test_two_values_for_one_case_conflict(een: Regel, ander: Regel, botst: bool) -> None:
    assert een.conflicts(ander) is botst
    assert ander.conflicts(een) is botst


def test_a_rule_is_to_be_checked_when_nobody_did_or_long_ago() -> None:
    def checked(sleutel: str, op: str) -> Regel:
        return Regel(sleutel=sleutel, waarde=1, geldig_van=EEN, gecontroleerd_op=op)

    regels = Regels(
        (checked("a", "2026-09-30"), checked("b", "2026-10-01"), checked("c", "niet gecontroleerd"))
    )
    assert regels.te_controleren(datetime.date(2026, 10, 1)) == ("a", "c")
