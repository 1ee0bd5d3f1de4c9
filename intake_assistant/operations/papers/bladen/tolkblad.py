"""From what is planned for a conversation to the sheet for its interpreter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intake_assistant.documents.model import Stuk, Tweetalig
from intake_assistant.documents.pip.tolkblad import (
    TolkbladGegevens,
    Tolkdeel,
    Tolkregel,
    build_tolkblad,
)
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Keuze, Startpositie, Vraag
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.bladen.begrippen import begrippen
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.vertalen.woordenlijst import read_woordenlijst
from intake_assistant.operations.views.voorbereiden import Gespreksvoorstel, Voorsteldeel, propose
from intake_assistant.operations.words.vertaling import gedeelde_taal, keuze_tekst, spreekt_anders, taal_van
from intake_assistant.operations.words.voorlezen import gesproken_nummers
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Taal, Vertaling, form_text, text

# Of a longer list, such as all languages, the interpreter needs no translation.
_KEUZES = 15


@dutch
def tolkblad_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The sheet as a document, of the conversation that comes; nothing on it tells whose it is."""
    taal = taal_van(gedeelde_taal(work, dossier))
    schrijver = _Tolkschrijver(work, taal)
    delen = tuple(schrijver.parts(propose(work, dossier)))
    woorden = begrippen(taal, delen, schrijver.words)
    regels = ("uitleg", "regels", *(("ongecontroleerd",) if schrijver.is_unchecked else ()))
    gegevens = TolkbladGegevens(
        gemeente=gemeente_of(work),
        peildatum=work.clock.today(),
        titel=schrijver.words("titel"),
        uitleg=(*map(schrijver.words, regels), *_spoken(work, dossier, taal)),
        koppen=(text("tolkblad.nummer"), text("tolkblad.nederlands"), taal.naam),
        taal="" if taal.code == SOURCE else taal.tag,
        delen=delen,
        woorden=woorden,
    )
    return build_tolkblad(gegevens, work.data.teksten)


@dutch
def woordenlijst_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The pocket glossary alone; KnownError `pip.no_translation` for who is spoken to in Dutch."""
    taal = taal_van(gedeelde_taal(work, dossier))
    schrijver = _Tolkschrijver(work, taal)
    woorden = begrippen(taal, tuple(schrijver.parts(propose(work, dossier))), schrijver.words)
    if not woorden:
        raise KnownError("pip.no_translation", taal=taal.code)
    gegevens = TolkbladGegevens(
        gemeente=gemeente_of(work),
        peildatum=work.clock.today(),
        titel=schrijver.words("woordenlijst"),
        uitleg=(schrijver.words("ongecontroleerd"),) if schrijver.is_unchecked else (),
        koppen=("", text("tolkblad.nederlands"), taal.naam),
        taal=taal.tag,
        delen=(),
        woorden=woorden,
        soort="woordenlijst",
    )
    return build_tolkblad(gegevens, work.data.teksten)


def has_woordenlijst(dossier: Dossier) -> bool:
    """Whether the person speaks or reads a language that has a glossary."""
    codes = (str(dossier.get(PERSOON.of(veld))) for veld in ("spreektaal", "leestaal"))
    return any(read_woordenlijst(taal_van(code)) for code in codes if taal_van(code).code != SOURCE)


def _spoken(work: Workspace, dossier: Dossier, taal: Taal) -> Iterator[Tweetalig]:
    """Who interprets knows beforehand when another language is spoken than is read."""
    if spreekt := spreekt_anders(work, dossier, taal):
        yield Tweetalig(text("gesprek.spreekt_op_tolkblad", spreekt=spreekt, leest=taal.naam_nl))


@dataclass
class _Tolkschrijver:
    """Says each text in two languages, and notices when one of them was checked by nobody."""

    work: Workspace
    taal: Taal
    is_unchecked: bool = False

    def words(self, code: str) -> Tweetalig:
        """A sentence of the sheet itself."""
        dutch = text(f"tolkblad.{code}")
        return self._pair(dutch, form_text(self.taal.code, f"tolkblad.{code}", dutch))

    def parts(self, voorstel: Gespreksvoorstel) -> Iterator[Tolkdeel]:
        """What is told first, then the topics that are asked about, in the order of the proposal."""
        if zeggen := [te.onderwerp for te in voorstel.vertellen if te.nu]:
            yield Tolkdeel(self.words("vertellen"), tuple(map(self._told, zeggen)))
        nummers = gesproken_nummers(self.work.data.formulieren)
        for onderdeel in voorstel.onderdelen:
            if regels := tuple(self._asked(onderdeel, nummers)):
                deel = self.work.data.formulieren.startpositie(onderdeel.id)
                yield Tolkdeel(self._form(f"{deel.id}/titel", deel.titel), regels)

    def _asked(self, onderdeel: Voorsteldeel, nummers: Mapping[str, int]) -> Iterator[Tolkregel]:
        deel = self.work.data.formulieren.startpositie(onderdeel.id)
        if not onderdeel.voorgesteld:
            return
        for vraag in _vragen(deel, onderdeel):
            if vraag.naam in nummers:
                keuzes = [keuze for keuze in vraag.keuzes if not keuze.vervallen]
                yield Tolkregel(
                    str(nummers[vraag.naam]),
                    self._form(f"{vraag.naam}/label", vraag.label),
                    self._form(f"{vraag.naam}/hint", vraag.hint) if vraag.hint else Tweetalig(""),
                    tuple(self._choice(vraag, keuze) for keuze in keuzes) if len(keuzes) <= _KEUZES else (),
                )

    def _told(self, onderwerp: Informatieonderwerp) -> Tolkregel:
        return Tolkregel(
            "",
            self._form(f"informatie.{onderwerp.id}/titel", onderwerp.titel),
            self._form(f"informatie.{onderwerp.id}/tekst", onderwerp.tekst),
        )

    def _choice(self, vraag: Vraag, keuze: Keuze) -> Tweetalig:
        return self._pair(keuze.label, keuze_tekst(self.taal.code, vraag, keuze))

    def _form(self, key: str, dutch: str) -> Tweetalig:
        return self._pair(dutch, form_text(self.taal.code, key, dutch))

    def _pair(self, dutch: str, found: Vertaling) -> Tweetalig:
        """Dutch in the column of another language would be read as if it were that language."""
        if self.taal.code == SOURCE or found.stand == "ontbreekt":
            return Tweetalig(dutch)
        self.is_unchecked |= found.stand != "gecontroleerd"
        return Tweetalig(dutch, found.tekst)


def _vragen(deel: Startpositie, onderdeel: Voorsteldeel) -> Iterator[Vraag]:
    open_ = set(onderdeel.paginas)
    for pagina in deel.paginas:
        if pagina.naam in open_:
            yield from (deel.vragen[naam] for naam in pagina.vragen)
