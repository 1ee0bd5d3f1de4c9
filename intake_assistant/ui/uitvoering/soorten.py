"""The lists of what comes after the besluit, as data: each with its fields and its words."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain import kinds
from intake_assistant.domain.recht.grenzen import Grens
from intake_assistant.domain.recht.uitvoering.weekplan import UREN_PER_WEEK
from intake_assistant.ui.fields.rijen.soort import JA_NEE, Rijsoort, Rijveld

UREN: Final = Rijsoort(
    kind=kinds.UREN,
    naam="uren",
    meervoud="urenboek",
    kop="uitvoering.uren.boek",
    uitleg="uitvoering.uren.uitleg",
    leeg="uitvoering.uren.leeg",
    nieuw="uitvoering.uren.nieuw",
    weg="uitvoering.uren.weg",
    begin="tot",
    velden=(
        Rijveld(
            naam="soort",
            woord="uitvoering.uren.soort",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "cursus": "uitvoering.uren.cursus",
                "alfabetisering": "uitvoering.uren.alfabetisering",
                "knm": "uitvoering.uren.knm",
                "pvt": "uitvoering.uren.pvt",
                "map": "uitvoering.uren.map",
                "participatie": "uitvoering.uren.participatie",
            },
        ),
        Rijveld(
            naam="aantal",
            woord="uitvoering.uren.aantal",
            kort="uitvoering.kort.uren",
            soort="getal",
            grens=Grens(0, 9999, "Besl 5.5(1)", heel=False),
        ),
        Rijveld(naam="van", woord="uitvoering.uren.van", kort="uitvoering.kort.van"),
        Rijveld(naam="tot", woord="uitvoering.uren.tot", kort="uitvoering.kort.tot"),
        Rijveld(
            naam="instelling",
            woord="uitvoering.uren.instelling",
            kort="uitvoering.kort.wat",
            soort="regel",
            hulp="uitvoering.uren.instelling_hulp",
        ),
        Rijveld(naam="bron", woord="uitvoering.uren.bron", soort="regel", hulp="uitvoering.uren.bron_hulp"),
    ),
)
BEZWAAR: Final = Rijsoort(
    kind=kinds.BEZWAAR,
    naam="bezwaar",
    meervoud="bezwaren",
    kop="uitvoering.bezwaar.kop",
    uitleg="uitvoering.bezwaar.uitleg",
    leeg="uitvoering.bezwaar.leeg",
    nieuw="uitvoering.bezwaar.nieuw",
    weg="uitvoering.bezwaar.weg",
    begin="ontvangen_op",
    velden=(
        Rijveld(
            naam="besluit", woord="uitvoering.bezwaar.besluit", kort="uitvoering.kort.besluit", soort="keuze"
        ),
        Rijveld(naam="commissie", woord="uitvoering.bezwaar.commissie", soort="keuze", keuzes=JA_NEE),
        Rijveld(naam="verzonden_op", woord="uitvoering.bezwaar.verzonden_op"),
        Rijveld(
            naam="ontvangen_op", woord="uitvoering.bezwaar.ontvangen_op", kort="uitvoering.kort.ontvangen"
        ),
        Rijveld(naam="verlengd_op", woord="uitvoering.bezwaar.verlengd_op"),
        Rijveld(naam="gehoord_op", woord="uitvoering.bezwaar.gehoord_op"),
        Rijveld(
            naam="niet_gehoord",
            woord="uitvoering.bezwaar.niet_gehoord",
            soort="keuze",
            keuzes={
                "wilde_niet": "dossier.code.niet_gehoord.wilde_niet",
                "geen_antwoord": "dossier.code.niet_gehoord.geen_antwoord",
                "volledig_gelijk": "dossier.code.niet_gehoord.volledig_gelijk",
                "kennelijk": "dossier.code.niet_gehoord.kennelijk",
            },
        ),
        Rijveld(naam="beslist_op", woord="uitvoering.bezwaar.beslist_op", kort="uitvoering.kort.beslist"),
        Rijveld(
            naam="beslissing",
            woord="uitvoering.bezwaar.beslissing",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "gegrond": "dossier.code.beslissing.gegrond",
                "deels": "dossier.code.beslissing.deels",
                "ongegrond": "dossier.code.beslissing.ongegrond",
                "niet_ontvankelijk": "dossier.code.beslissing.niet_ontvankelijk",
                "ingetrokken": "dossier.code.beslissing.ingetrokken",
            },
        ),
        Rijveld(naam="beroep_op", woord="uitvoering.bezwaar.beroep_op"),
        Rijveld(naam="uitspraak_op", woord="uitvoering.bezwaar.uitspraak_op"),
        Rijveld(naam="hoger_beroep_op", woord="uitvoering.bezwaar.hoger_beroep_op"),
        Rijveld(naam="uitspraak_hoger_beroep_op", woord="uitvoering.bezwaar.uitspraak_hoger_beroep_op"),
    ),
)
HANDHAVING: Final = Rijsoort(
    kind=kinds.HANDHAVING,
    naam="handhaving",
    meervoud="handhaving",
    kop="uitvoering.handhaving.kop",
    uitleg="uitvoering.handhaving.uitleg",
    leeg="uitvoering.handhaving.leeg",
    nieuw="uitvoering.handhaving.nieuw",
    weg="uitvoering.handhaving.weg",
    begin="datum",
    velden=(
        Rijveld(naam="datum", woord="uitvoering.handhaving.datum", kort="uitvoering.kort.wat"),
        Rijveld(
            naam="soort",
            woord="uitvoering.handhaving.soort",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "oproep": "uitvoering.handhaving.oproep",
                "waarschuwing": "uitvoering.handhaving.waarschuwing",
                "zienswijze": "uitvoering.handhaving.zienswijze",
                "boete": "uitvoering.handhaving.boete",
                "besluit": "uitvoering.handhaving.besluit",
            },
        ),
        Rijveld(naam="reden", woord="uitvoering.handhaving.reden", soort="tekst", breed=True),
        Rijveld(naam="artikel", woord="uitvoering.handhaving.artikel", soort="regel"),
        Rijveld(
            naam="percentage",
            woord="uitvoering.handhaving.percentage",
            soort="getal",
            grens=Grens(0, 100, "Besl 7.1(4)"),
            hulp="uitvoering.handhaving.boete_hulp",
        ),
        Rijveld(
            naam="bedrag",
            woord="uitvoering.handhaving.bedrag",
            kort="uitvoering.kort.euro",
            soort="getal",
            grens=Grens(0, 9999, "Besl 7.1(5)", heel=False),
            hulp="uitvoering.handhaving.boete_hulp",
        ),
    ),
)
VERWIJZING: Final = Rijsoort(
    kind=kinds.VERWIJZING,
    naam="verwijzing",
    meervoud="verwijzingen",
    kop="uitvoering.verwijzing.kop",
    uitleg="uitvoering.verwijzing.uitleg",
    leeg="uitvoering.verwijzing.leeg",
    nieuw="uitvoering.verwijzing.nieuw",
    weg="uitvoering.verwijzing.weg",
    begin="datum",
    velden=(
        Rijveld(naam="naar", woord="uitvoering.verwijzing.naar", kort="uitvoering.kort.wat", soort="regel"),
        Rijveld(naam="datum", woord="uitvoering.verwijzing.datum", kort="uitvoering.kort.wat"),
        Rijveld(
            naam="uitkomst",
            woord="uitvoering.verwijzing.uitkomst",
            kort="uitvoering.kort.wat",
            soort="tekst",
            breed=True,
        ),
    ),
)
RANDVOORWAARDE: Final = Rijsoort(
    kind=kinds.RANDVOORWAARDE,
    naam="randvoorwaarde",
    meervoud="randvoorwaarden",
    kop="uitvoering.randvoorwaarde.kop",
    uitleg="uitvoering.randvoorwaarde.uitleg",
    leeg="uitvoering.randvoorwaarde.leeg",
    nieuw="uitvoering.randvoorwaarde.nieuw",
    weg="uitvoering.randvoorwaarde.weg",
    begin="sinds",
    velden=(
        Rijveld(naam="wat", woord="uitvoering.randvoorwaarde.wat", kort="uitvoering.kort.wat", soort="regel"),
        Rijveld(
            naam="houdt_tegen",
            woord="uitvoering.randvoorwaarde.houdt_tegen",
            kort="uitvoering.kort.nodig_voor",
            soort="keuze",
            keuzes={
                "cursus": "uitvoering.randvoorwaarde.cursus",
                "map": "uitvoering.randvoorwaarde.map",
                "pvt": "uitvoering.randvoorwaarde.pvt",
                "werk": "uitvoering.randvoorwaarde.werk",
                "niets": "uitvoering.randvoorwaarde.niets",
            },
        ),
        Rijveld(naam="wie", woord="uitvoering.randvoorwaarde.wie", kort="uitvoering.kort.wie", soort="regel"),
        Rijveld(naam="sinds", woord="uitvoering.randvoorwaarde.sinds"),
        Rijveld(
            naam="uiterlijk", woord="uitvoering.randvoorwaarde.uiterlijk", kort="uitvoering.kort.uiterlijk"
        ),
        Rijveld(
            naam="geregeld_op", woord="uitvoering.randvoorwaarde.geregeld_op", kort="uitvoering.kort.geregeld"
        ),
    ),
)
WERKPLEK: Final = Rijsoort(
    kind=kinds.WERKPLEK,
    naam="werkplek",
    meervoud="werkplekken",
    kop="uitvoering.werkplek.kop",
    uitleg="uitvoering.werkplek.uitleg",
    leeg="uitvoering.werkplek.leeg",
    nieuw="uitvoering.werkplek.nieuw",
    weg="uitvoering.werkplek.weg",
    begin="van",
    velden=(
        Rijveld(naam="wat", woord="uitvoering.werkplek.wat", kort="uitvoering.kort.wat", soort="regel"),
        Rijveld(naam="afspraak", woord="uitvoering.werkplek.afspraak", soort="keuze"),
        Rijveld(
            naam="doel",
            woord="uitvoering.werkplek.doel",
            soort="keuze",
            keuzes={
                "taal": "dossier.code.doel.taal",
                "kennismaken": "dossier.code.doel.kennismaken",
                "uitstroom": "dossier.code.doel.uitstroom",
            },
        ),
        Rijveld(
            naam="vorm",
            woord="uitvoering.werkplek.vorm",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "meekijken": "dossier.code.vorm.meekijken",
                "stage": "dossier.code.vorm.stage",
                "vrijwilligerswerk": "dossier.code.vorm.vrijwilligerswerk",
                "leerwerkplek": "dossier.code.vorm.leerwerkplek",
                "proefplaatsing": "dossier.code.vorm.proefplaatsing",
                "betaald": "dossier.code.vorm.betaald",
                "anders": "dossier.code.vorm.anders",
            },
        ),
        Rijveld(
            naam="voertaal",
            woord="uitvoering.werkplek.voertaal",
            soort="keuze",
            keuzes={
                "nederlands": "dossier.code.voertaal.nederlands",
                "gemengd": "dossier.code.voertaal.gemengd",
                "andere_taal": "dossier.code.voertaal.andere_taal",
                "weinig": "dossier.code.voertaal.weinig",
            },
        ),
        Rijveld(naam="begeleider", woord="uitvoering.werkplek.begeleider", soort="regel"),
        Rijveld(
            naam="past",
            woord="uitvoering.werkplek.past",
            soort="keuze",
            keuzes={
                "ja": "dossier.code.past.ja",
                "deels": "dossier.code.past.deels",
                "nee": "dossier.code.past.nee",
            },
        ),
        Rijveld(
            naam="telt_voor",
            woord="uitvoering.werkplek.telt_voor",
            soort="keuze",
            keuzes={
                "map": "uitvoering.uren.map",
                "participatie": "uitvoering.uren.participatie",
            },
        ),
        Rijveld(
            naam="waarom",
            woord="uitvoering.werkplek.waarom",
            soort="tekst",
            breed=True,
        ),
        Rijveld(
            naam="uren_per_week",
            woord="uitvoering.werkplek.uren_per_week",
            kort="uitvoering.kort.uren_per_week",
            soort="getal",
            grens=UREN_PER_WEEK,
        ),
        Rijveld(naam="van", woord="uitvoering.werkplek.van", kort="uitvoering.kort.van"),
        Rijveld(naam="tot", woord="uitvoering.werkplek.tot", kort="uitvoering.kort.tot"),
    ),
)
DAARNA: Final = Rijsoort(
    kind=kinds.DAARNA,
    naam="daarna",
    meervoud="daarna",
    kop="uitvoering.daarna.kop",
    uitleg="uitvoering.daarna.uitleg",
    leeg="uitvoering.daarna.leeg",
    nieuw="uitvoering.daarna.nieuw",
    weg="uitvoering.daarna.weg",
    begin="vanaf",
    velden=(
        Rijveld(naam="wat", woord="uitvoering.daarna.wat", kort="uitvoering.kort.wat", soort="regel"),
        Rijveld(naam="wie", woord="uitvoering.daarna.wie", kort="uitvoering.kort.wie", soort="regel"),
        Rijveld(naam="bereik", woord="uitvoering.daarna.bereik", soort="regel"),
        Rijveld(naam="vanaf", woord="uitvoering.daarna.vanaf", kort="uitvoering.kort.van"),
        Rijveld(naam="dag", woord="uitvoering.daarna.dag"),
        Rijveld(naam="wat_dan", woord="uitvoering.daarna.wat_dan", soort="regel"),
        Rijveld(
            naam="gezondheid",
            woord="uitvoering.daarna.gezondheid",
            soort="keuze",
            keuzes=JA_NEE,
            hulp="uitvoering.daarna.gezondheid_hulp",
        ),
    ),
)
