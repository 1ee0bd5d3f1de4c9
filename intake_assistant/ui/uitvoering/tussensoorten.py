"""The lists of what happens between the conversations, as data: each with its fields and its words."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain import kinds
from intake_assistant.ui.fields.rijen.soort import Rijsoort, Rijveld

PARTNEROVERLEG: Final = Rijsoort(
    kind=kinds.PARTNEROVERLEG,
    naam="partneroverleg",
    meervoud="partneroverleggen",
    kop="uitvoering.partneroverleg.kop",
    uitleg="uitvoering.partneroverleg.uitleg",
    leeg="uitvoering.partneroverleg.leeg",
    nieuw="uitvoering.partneroverleg.nieuw",
    weg="uitvoering.partneroverleg.weg",
    begin="datum",
    velden=(
        Rijveld(
            naam="partij",
            woord="uitvoering.partneroverleg.partij",
            kort="uitvoering.kort.wat",
            soort="regel",
            hulp="uitvoering.partneroverleg.partij_hulp",
        ),
        Rijveld(naam="wie", woord="uitvoering.partneroverleg.wie", soort="regel"),
        Rijveld(naam="datum", woord="uitvoering.partneroverleg.datum", kort="uitvoering.kort.wat"),
        Rijveld(
            naam="vorm",
            woord="uitvoering.partneroverleg.vorm",
            soort="keuze",
            keuzes={
                "overleg": "uitvoering.partneroverleg.overleg",
                "telefoon": "uitvoering.partneroverleg.telefoon",
                "bericht": "uitvoering.partneroverleg.bericht",
            },
        ),
        Rijveld(
            naam="grond",
            woord="uitvoering.partneroverleg.grond",
            soort="keuze",
            keuzes={
                "toestemming": "uitvoering.partneroverleg.toestemming",
                "wet": "uitvoering.partneroverleg.wet",
                "zonder_naam": "uitvoering.partneroverleg.zonder_naam",
            },
        ),
        Rijveld(
            naam="artikel",
            woord="uitvoering.partneroverleg.artikel",
            soort="regel",
            hulp="uitvoering.partneroverleg.artikel_hulp",
        ),
        Rijveld(naam="gedeeld", woord="uitvoering.partneroverleg.gedeeld", soort="tekst", breed=True),
        Rijveld(
            naam="geleerd",
            woord="uitvoering.partneroverleg.geleerd",
            kort="uitvoering.kort.wat",
            soort="tekst",
            breed=True,
        ),
    ),
)
ONDERZOEK: Final = Rijsoort(
    kind=kinds.ONDERZOEK,
    naam="onderzoek",
    meervoud="onderzoeken",
    kop="uitvoering.onderzoek.kop",
    uitleg="uitvoering.onderzoek.uitleg",
    leeg="uitvoering.onderzoek.leeg",
    nieuw="uitvoering.onderzoek.nieuw",
    weg="uitvoering.onderzoek.weg",
    begin="datum",
    velden=(
        Rijveld(
            naam="instrument",
            woord="uitvoering.onderzoek.instrument",
            kort="uitvoering.kort.wat",
            soort="regel",
        ),
        Rijveld(naam="door", woord="uitvoering.onderzoek.door", soort="regel"),
        Rijveld(naam="datum", woord="uitvoering.onderzoek.datum", kort="uitvoering.kort.wat"),
        Rijveld(naam="taal", woord="uitvoering.onderzoek.taal", soort="keuze"),
        Rijveld(
            naam="kon_lezen",
            woord="uitvoering.onderzoek.kon_lezen",
            soort="keuze",
            keuzes={
                "ja": "uitvoering.onderzoek.lezen_ja",
                "met_hulp": "uitvoering.onderzoek.lezen_met_hulp",
                "nee": "uitvoering.onderzoek.lezen_nee",
            },
        ),
        Rijveld(
            naam="uitkomst",
            woord="uitvoering.onderzoek.uitkomst",
            kort="uitvoering.kort.wat",
            soort="tekst",
            hulp="uitvoering.onderzoek.uitkomst_hulp",
            breed=True,
        ),
        Rijveld(naam="verteld", woord="uitvoering.onderzoek.verteld", soort="tekst", breed=True),
        Rijveld(
            naam="verschil",
            woord="uitvoering.onderzoek.verschil",
            soort="keuze",
            keuzes={
                "geen": "uitvoering.onderzoek.verschil_geen",
                "klein": "uitvoering.onderzoek.verschil_klein",
                "groot": "uitvoering.onderzoek.verschil_groot",
            },
        ),
        Rijveld(naam="besproken_op", woord="uitvoering.onderzoek.besproken_op"),
    ),
)
