"""The letter beside a besluit: how it was made known, until when one can object (Awb 3:41, 6:8)."""

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.briefhoofd import make_brief
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.gegevens import BekendmakingGegevens
from intake_assistant.documents.pip.slot import add_waarheen
from intake_assistant.domain.recht.besluit import BEZWAAR
from intake_assistant.domain.teksten import Teksten


def build_bekendmaking(gegevens: BekendmakingGegevens, teksten: Teksten) -> Stuk:
    """Return the letter; of the besluit itself it repeats nothing but its day and its number."""
    bouw = Bouwer(teksten, gegevens.dagtekening)
    uiterlijk = bouw.dag(gegevens.bezwaar_uiterlijk)
    bouw.large(bouw.woord("bekend", f"laatste_dag_{gegevens.rechtsmiddel}", datum=uiterlijk))
    bouw.add("besluit.aanhef", naam=bouw.aanspreeknaam(gegevens.inburgeraar))
    bouw.add("bekend.wat", datum=bouw.dag(gegevens.dagtekening))
    bouw.add(f"bekend.hoe.{gegevens.wijze or 'onbekend'}", datum=bouw.dag(gegevens.bekendgemaakt_op))
    bouw.finish_section()
    _add_rechtsmiddel(bouw, gegevens, uiterlijk)
    _add_uitleg(bouw, gegevens)
    bouw.plain("bekend.vragen")
    bouw.add("bekend.vragen")
    bouw.contact("besluit.contact", gegevens.contact, gegevens.gemeente)
    return bouw.document(
        "geleidebrief",
        bouw.fixed("bekend.titel").kop,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        huisstijl=gegevens.gemeente.huisstijl,
        kenmerk=gegevens.kenmerk,
        dag=gegevens.bekendgemaakt_op,
        brief=make_brief(
            gegevens.gemeente,
            bouw.aan(gegevens.inburgeraar),
            kenmerk=gegevens.kenmerk,
            datum=gegevens.bekendgemaakt_op,
            contact=gegevens.contact,
        ),
    )


def _add_rechtsmiddel(bouw: Bouwer, gegevens: BekendmakingGegevens, uiterlijk: str) -> None:
    """What was set on a bezwaar goes to court, with no bezwaar before it (Awb 7:1(1)(a))."""
    bezwaar = gegevens.rechtsmiddel == BEZWAAR
    id = "bekend.bezwaar" if bezwaar else "bekend.beroep"
    rechtbank = gegevens.gemeente.rechtbank or bouw.label("rechtbank")
    bouw.plain(id, bezwaar_uiterlijk=uiterlijk, rechtbank=rechtbank)
    bouw.add(id, bezwaar_uiterlijk=uiterlijk, rechtbank=rechtbank)
    if bezwaar:
        add_waarheen(bouw, gegevens.gemeente)
    bouw.add("besluit.bezwaar.hulp" if bezwaar else "besluit.beroep.hulp")


def _add_uitleg(bouw: Bouwer, gegevens: BekendmakingGegevens) -> None:
    rows = (
        ("uitgelegd_aan", gegevens.uitgelegd_aan),
        ("taal", gegevens.taal),
        # That there was one is enough: the name of a third person is not needed in a letter.
        ("tolk", gegevens.tolk and bouw.woord("bekend", "ja")),
        ("gezien", bouw.dag(gegevens.gezien_op) if gegevens.gezien_op else ""),
        ("kopie", gegevens.kopie and bouw.woord("bekend", gegevens.kopie)),
    )
    filled = [(bouw.woord("bekend", code), waarde) for code, waarde in rows if waarde]
    if filled:
        bouw.plain("bekend.uitgelegd")
        bouw.facts("", filled)
