"""The lists that a week is made of, as data: each with its fields and its words."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain import kinds
from intake_assistant.domain.recht.uitvoering.weekplan import UREN_PER_WEEK
from intake_assistant.ui.fields.rijen.soort import Rijsoort, Rijveld

WEEKBLOK: Final = Rijsoort(
    kind=kinds.WEEKBLOK,
    naam="weekblok",
    meervoud="weekblokken",
    kop="uitvoering.week.blokken",
    uitleg="uitvoering.week.blok_uitleg",
    leeg="uitvoering.week.leeg",
    nieuw="uitvoering.week.nieuw",
    weg="uitvoering.week.weg",
    begin="afgesproken_op",
    velden=(
        Rijveld(
            naam="soort",
            woord="uitvoering.week.soort",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "les": "uitvoering.week.les",
                "werk": "uitvoering.week.werk",
                "zorg": "uitvoering.week.zorg",
                "reis": "uitvoering.week.reis",
                "opvang": "uitvoering.week.opvang",
                "open": "uitvoering.week.open",
            },
        ),
        Rijveld(
            naam="wat",
            woord="uitvoering.week.wat",
            kort="uitvoering.kort.wat",
            soort="regel",
            hulp="uitvoering.week.wat_hulp",
        ),
        Rijveld(
            naam="dagen",
            woord="uitvoering.week.dagen",
            kort="uitvoering.kort.wat",
            soort="meerkeuze",
            keuzes={
                "maandag": "uitvoering.week.dag.maandag",
                "dinsdag": "uitvoering.week.dag.dinsdag",
                "woensdag": "uitvoering.week.dag.woensdag",
                "donderdag": "uitvoering.week.dag.donderdag",
                "vrijdag": "uitvoering.week.dag.vrijdag",
                "zaterdag": "uitvoering.week.dag.zaterdag",
                "zondag": "uitvoering.week.dag.zondag",
            },
            breed=True,
        ),
        Rijveld(naam="van", woord="uitvoering.week.van", kort="uitvoering.kort.van_uur", soort="regel"),
        Rijveld(naam="tot", woord="uitvoering.week.tot", kort="uitvoering.kort.tot_uur", soort="regel"),
        Rijveld(naam="vanaf", woord="uitvoering.week.eerste_dag", kort="uitvoering.kort.vanaf"),
        Rijveld(
            naam="tot_en_met",
            woord="uitvoering.week.laatste_dag",
            kort="uitvoering.kort.tot",
            hulp="uitvoering.week.laatste_hulp",
        ),
        Rijveld(naam="afgesproken_op", woord="uitvoering.week.afgesproken_op"),
    ),
)
WEEKSTAP: Final = Rijsoort(
    kind=kinds.WEEKSTAP,
    naam="weekstap",
    meervoud="weekstappen",
    kop="uitvoering.week.stappen",
    uitleg="uitvoering.week.stap_uitleg",
    leeg="uitvoering.week.stap_leeg",
    nieuw="uitvoering.week.stap_nieuw",
    weg="uitvoering.week.stap_weg",
    begin="afgesproken_op",
    velden=(
        Rijveld(naam="vanaf", woord="uitvoering.week.stap_vanaf", kort="uitvoering.kort.vanaf"),
        Rijveld(
            naam="uren",
            woord="uitvoering.week.stap_uren",
            kort="uitvoering.kort.uren",
            soort="getal",
            grens=UREN_PER_WEEK,
        ),
        Rijveld(naam="afgesproken_op", woord="uitvoering.week.afgesproken_op"),
    ),
)
