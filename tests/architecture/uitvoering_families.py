"""The families of the texts of what comes after the besluit, and of DUO (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.duo import vorm
from intake_assistant.domain.recht.bezwaar import Bezwaargebrek, Tijdigheid
from intake_assistant.domain.recht.tussen.overleg import Overleggebrek
from intake_assistant.domain.recht.uitvoering import weekplan
from intake_assistant.domain.recht.uitvoering.geldlijn import INKOMSTEN, KOSTEN, Geldsignaal
from intake_assistant.domain.recht.uitvoering.geregeld import AFRONDINGEN
from intake_assistant.domain.recht.uitvoering.handhaving import Handhavingsgebrek
from intake_assistant.domain.recht.uitvoering.ontzorgen import Ontzorgengebrek
from intake_assistant.domain.recht.uitvoering.weekgebrek import Weekgebrek
from intake_assistant.domain.recht.uitvoering.weekpassing import Knelsoort
from intake_assistant.operations.views.uitvoering.geldlijn import KOLOMMEN
from intake_assistant.ui.duo.bericht import VORMEN
from intake_assistant.ui.uitvoering.screen import PLAATSEN

GELEZEN: Final = (
    vorm.PLICHT,
    vorm.DOELGROEP,
    vorm.LBT,
    vorm.TERMIJN,
    vorm.ONTHEFFING,
    vorm.GEDEELTELIJK,
)
GESTUURD: Final = {veld.naam: veld for een in VORMEN.values() for veld in een.velden}

OVER: Final = (
    "uren.soort uren.aantal uren.van uren.tot uren.instelling uren.bron handhaving.datum "
    "handhaving.soort handhaving.reden handhaving.artikel handhaving.percentage handhaving.bedrag "
    "ontzorgen.van ontzorgen.verlengd_tot ontzorgen.posten verwijzing.naar verwijzing.datum "
    "verwijzing.uitkomst randvoorwaarde.wat randvoorwaarde.houdt_tegen randvoorwaarde.wie "
    "randvoorwaarde.sinds randvoorwaarde.uiterlijk randvoorwaarde.geregeld_op ontzorgen.reden "
    "ontzorgen.zelf_sinds.huur ontzorgen.zelf_sinds.gas ontzorgen.zelf_sinds.water "
    "ontzorgen.zelf_sinds.stroom ontzorgen.zelf_sinds.zorgverzekering afronding.pvt_op "
    "afronding.pvt_verwijtbaar afronding.map_op afronding.map_verwijtbaar afronding.knm_op "
    "afronding.knm_verwijtbaar afronding.zroute_op afronding.zroute_verwijtbaar randvoorwaarde "
    "afronding uren.werkplek werkplek werkplek.afspraak werkplek.wat werkplek.doel werkplek.vorm "
    "werkplek.voertaal werkplek.begeleider werkplek.past werkplek.waarom werkplek.telt_voor "
    "werkplek.uren_per_week werkplek.van werkplek.tot "
    "weekblok weekstap weekblok.soort weekblok.wat weekblok.dagen weekblok.van weekblok.tot "
    "weekblok.vanaf weekblok.tot_en_met weekblok.afgesproken_op weekstap.vanaf weekstap.uren "
    "weekstap.afgesproken_op "
    "daarna daarna.wat daarna.wie daarna.bereik daarna.vanaf daarna.dag daarna.wat_dan "
    "daarna.gezondheid "
    "partneroverleg partneroverleg.partij partneroverleg.wie partneroverleg.datum "
    "partneroverleg.vorm partneroverleg.grond partneroverleg.artikel partneroverleg.gedeeld "
    "partneroverleg.geleerd onderzoek onderzoek.instrument onderzoek.door onderzoek.datum onderzoek.taal "
    "onderzoek.kon_lezen onderzoek.uitkomst onderzoek.verteld onderzoek.verschil onderzoek.besproken_op "
    "geldpost geldpost.post geldpost.bedrag geldpost.van geldpost.tot geldpost.wat "
    "geldtaak geldtaak.soort geldtaak.wat geldtaak.wie geldtaak.uiterlijk geldtaak.geregeld_op "
)
"""Of `geschiedenis.over`."""

UITVOERING: Final[dict[str, str | Iterable[str]]] = {
    "casus.bezwaar_{}": [gebrek for gebrek in Bezwaargebrek if gebrek is not Bezwaargebrek.VOLGORDE],
    "casus.handhaving_{}": Handhavingsgebrek,
    "casus.ontzorgen_{}": Ontzorgengebrek,
    "casus.week_{}": Weekgebrek,
    "casus.partneroverleg_{}": Overleggebrek,
    "duo.soort.{}": [een.naam for een in (*VORMEN.values(), *GELEZEN)],
    "recht.duo.veld.{}": [*GESTUURD, "instelling"],
    "recht.duo.code.{}.{}": [
        f"{veld.naam}/{code}" for veld in GESTUURD.values() for code in veld.codes if veld.naam != "niveau"
    ],
    "uitvoering.afronding.{}": [f"{deel}_{wat}" for deel in AFRONDINGEN for wat in ("op", "verwijtbaar")],
    "uitvoering.bezwaar.{}": Tijdigheid,
    "uitvoering.geld.{}": "door_gemeente door_persoon",
    "uitvoering.geld.kolom.{}": KOLOMMEN,
    "uitvoering.geld.post.{}": (*INKOMSTEN, *KOSTEN),
    "uitvoering.geld.signaal.{}": Geldsignaal,
    "uitvoering.gesprekken.{}": "geen genoeg stand",
    "uitvoering.kaart.groep_{}": "dagen leerroute momenten naam niveau organisatie plaatsen taal vrouwen",
    "uitvoering.kaart.kolom_{}": "adres email naam telefoon waarvoor",
    "uitvoering.week.dag.{}": weekplan.DAGEN,
    "uitvoering.week.op.{}": weekplan.DAGEN,
    "uitvoering.week.past.{}": Knelsoort,
    "uitvoering.{}.blad": "daarna daarna_collega",
    "uitvoering.week.kort.{}": weekplan.SOORTEN,
    "uitvoering.plaats.{}": PLAATSEN,
    "uitvoering.uren.deel.{}": "afschalen cursusuren map_uren participatie_uren pvt_uren",
}
