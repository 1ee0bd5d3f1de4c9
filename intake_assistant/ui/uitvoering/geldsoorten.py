"""The lists of money, as data: ontzorgen, the amounts of each month, and who does what about them."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain import kinds
from intake_assistant.domain.recht.grenzen import GELDBEDRAG
from intake_assistant.ui.fields.rijen.soort import Rijsoort, Rijveld

_POSTEN: Final = {
    "huur": "uitvoering.geld.post.huur",
    "gas": "uitvoering.geld.post.gas",
    "water": "uitvoering.geld.post.water",
    "stroom": "uitvoering.geld.post.stroom",
    "zorgverzekering": "uitvoering.geld.post.zorgverzekering",
}
ONTZORGEN: Final = Rijsoort(
    kind=kinds.ONTZORGEN,
    naam="ontzorgen",
    meervoud="ontzorgen",
    kop="uitvoering.ontzorgen.kop",
    uitleg="uitvoering.ontzorgen.uitleg",
    leeg="uitvoering.ontzorgen.leeg",
    nieuw="uitvoering.ontzorgen.nieuw",
    weg="uitvoering.ontzorgen.weg",
    begin="van",
    velden=(
        Rijveld(naam="van", woord="uitvoering.ontzorgen.van", kort="uitvoering.kort.van"),
        Rijveld(
            naam="verlengd_tot",
            woord="uitvoering.ontzorgen.verlengd_tot",
            kort="uitvoering.kort.tot",
            hulp="uitvoering.ontzorgen.verlengd_hulp",
        ),
        Rijveld(naam="reden", woord="uitvoering.ontzorgen.reden", soort="tekst", breed=True),
        Rijveld(
            naam="posten",
            woord="uitvoering.ontzorgen.posten",
            kort="uitvoering.kort.wat",
            soort="meerkeuze",
            keuzes=_POSTEN,
            breed=True,
        ),
        Rijveld(naam="zelf_sinds.huur", woord="uitvoering.ontzorgen.zelf_huur"),
        Rijveld(naam="zelf_sinds.gas", woord="uitvoering.ontzorgen.zelf_gas"),
        Rijveld(naam="zelf_sinds.water", woord="uitvoering.ontzorgen.zelf_water"),
        Rijveld(naam="zelf_sinds.stroom", woord="uitvoering.ontzorgen.zelf_stroom"),
        Rijveld(naam="zelf_sinds.zorgverzekering", woord="uitvoering.ontzorgen.zelf_zorgverzekering"),
    ),
)
GELDPOST: Final = Rijsoort(
    kind=kinds.GELDPOST,
    naam="geldpost",
    meervoud="geldposten",
    kop="uitvoering.geldpost.kop",
    uitleg="uitvoering.geldpost.uitleg",
    leeg="uitvoering.geldpost.leeg",
    nieuw="uitvoering.geldpost.nieuw",
    weg="uitvoering.geldpost.weg",
    begin="van",
    velden=(
        Rijveld(
            naam="post",
            woord="uitvoering.geldpost.post",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "bijstand": "uitvoering.geld.post.bijstand",
                "voorschot": "uitvoering.geld.post.voorschot",
                "huurtoeslag": "uitvoering.geld.post.huurtoeslag",
                "zorgtoeslag": "uitvoering.geld.post.zorgtoeslag",
                "kindgebonden_budget": "uitvoering.geld.post.kindgebonden_budget",
                "kinderbijslag": "uitvoering.geld.post.kinderbijslag",
                "kinderopvangtoeslag": "uitvoering.geld.post.kinderopvangtoeslag",
                "werk": "uitvoering.geld.post.werk",
                "ander_inkomen": "uitvoering.geld.post.ander_inkomen",
                **_POSTEN,
                "andere_kosten": "uitvoering.geld.post.andere_kosten",
            },
        ),
        Rijveld(
            naam="bedrag",
            woord="uitvoering.geldpost.bedrag",
            kort="uitvoering.kort.euro",
            soort="getal",
            grens=GELDBEDRAG,
        ),
        Rijveld(
            naam="van",
            woord="uitvoering.geldpost.van",
            kort="uitvoering.kort.van",
            hulp="uitvoering.geldpost.van_hulp",
        ),
        Rijveld(
            naam="tot",
            woord="uitvoering.geldpost.tot",
            kort="uitvoering.kort.tot",
            hulp="uitvoering.geldpost.tot_hulp",
        ),
        Rijveld(naam="wat", woord="uitvoering.geldpost.wat", kort="uitvoering.kort.wat", soort="regel"),
    ),
)
GELDTAAK: Final = Rijsoort(
    kind=kinds.GELDTAAK,
    naam="geldtaak",
    meervoud="geldtaken",
    kop="uitvoering.geldtaak.kop",
    uitleg="uitvoering.geldtaak.uitleg",
    leeg="uitvoering.geldtaak.leeg",
    nieuw="uitvoering.geldtaak.nieuw",
    weg="uitvoering.geldtaak.weg",
    begin="uiterlijk",
    velden=(
        Rijveld(
            naam="soort",
            woord="uitvoering.geldtaak.soort",
            kort="uitvoering.kort.wat",
            soort="keuze",
            keuzes={
                "tekort": "uitvoering.geld.taak.tekort",
                "machtiging": "uitvoering.geld.taak.machtiging",
                "te_laat": "uitvoering.geld.taak.te_laat",
                "dubbel": "uitvoering.geld.taak.dubbel",
                "kwijtschelding": "uitvoering.geld.taak.kwijtschelding",
                "anders": "uitvoering.geld.taak.anders",
            },
        ),
        Rijveld(
            naam="wie",
            woord="uitvoering.geldtaak.wie",
            kort="uitvoering.kort.wie",
            soort="keuze",
            keuzes={
                "inburgeraar": "ontwikkelplan.wie_inburgeraar",
                "regievoerder": "ontwikkelplan.wie_regievoerder",
                "partner": "ontwikkelplan.wie_partner",
            },
        ),
        Rijveld(
            naam="wat",
            woord="uitvoering.geldtaak.wat",
            kort="uitvoering.kort.wat",
            soort="tekst",
            breed=True,
        ),
        Rijveld(naam="uiterlijk", woord="uitvoering.geldtaak.uiterlijk", kort="uitvoering.kort.uiterlijk"),
        Rijveld(naam="geregeld_op", woord="uitvoering.geldtaak.geregeld_op", kort="uitvoering.kort.geregeld"),
    ),
)
