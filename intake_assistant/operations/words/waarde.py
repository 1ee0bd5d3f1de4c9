"""A value as a person reads it in Dutch, and the sentence in which the PIP prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from intake_assistant.dates import date_in_words
from intake_assistant.domain.antwoord import Antwoord, Staat
from intake_assistant.domain.formulier import TALEN, ZWIJG, Formulieren, Vraag
from intake_assistant.texts import text, text_or

# What the person said and what the regievoerder saw needs no source; a test, a school or COA does.
GESPREKSBRONNEN = ("inburgeraar", "regievoerder")


def in_words(vraag: Vraag, waarde: object) -> str:
    """The answer to a question in words: labels for codes, dates written out, numbers as they are."""
    if isinstance(waarde, list):
        return ", ".join(vraag.keuzelabel(str(code)) for code in waarde)
    if vraag.type == "select_one":
        return vraag.keuzelabel(str(waarde))
    if vraag.type == "date":
        return date_in_words(str(waarde))
    if vraag.type == "range":
        return text("stukken.gegevens.schaal", waarde=waarde, meest=vraag.parameters.get("end", 5))
    return "" if waarde is None else str(waarde)


def bronnaam(bron: str) -> str:
    """Which source it is; one that this program does not know as it is written."""
    return text_or(f"recht.bron.{bron}", bron)


def taalnaam(formulieren: Formulieren, code: str) -> str:
    """A language as the forms call it; empty when they do not know it."""
    vragen = (vraag for vraag in formulieren.vragen.values() if vraag.lijst == TALEN)
    vraag = next((vraag for vraag in vragen if vraag.keuze_of(code) in vraag.codes), None)
    return vraag.keuzelabel(code) if vraag else ""


def zin_of(vraag: Vraag, waarden: Sequence[object]) -> str:
    """The sentence that says the answers to a question, one or of each row; empty prints nothing."""
    codes = [str(code) for waarde in waarden for code in (waarde if isinstance(waarde, list) else [waarde])]
    if len(codes) == 1 and codes[0] in vraag.zinnen:
        zin = vraag.zinnen[codes[0]]
        return "" if zin == ZWIJG else zin
    told = dict.fromkeys(_told(vraag, code) for code in codes if vraag.zinnen.get(code) != ZWIJG)
    words = [word for word in told if word]
    return vraag.zin.replace("{waarde}", enumerate_words(words)) if words and vraag.zin else ""


def with_bron(zin: str, vraag: Vraag, antwoord: Antwoord) -> str:
    """The same with where it comes from, unless from the conversations."""
    if antwoord.bron in GESPREKSBRONNEN:
        return zin
    bron = bronnaam(antwoord.bron)
    anders = _uit_gesprek(vraag, antwoord)
    key = "stukken.gegevens.bron_en_gesprek" if anders else "stukken.gegevens.bron"
    herkomst = text(key, bron=bron, **({"waarde": anders} if anders else {}))
    return f"{zin.removesuffix('.')} ({herkomst})."


def enumerate_words(words: Iterable[str]) -> str:
    """Words as a person lists them: `a, b en c`; with semicolons when a part is a list itself."""
    *first, last = words
    if not first:
        return last
    en = text("stukken.gegevens.en")
    if any("," in word or f" {en} " in word for word in (*first, last)):
        return "; ".join((*first, last))
    return f"{', '.join(first)} {en} {last}"


def _told(vraag: Vraag, waarde: str) -> str:
    if vraag.keuzes and vraag.keuze_of(waarde) not in vraag.codes:
        # An impossible value is kept in the dossier with a flag; a letter never shows its code.
        return ""
    return in_words(vraag, [waarde] if vraag.keuzes else waarde).strip().rstrip(". ")


def _uit_gesprek(vraag: Vraag, antwoord: Antwoord) -> str:
    """What came from the conversations, when that is something else."""
    for ander in antwoord.andere_bronnen:
        eigen = ander.bron in GESPREKSBRONNEN and ander.staat == Staat.BEANTWOORD and not ander.conflict
        if eigen and ander.waarde != antwoord.waarde:
            return in_words(vraag, ander.waarde)
    return ""
