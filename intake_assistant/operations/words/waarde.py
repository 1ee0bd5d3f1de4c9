"""A value as a person reads it in Dutch, and the sentence in which the PIP prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from intake_assistant.domain.antwoord import Antwoord
from intake_assistant.domain.formulier import TALEN, ZWIJG, Formulieren, Keuze, Vraag
from intake_assistant.forms.keuzelijsten import naam_in
from intake_assistant.operations.words.zinnen.zinstaal import NEDERLANDS, Zinstaal
from intake_assistant.staftaal import spoken, spoken_babel
from intake_assistant.texts import SOURCE, text, text_or

_QUOTES, _END, _WITHIN = re.compile("[“”]"), re.compile("([?!]”?)[.]"), str.maketrans('“”"', "‘’'")
# What the person said and what the regievoerder saw needs no source; a test, a school or COA does.
GESPREKSBRONNEN = ("inburgeraar", "regievoerder")
LANGST: Final = 150
"""So much of a text is shown or said; the whole of it stands in the reading view."""
_HOLE: Final = "{waarde}"
# Of a level it matters for a bezwaar whether a test gave it.
NIVEAUS = tuple(f"taalniveau.nl_{deel}" for deel in ("luisteren", "spreken", "lezen", "schrijven"))


def in_words(vraag: Vraag, waarde: object, taal: Zinstaal = NEDERLANDS) -> str:
    """The answer to a question in words: labels for codes, dates written out, numbers as they are."""
    if isinstance(waarde, list):
        return ", ".join(vraag.keuzelabel(str(code)) for code in waarde)
    if vraag.type == "select_one":
        return vraag.keuzelabel(str(waarde))
    if vraag.type == "date":
        return taal.dag(str(waarde))
    if vraag.type == "range":
        schaal = taal.zin(
            "stukken.gegevens.schaal", text("stukken.gegevens.schaal", waarde="{waarde}", meest="{meest}")
        )
        return schaal.format(waarde=waarde, meest=vraag.parameters.get("end", 5))
    return "" if waarde is None else str(waarde)


def bronnaam(bron: str, taal: Zinstaal = NEDERLANDS) -> str:
    """Which source it is; one that this program does not know as it is written."""
    key = f"recht.bron.{bron}"
    return taal.zin(key, text_or(key, bron))


def taalnaam(formulieren: Formulieren, code: str) -> str:
    """A language as the forms call it; empty when they do not know it."""
    keuze = _taalkeuze(formulieren, code)
    return keuze.label if keuze else ""


def gezegde_taalnaam(formulieren: Formulieren, code: str) -> str:
    """The same as the screen says it, by CLDR; for staff only, and never for what is stored or matched."""
    keuze = _taalkeuze(formulieren, code)
    if keuze is None:
        return ""
    return keuze.label if spoken() == SOURCE else naam_in(keuze, spoken_babel()) or keuze.label


def _taalkeuze(formulieren: Formulieren, code: str) -> Keuze | None:
    vragen = (vraag for vraag in formulieren.vragen.values() if vraag.lijst == TALEN)
    gevonden = (keuze for vraag in vragen for keuze in vraag.keuzes if keuze.naam == vraag.keuze_of(code))
    return next(gevonden, None)


def zin_of(vraag: Vraag, waarden: Sequence[object], *, own: bool = True, taal: Zinstaal = NEDERLANDS) -> str:
    """The sentence that says the answers to a question, one or of each row; empty prints nothing.

    `own` when they are the person's own words: only round those stand quotation marks.
    """
    vraag = taal.vraag(vraag)
    return _said(vraag, waarden, vraag.zin if own else _QUOTES.sub("", vraag.zin), vraag.zinnen, taal)


def samenvatting_of(vraag: Vraag, waarde: object) -> str:
    """The sentence that says an answer back at the end of a conversation, in at most so many words."""
    return _said(vraag, [in_short(waarde)], vraag.samenvatting, {})


def in_short(waarde: object) -> object:
    """The begin of a long text, up to a whole word when there is one."""
    if not isinstance(waarde, str) or len(waarde) <= LANGST:
        return waarde
    begin = waarde[:LANGST]
    return f"{begin[: begin.rfind(' ')] if ' ' in begin[LANGST // 2 :] else begin}…"


def portret_of_antwoord(vraag: Vraag, waarden: Sequence[object]) -> str:
    """The same in the few words of the portret; empty shows nothing."""
    return _said(vraag, waarden, vraag.portret_zin or _HOLE, vraag.portret_zinnen)


def _said(
    vraag: Vraag,
    waarden: Sequence[object],
    zin: str,
    zinnen: Mapping[str, str],
    taal: Zinstaal = NEDERLANDS,
) -> str:
    codes = [str(code) for waarde in waarden for code in _in_order(vraag, waarde)]
    if len(codes) == 1 and codes[0] in zinnen:
        own = zinnen[codes[0]]
        return "" if own == ZWIJG else own
    told = dict.fromkeys(_told(vraag, code, taal) for code in codes if zinnen.get(code) != ZWIJG)
    words = [word for word in told if word]
    return _END.sub(r"\1", zin.replace(_HOLE, enumerate_words(words, taal))) if words and zin else ""


def eigen_woorden_in(zin: str) -> str:
    """What a sentence quotes, without case and signs; empty when it quotes nothing."""
    _, quoted, rest = zin.partition("“")
    return (
        "".join(letter for letter in rest.rpartition("”")[0].casefold() if letter.isalnum()) if quoted else ""
    )


def _in_order(vraag: Vraag, waarde: object) -> list[object]:
    """Each choice, in the order of the form: days of the week in that of the week."""
    if not isinstance(waarde, list):
        return [waarde]
    order = {keuze.naam: nummer for nummer, keuze in enumerate(vraag.keuzes)}
    return sorted(waarde, key=lambda code: order.get(str(code), len(order)))


def with_bron(zin: str, vraag: Vraag, antwoord: Antwoord, taal: Zinstaal = NEDERLANDS) -> str:
    """The same with where it comes from, unless from the conversations; a level always says it.

    What another source says stays on screen until somebody settles it: a letter that prints two
    values contradicts itself.
    """
    if antwoord.bron not in GESPREKSBRONNEN:
        template = taal.zin("stukken.gegevens.bron", text("stukken.gegevens.bron", bron="{bron}"))
        bron = template.format(bron=bronnaam(antwoord.bron, taal))
    elif vraag.naam in NIVEAUS:
        bron = taal.zin("stukken.gegevens.schatting", text("stukken.gegevens.schatting"))
    else:
        return zin
    return f"{zin.removesuffix('.')} ({bron})."


def enumerate_words(words: Iterable[str], taal: Zinstaal = NEDERLANDS) -> str:
    """Words as a person lists them: `a, b en c`; with semicolons when a part is a list itself."""
    *first, last = words
    if not first:
        return last
    en = taal.zin("stukken.gegevens.en", text("stukken.gegevens.en"))
    if any("," in word or f" {en} " in word for word in (*first, last)):
        return "; ".join((*first, last))
    return f"{', '.join(first)} {en} {last}"


def _told(vraag: Vraag, waarde: str, taal: Zinstaal) -> str:
    if vraag.keuzes and vraag.keuze_of(waarde) not in vraag.codes:
        # An impossible value is kept in the dossier with a flag; a letter never shows its code.
        return ""
    told = in_words(vraag, [waarde] if vraag.keuzes else waarde, taal)
    # One line, and other marks than those that the sentence itself may set round it.
    return " ".join(told.split()).rstrip(". ").translate(_WITHIN)
