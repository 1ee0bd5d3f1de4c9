"""Puts a document together: fixed texts, facts and what is still missing, in one order."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from intake_assistant.dates import in_words, in_words_of, with_weekday
from intake_assistant.documents.model import (
    PLAIN,
    Alinea,
    Beeld,
    Blok,
    Brief,
    Deel,
    Handtekening,
    Huisstijl,
    Kop,
    Opsomming,
    Randen,
    Stijl,
    Stuk,
    Tabel,
    Vorm,
    clean_stuk,
)
from intake_assistant.documents.pip.gegevens import Gemeente, Inburgeraar
from intake_assistant.documents.tekening.svg import as_svg
from intake_assistant.documents.tekening.vormen import Tekening
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.teksten import Tekst, Teksten
from intake_assistant.errors import KnownError

_NL = Locale("nl")


def bedrag(euro: int) -> str:
    """Return whole euros as people write them: 1.000."""
    return str(format_decimal(euro, locale=_NL))


def getal(aantal: Decimal | int) -> str:
    """Return a number of hours as people write it: 7,5."""
    return str(format_decimal(aantal, format="0.##", locale=_NL))


def taalnaam(code: str) -> str:
    """Return the Dutch name of a language code; an unknown one is shown as it is."""
    return str(_NL.languages.get(code.replace("-", "_"), _NL.languages.get(code.split("-")[0], code)))


def adresregel(adres: str, postcode: str, plaats: str) -> str:
    """Return an address on one line, without what is unknown."""
    return ", ".join(part for part in (adres, f"{postcode} {plaats}".strip()) if part)


class Bouwer:
    """Collects the blocks of one document; formal clauses come at the end of their section, or of a part."""

    def __init__(self, teksten: Teksten, op: date) -> None:
        self.blokken: list[Blok] = []
        self.ontbreekt: list[str] = []
        self._teksten = teksten
        self._op = op
        self._clausules: list[str] = []
        self._later: list[str] | None = None
        self._nummer = 0

    def woord(self, lijst: str, code: str, **velden: object) -> str:
        """Return the words for a code, with values in their own direction."""
        return self._teksten.woord(lijst, code).format_map({k: self.getypt(v) for k, v in velden.items()})

    def label(self, code: str, **velden: object) -> str:
        """Return a label of the list `label`."""
        return self.woord("label", code, **velden)

    def fixed(self, id: str, **velden: object) -> Tekst:
        """Return a fixed text with its fields filled in."""
        return self._teksten.tekst(id, op=self._op, **{k: self.getypt(v) for k, v in velden.items()})

    def eigen(self, tekst: str) -> str:
        """Return what a person typed, in the language of this document where somebody entered that."""
        return self._teksten.getypt.get(tekst, tekst)

    def getypt(self, waarde: object) -> str:
        """Return a value in its own direction, in the language of this document where there is one."""
        return isoleer(self.eigen(waarde) if isinstance(waarde, str) else waarde)

    def dag(self, dag: date) -> str:
        """Return a date as readers of this document write it."""
        return in_words_of(dag, self._teksten.taal) if self._teksten.taal else in_words(dag)

    def weekdag(self, dag: date) -> str:
        """Return a date with its day of the week."""
        if self._teksten.taal:
            return in_words_of(dag, self._teksten.taal, weekdag=True)
        return with_weekday(dag)

    def som(self, delen: Sequence[str]) -> str:
        """Return parts as one reads them aloud: a, b en c."""
        return str(format_list(list(delen), locale=self._teksten.taal or _NL)) if delen else ""

    def section(self, id: str, **velden: object) -> None:
        """Start a numbered section with its text."""
        self.begin(self.fixed(id, **velden).kop)
        self.add(id, "gewoon", **velden)

    def begin(self, kop: str) -> None:
        """Start a numbered section."""
        self.finish_section()
        self._nummer += 1
        self.blokken.append(Kop(1, f"{self._nummer}. {kop}"))

    def plain(self, id: str, **velden: object) -> None:
        """Start a section without a number, by its fixed heading."""
        self.finish_section()
        self.blokken.append(Kop(1, self.fixed(id, **velden).kop))

    def plain_words(self, kop: str) -> None:
        """Start a section without a number, by words that are no fixed text."""
        self.finish_section()
        self.blokken.append(Kop(1, self.getypt(kop)))

    def subsection(self, kop: str) -> None:
        """Start a part of a section."""
        self.blokken.append(Kop(2, kop))

    def add(self, id: str, stijl: Stijl = "gewoon", **velden: object) -> None:
        """Add a fixed text; its clause waits for the end of the section."""
        tekst = self.fixed(id, **velden)
        if tekst.tekst:
            self.blokken.append(Alinea(tekst.tekst, stijl))
        if tekst.clausule:
            self._clausules.append(tekst.clausule)

    def finish_section(self) -> None:
        """Print the formal clauses that wait, or put them by until they are all told together."""
        clausule = " ".join(dict.fromkeys(self._clausules))
        self._clausules.clear()
        if clausule and self._later is not None:
            self._later.append(self.label("bij_onderdeel", nummer=self._nummer, wat=clausule))
        elif clausule:
            self.blokken.append(Alinea(clausule, "clausule"))

    def keep_clauses(self) -> None:
        """From the next section on, keep the formal clauses."""
        self.finish_section()
        self._later = []

    def tell_clauses(self) -> None:
        """Print the clauses that were kept after those of this section, each with the section it is of."""
        kept, self._later = self._later or [], None
        self.finish_section()
        self.blokken += [Alinea(clausule, "clausule") for clausule in kept]

    def free(self, text: str) -> None:
        """Add what a person typed; an empty line starts a paragraph."""
        parts = _paragraphs(text)
        vertaald = self.eigen(text)
        if vertaald != text:
            parts = _as_many(_paragraphs(vertaald), len(parts))
        self.blokken.extend(Alinea(isoleer(part)) for part in parts)

    def strong(self, text: str) -> None:
        """Add a line that stands out."""
        self.blokken.append(Alinea(text, "nadruk"))

    def large(self, text: str) -> None:
        """Add the line that is read first."""
        self.blokken.append(Alinea(text, "groot"))

    def points(self, items: Iterable[str]) -> None:
        """Add a list of points that a person typed."""
        values = tuple(self.getypt(item.strip()) for item in items if item.strip())
        if values:
            self.blokken.append(Opsomming(values))

    def lines(self, id: str, **velden: object) -> None:
        """Add a fixed text of several lines as a list of points."""
        tekst = self.fixed(id, **velden)
        self.blokken.append(Opsomming(tuple(tekst.tekst.strip().split("\n"))))

    def table(
        self, vorm: Vorm, koppen: Sequence[str], rijen: Iterable[Sequence[str]], bijschrift: str = ""
    ) -> None:
        """Add a table; cells that hold values are isolated by the caller."""
        self.blokken.append(Tabel(vorm, tuple(koppen), tuple(tuple(rij) for rij in rijen), bijschrift))

    def draw(self, tekening: Tekening) -> None:
        """Add a drawing, with the sentence that says the same below it."""
        self.blokken += [Beeld(as_svg(tekening), tekening.zin), Alinea(tekening.zin)]

    def sign(self, *regels: str) -> None:
        """Add lines to sign; a line that ends in a colon gets room to write."""
        self.blokken.append(Handtekening(regels))

    def missing(self, code: str, **velden: object) -> None:
        """Show what still has to be filled in."""
        wat = self.woord("ontbreekt", code, **velden)
        self.ontbreekt.append(wat)
        text = self._teksten.woord("label", "nog_in_te_vullen").format(wat=wat)
        self.blokken.append(Alinea(text, "ontbreekt"))

    def free_or_missing(self, text: str, code: str, **velden: object) -> None:
        """Add what a person typed, or show that it is missing."""
        if text.strip():
            self.free(text)
        else:
            self.missing(code, **velden)

    def naam(self, inburgeraar: Inburgeraar) -> str:
        """Return the whole name, saying which part is unknown."""
        if not (inburgeraar.voornamen or inburgeraar.achternaam):
            return self.label("zonder_naam")
        voornamen = inburgeraar.voornamen or self.label("zonder_voornamen")
        return f"{voornamen} {inburgeraar.achternaam or self.label('zonder_achternaam')}"

    def aanspreeknaam(self, inburgeraar: Inburgeraar) -> str:
        """Return the name to write to; without one still a word to begin with."""
        naam = f"{inburgeraar.voornamen} {inburgeraar.achternaam}".strip()
        return naam or self.label("aanhef_zonder_naam")

    def aan(self, inburgeraar: Inburgeraar) -> tuple[str, str, str]:
        """Return the lines of the address of a person."""
        plaats = f"{inburgeraar.postcode} {inburgeraar.woonplaats}".strip()
        return self.aanspreeknaam(inburgeraar), inburgeraar.adres, plaats

    def facts(self, bijschrift: str, rows: Iterable[tuple[str, object]]) -> None:
        """Add a table of facts; a row without a value is left out."""
        rijen = [(label, self.getypt(value)) for label, value in rows if value]
        self.table("feiten", (self.label("onderdeel"), self.label("inhoud")), rijen, bijschrift)

    def contact(self, id: str, wie: str, gemeente: Gemeente) -> None:
        """Add whom to ask, with the number nearest to that person."""
        telefoon = gemeente.contact_telefoon or gemeente.telefoon
        if wie and telefoon:
            self.add(f"{id}.telefoon", contact=wie, telefoon=telefoon)
        elif wie:
            self.add(id, contact=wie)

    def document(
        self,
        soort: Deel,
        titel: str,
        *,
        concept: bool,
        gemeente: str,
        kenmerk: str,
        dag: date,
        brief: Brief | None = None,
        huisstijl: Huisstijl = PLAIN,
    ) -> Stuk:
        """Return it whole and cleaned; KnownError `pip.incomplete` when a set one has an open place."""
        self.finish_section()
        if concept:
            self._concept_lines()
        elif self.ontbreekt:
            # Whatever let it through: nobody is to sign a besluit with a place left open (Awb 3:46).
            raise KnownError("pip.incomplete", wat="\n".join(f"- {wat}" for wat in self.ontbreekt))
        return clean_stuk(
            Stuk(
                titel=titel,
                soort=soort,
                taal="nl-NL",
                concept=concept,
                gemeente=f"{self.label('gemeente')} {gemeente}",
                kenmerk=kenmerk,
                datum=dag,
                randen=self._edges(soort),
                blokken=tuple(self.blokken),
                brief=brief,
                huisstijl=huisstijl,
            )
        )

    def _concept_lines(self) -> None:
        lines: list[Blok] = []
        if self.ontbreekt:
            # No number: the list on screen counts elements of the law, and this page places to fill in.
            lines.append(Alinea(self.label("ontbreken"), "ontbreekt"))
        if not self._teksten.nagekeken(self._op):
            lines.append(Alinea(self.fixed("besluit.niet_nagekeken").tekst, "klein"))
        self.blokken[:0] = lines

    def _edges(self, soort: Deel) -> Randen:
        band = "concept_band" if soort == "beschikking" else "concept_band_plan"
        return Randen(
            pagina=self.label("pagina"),
            van=self.label("van"),
            kenmerk=self.label("kenmerk"),
            concept=self.label(band),
            watermerk=self.label("concept"),
        )


def _paragraphs(text: str) -> list[str]:
    parts = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n")]
    return [part for part in parts if part]


def _as_many(parts: list[str], aantal: int) -> list[str]:
    """So many paragraphs as the Dutch has: what is over goes with the last, what lacks is empty."""
    if aantal and len(parts) > aantal:
        return [*parts[: aantal - 1], "\n\n".join(parts[aantal - 1 :])]
    return parts + [""] * (aantal - len(parts))
