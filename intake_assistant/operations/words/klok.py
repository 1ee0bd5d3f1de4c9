"""The one plain sentence of each clock: why this is its last day, with the dates in words."""

from __future__ import annotations

from datetime import date

from intake_assistant.dates import with_weekday
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.domain.recht.termijn import Dagtelling, Klokfeit, feestdagen, plus_dagen
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.texts import text


def uitleg_of(klok: Klok) -> str:
    """Why a clock stands as it does."""
    # That the day of bekendmaking is assumed is told in the same breath (art. 6:8 Awb).
    reden = f"{klok.reden}_aangenomen" if klok.aangenomen else klok.reden
    feiten = {naam: _in_words(naam, feit, klok.uiterlijk) for naam, feit in klok.feiten.items()}
    return text(f"recht.klok.{klok.naam}.{reden}", **feiten)


def telling_of(telling: Dagtelling, uiterlijk: date | None) -> str:
    """How the last day was counted, from which day, and what it moved over (art. 1 Awt)."""
    duur = duur_of(telling.aantal) if telling.eenheid == "dagen" else _maanden(telling.aantal)
    geteld = text(f"recht.telling.{telling.anker}", duur=duur, vanaf=with_weekday(telling.vanaf))
    if telling.eenheid == "maanden":
        return geteld
    dag = plus_dagen(telling.vanaf, telling.aantal)
    return geteld if dag == uiterlijk else f"{geteld}; {_moved_over(dag)}"


def duur_of(dagen: int) -> str:
    """A number of days as people say it: 10 weken, 10 dagen (art. 5.3 Besl)."""
    if dagen % 7 == 0 and dagen > 7:
        return text("recht.duur.weken", aantal=dagen // 7)
    return text("recht.duur.dagen", aantal=dagen)


def _maanden(maanden: int) -> str:
    if maanden % 12 == 0:
        return text("recht.duur.jaren", aantal=maanden // 12)
    return text("recht.duur.maanden", aantal=maanden)


def _moved_over(dag: date) -> str:
    geschreven = with_weekday(dag)
    if feest := feestdagen(dag.year).get(dag):
        return text("recht.telling.op_feestdag", dag=geschreven, feestdag=text(f"recht.feestdag.{feest}"))
    return text("recht.telling.op_weekend" if dag.weekday() > 4 else "recht.telling.op_vrij", dag=geschreven)


def _in_words(naam: str, feit: Klokfeit, uiterlijk: date | None) -> str:
    match feit:
        case Dagtelling():
            return telling_of(feit, uiterlijk)
        case date():
            return with_weekday(feit)
        case int():
            return duur_of(feit)
        case _ if naam == "ontbreekt":
            return opsomming([text(f"recht.klok.onbekend.{deel}") for deel in feit])
        case _:
            # A colleague may have left out on whom is waited, and for what.
            return opsomming([wat or text("recht.klok.iets_van_derde") for wat in feit])


def days_in_words(klok: Klok) -> str:
    """How long there is still, or how it stands."""
    if klok.stand == "overschreden" and klok.soort.vanzelf:
        return text("dossier.klok.afgelopen")
    if klok.gehaald_op is not None or klok.dagen_over is None:
        return text(f"dossier.klok.stand.{klok.stand}")
    if klok.dagen_over == 0:
        return text("dossier.klok.vandaag")
    sleutel = "dossier.klok.nog" if klok.dagen_over > 0 else "dossier.klok.voorbij"
    return text(sleutel, aantal=abs(klok.dagen_over))
