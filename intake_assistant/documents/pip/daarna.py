"""Two sheets for when somebody else takes over: one for the person, one for the colleague."""

from collections.abc import Iterator
from datetime import date

from intake_assistant.dates import in_words
from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Deel, Stuk
from intake_assistant.documents.pip.gegevens import DaarnaGegevens
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.recht.ontwikkelplan import Afspraak
from intake_assistant.domain.recht.uitvoering.nazorg import Nazorg
from intake_assistant.domain.teksten import Teksten


def build_daarna(gegevens: DaarnaGegevens, teksten: Teksten) -> Stuk:
    """Return the sheet of the person: who helps from now on, and which days to remember."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    bouw.add("daarna.begin")
    bouw.plain("daarna.wie")
    _add_nazorg(bouw, gegevens.nazorg, "daarna.geen_wie")
    bouw.plain("daarna.dagen")
    _add_dagen(bouw, gegevens, gegevens.nazorg, "daarna.geen_dagen")
    bouw.contact("verteld.contact", gegevens.contact, gegevens.gemeente)
    return _document(bouw, gegevens, "daarna", "daarna.titel")


def build_daarna_collega(gegevens: DaarnaGegevens, teksten: Teksten) -> Stuk:
    """Return the sheet of the colleague: no more than the work asks, and nothing of health (AVG 5(1)(c))."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    nazorg = tuple(een for een in gegevens.nazorg if not een.gezondheid)
    bouw.add("daarna.collega.grond")
    bouw.plain("daarna.collega.stand")
    bouw.facts("", _stand(bouw, gegevens))
    bouw.plain("daarna.collega.loopt")
    _add_nazorg(bouw, nazorg, "daarna.collega.geen_wie")
    bouw.plain("daarna.dagen")
    _add_dagen(bouw, gegevens, nazorg, "daarna.collega.geen_dagen")
    bouw.plain("daarna.collega.open")
    _add_open(bouw, gegevens)
    return _document(bouw, gegevens, "daarna_collega", "daarna.collega.titel")


def _document(bouw: Bouwer, gegevens: DaarnaGegevens, deel: Deel, titel: str) -> Stuk:
    return bouw.document(
        deel,
        bouw.fixed(titel).kop,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk=gegevens.kenmerk,
        dag=gegevens.peildatum,
        huisstijl=gegevens.gemeente.huisstijl,
    )


def _stand(bouw: Bouwer, gegevens: DaarnaGegevens) -> Iterator[tuple[str, object]]:
    yield bouw.woord("daarna", "naam"), bouw.naam(gegevens.inburgeraar)
    yield bouw.woord("daarna", "kenmerk"), gegevens.kenmerk
    if gegevens.leerroute:
        yield bouw.woord("daarna", "leerroute"), bouw.woord("leerroute", gegevens.leerroute)
    if gegevens.einde_op:
        yield bouw.woord("daarna", "einde"), in_words(gegevens.einde_op)


def _add_nazorg(bouw: Bouwer, nazorg: tuple[Nazorg, ...], anders: str) -> None:
    rijen = [(isoleer(een.wat), _wie(bouw, een)) for een in nazorg if een.wat]
    if rijen:
        bouw.table("feiten", [bouw.woord("daarna", code) for code in ("wat", "wie")], rijen)
    else:
        bouw.add(anders)


def _wie(bouw: Bouwer, een: Nazorg) -> str:
    if not een.wie:
        return bouw.woord("daarna", "nog_niemand")
    wie = bouw.woord("daarna", "bereik", naam=een.wie, telefoon=een.bereik) if een.bereik else een.wie
    if een.vanaf is None:
        return isoleer(wie)
    return bouw.woord("daarna", "wie_vanaf", wat=wie, datum=in_words(een.vanaf))


def _add_dagen(bouw: Bouwer, gegevens: DaarnaGegevens, nazorg: tuple[Nazorg, ...], anders: str) -> None:
    """The days still to come; what has passed nobody needs to remember."""
    dagen = [(een.dag, _wat_dan(bouw, een)) for een in nazorg if een.dag]
    if gegevens.termijn_einde and not gegevens.einde_op:
        dagen.append((gegevens.termijn_einde, bouw.woord("daarna", "termijn")))
    komend = sorted(paar for paar in dagen if paar[0] >= gegevens.peildatum)
    if komend:
        koppen = [bouw.woord("daarna", code) for code in ("wanneer", "wat")]
        bouw.table("feiten", koppen, [(isoleer(in_words(dag)), wat) for dag, wat in komend])
    else:
        bouw.add(anders)


def _wat_dan(bouw: Bouwer, een: Nazorg) -> str:
    wat = een.wat_dan or een.wat
    return isoleer(wat) if wat else bouw.woord("daarna", "dag")


def _add_open(bouw: Bouwer, gegevens: DaarnaGegevens) -> None:
    def uiterlijk(dag: date | None) -> str:
        return isoleer(in_words(dag)) if dag else bouw.woord("wand", "geen_dag")

    def wie(een: Afspraak) -> str:
        # Who takes over goes on where the help stands, and does not begin at the foot of the stairs.
        if een.hulp.is_afgesproken:
            return bouw.woord("daarna_hulp", een.hulp.is_nu(gegevens.peildatum), wat=een.wat)
        return bouw.woord("daarna_wie", een.wie or "inburgeraar", wat=een.wat)

    rijen = [(uiterlijk(een.laatste_dag), wie(een)) for een in gegevens.afspraken]
    if rijen:
        bouw.table("feiten", [bouw.woord("daarna", code) for code in ("wanneer", "wat")], rijen)
    else:
        bouw.add("daarna.collega.niets_open")
