"""Checks a case file against the contract and the forms: every mistake at once, with line and suggestion."""

from __future__ import annotations

import datetime
import difflib
import errno
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_assistant.casus.nodes import Answers, CaseLeaf, Either, Node, Rows, Table, Tables
from intake_assistant.casus.samenhang import fouten_in
from intake_assistant.casus.schema import ARGUMENT, CASE
from intake_assistant.dates import read_date
from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN
from intake_assistant.domain.antwoord import BRONNEN, Staat, normaliseer
from intake_assistant.domain.bsn import elfproef
from intake_assistant.domain.formulier import Gebrek, Vraag, check_waarde
from intake_assistant.domain.recht.grenzen import GELDBEDRAG, getalgebrek
from intake_assistant.domain.recht.toestemming import bijzondere_vragen, check_toestemming
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW
from intake_assistant.domain.recht.uitvoering.weekplan import DAGEN, minutes_of
from intake_assistant.errors import KnownError
from intake_assistant.forms.gebreken import describe_gebrek
from intake_assistant.operations.words.toestemming import probleem_in_words
from intake_assistant.operations.workspace import Data
from intake_assistant.safefile import read_bytes
from intake_assistant.texts import text
from intake_assistant.toml_lines import Path as Plek
from intake_assistant.toml_lines import TomlExcess, line_numbers, line_of, read_toml

UNKNOWN_KEY, BAD_VALUE, BSN = "case.unknown_key", "case.bad_value", "bsn.invalid"
ANTWOORDVELDEN: Mapping[str, CaseLeaf | None] = {
    "waarde": None,
    "staat": None,
    "bron": None,
    "reden": CaseLeaf("text"),
    "volgende_keer": CaseLeaf("bool"),
    "tolk": CaseLeaf("text"),
    "toelichting": CaseLeaf("text"),
    OPNIEUW: CaseLeaf("date"),
    AANGEWEZEN: CaseLeaf("bool"),
}
# Of a consent these can only be judged beside its other keys and the forms.
JUDGED_WHOLE = ("gegevens", "uitdrukkelijk", "geldig_tot", "ingetrokken_op")
LONGEST_TEXT, MOST_BYTES = 100_000, 5_000_000
SHORT_LIST = 20  # of a longer one, of languages or countries, only what comes near is named
STATEN = tuple(s.value for s in Staat if s not in (Staat.ACHTERGEHOUDEN, Staat.OPEN))
_LINE = re.compile(r"at line (\d+)")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Casusfout:
    """One mistake: which rule, where, what was found, what was perhaps meant."""

    code: str
    path: Plek
    regel: int
    zin: str


def read_case(source: bytes, naam: str, data: Data) -> dict[str, Any]:
    """The case of a file; `case.unknown_key`, `case.bad_value` or `bsn.invalid` with every mistake."""
    tekst, case = _read_toml(source, naam)
    checker = CaseChecker(data, line_numbers(tekst))
    checker.check(CASE, case, ())
    checker.check_filled(case)
    checker.check_toestemmingen(case.get("toestemming", ()))
    checker.check_samenhang(case)
    checker.raise_if_any(naam)
    return case


def read_case_file(path: Path) -> bytes:
    """What stands in the file; KnownError `case.invalid`."""
    try:
        # Also from a program that writes it: `play <(maak_casus)`.
        return read_bytes(path, MOST_BYTES, pipes=True)
    except OSError as error:
        too_big = error.errno == errno.EFBIG
        reden = text("casus.te_groot", megabyte=MOST_BYTES // 1_000_000) if too_big else error.strerror or ""
        raise KnownError("case.invalid", pad=str(path), fouten=reden) from error


def _read_toml(source: bytes, naam: str) -> tuple[str, dict[str, Any]]:
    try:
        # Windows editors put a mark before UTF-8.
        tekst = source.decode("utf-8-sig")
        return tekst, read_toml(tekst)
    except UnicodeDecodeError as error:
        zin = text("casus.geen_utf8")
        raise KnownError(BAD_VALUE, bestand=naam, fouten=f"{naam}: {zin}", lijst=()) from error
    except TomlExcess as error:
        zin = text("casus.buitensporig")
        raise KnownError(BAD_VALUE, bestand=naam, fouten=f"{naam}: {zin}", lijst=()) from error
    except tomllib.TOMLDecodeError as error:
        zin = text("casus.geen_toml", uitleg=str(error))
        regel = _LINE.search(str(error))
        plaats = f"{naam}:{regel[1]}" if regel else naam
        raise KnownError(BAD_VALUE, bestand=naam, fouten=f"{plaats}: {zin}", lijst=()) from error


class CaseChecker:
    """Walks a case along the schema and collects what is wrong."""

    def __init__(self, data: Data, numbers: dict[Plek, int]) -> None:
        self.formulieren = data.formulieren
        self._onderwerpen = tuple(onderwerp.id for onderwerp in data.onderwerpen)
        self.fouten: list[Casusfout] = []
        self._regels = data.regels
        self._numbers = numbers
        self._countries = self._codes_of("landen")
        self._languages = {code.partition("-")[0] for code in self._codes_of("talen")}

    def raise_if_any(self, naam: str) -> None:
        """Raise one KnownError that names every mistake; an unknown key goes before a bad value."""
        if not self.fouten:
            return
        found = {fout.code for fout in self.fouten}
        code = next(c for c in (UNKNOWN_KEY, BAD_VALUE, BSN) if c in found)
        regels = sorted(self.fouten, key=lambda fout: fout.regel)
        zinnen = "\n".join(f"{naam}:{fout.regel}: {fout.zin}" for fout in regels)
        raise KnownError(code, bestand=naam, fouten=zinnen, lijst=tuple(regels))

    def check(self, node: Node, value: object, path: Plek) -> None:
        """Check one value against its place in the schema."""
        match node:
            case CaseLeaf():
                self._check_leaf(node, value, path)
            case Table():
                self._check_table(node.keys, value, path)
            case Tables():
                self._check_tables(node.keys, value, path)
            case Rows():
                self._check_rows(node, value, path)
            case Either():
                self.check(node.table if isinstance(value, dict) else node.plain, value, path)
            case Answers():
                self._check_answers(value, path)

    def check_filled(self, case: Mapping[str, object]) -> None:
        """Check that it is about somebody: of what says nothing nobody would know whose dossier it was."""
        if not case.keys() - {"formaat", "titel"}:
            self._bad(("formaat",), text("casus.leeg"))

    def check_toestemmingen(self, found: object) -> None:
        """Check what a consent covers: special data only one by one and explicitly."""
        if not isinstance(found, list):
            return
        special = bijzondere_vragen(self.formulieren)
        startposities = {s.id: [v.naam for v in s.velden] for s in self.formulieren.startposities}
        for place, toestemming in enumerate(found):
            waarde = normaliseer(toestemming)
            if isinstance(waarde, dict):
                for probleem in check_toestemming(waarde, special, startposities):
                    if probleem.ernst == "fout" and probleem.veld in JUDGED_WHOLE:
                        self._bad(("toestemming", place, probleem.veld), probleem_in_words(probleem))

    def check_samenhang(self, case: Mapping[str, object]) -> None:
        """Check what parts say of each other, such as a bezwaar of the besluit it is against."""
        for path, zin in fouten_in(case, self._regels):
            self._bad(path, zin)

    # -- shapes ----------------------------------------------------------------------------------------------

    def _check_table(self, keys: Mapping[str, Node], value: object, path: Plek) -> None:
        if not isinstance(value, dict):
            self._bad(path, text("casus.geen_tabel"))
            return
        for naam, deel in value.items():
            if naam in keys:
                self.check(keys[naam], deel, (*path, naam))
            else:
                self._unknown((*path, naam), naam, keys)
        for naam, node in keys.items():
            if isinstance(node, CaseLeaf) and node.required and naam not in value:
                self._bad((*path, naam), text("casus.ontbreekt", sleutel=naam))

    def _check_tables(self, keys: Mapping[str, Node], value: object, path: Plek) -> None:
        if not isinstance(value, list):
            self._bad(path, text("casus.geen_lijst"))
            return
        for place, item in enumerate(value):
            self._check_table(keys, item, (*path, place))

    def _check_rows(self, node: Rows, value: object, path: Plek) -> None:
        if not isinstance(value, list):
            self._bad(path, text("casus.geen_lijst"))
            return
        for place, item in enumerate(value):
            self.check(node.table if isinstance(item, dict) else node.plain, item, (*path, place))

    def _check_leaf(self, leaf: CaseLeaf, value: object, path: Plek) -> None:
        if leaf.kind == "arguments":
            self._check_arguments(value, path)
        elif leaf.kind == "bsn":
            if not isinstance(value, str) or not elfproef(value):
                self.fouten.append(Casusfout(BSN, path, self._line(path), text("casus.bsn")))
        elif leaf.kind == "code":
            self._check_code(leaf, value, path)
        elif leaf.kind == "onderwerp":
            self._check_onderwerp(value, path)
        elif not _KINDS[leaf.kind](self, value):
            self._bad(path, text(f"casus.soort_{leaf.kind}", gevonden=_shown(value)))
        else:
            self._check_length(value, path)

    def _check_length(self, value: object, path: Plek) -> None:
        """A text that no document could print within a minute is a file that was pasted by mistake."""
        for found in value if isinstance(value, list) else [value]:
            if isinstance(found, str) and len(found) > LONGEST_TEXT:
                self._bad(path, text("casus.te_lang", tekens=len(found), hoogstens=LONGEST_TEXT))

    def _check_onderwerp(self, value: object, path: Plek) -> None:
        if value not in self._onderwerpen:
            zin = text("casus.soort_onderwerp", gevonden=_shown(value))
            self._bad(path, zin + _suggestion(str(value), self._onderwerpen))

    def _check_code(self, leaf: CaseLeaf, value: object, path: Plek) -> None:
        if not isinstance(value, str) or value not in leaf.codes:
            zin = text("casus.geen_code", gevonden=_shown(value), codes=", ".join(leaf.codes))
            self._bad(path, zin + _suggestion(str(value), leaf.codes))

    def _check_arguments(self, value: object, path: Plek) -> None:
        if not isinstance(value, list):
            self._bad(path, text("casus.geen_lijst"))
            return
        for place, item in enumerate(value):
            if isinstance(item, str):
                self._check_length(item, (*path, place))
            else:
                self.check(ARGUMENT, item, (*path, place))

    # -- answers ---------------------------------------------------------------------------------------------

    def _check_answers(self, value: object, path: Plek) -> None:
        known = {s.id: None for s in self.formulieren.startposities}
        if not isinstance(value, dict):
            self._bad(path, text("casus.geen_tabel"))
            return
        for startpositie, answers in value.items():
            if startpositie not in known:
                self._unknown((*path, startpositie), startpositie, known)
            elif not isinstance(answers, dict):
                self._bad((*path, startpositie), text("casus.geen_tabel"))
            else:
                for naam, answer in answers.items():
                    self._check_answer(startpositie, naam, answer, (*path, startpositie, naam))

    def _check_answer(self, startpositie: str, naam: str, answer: object, path: Plek) -> None:
        vraag = self.formulieren.vragen.get(self.formulieren.heet_nu(f"{startpositie}.{naam}"))
        if vraag is None or vraag.herhaling or not (vraag.is_veld or vraag.type == "begin_repeat"):
            self._unknown(path, naam, self._names(startpositie, ""))
        elif vraag.type == "begin_repeat" and isinstance(answer, list):
            for place, row in enumerate(answer):
                self._check_row(vraag, row, (*path, place))
        else:
            self._check_one(vraag, answer, path)

    def _check_row(self, herhaling: Vraag, row: object, path: Plek) -> None:
        velden = {v.kort: v for v in self.formulieren.velden_van(herhaling.naam)}
        if not isinstance(row, dict):
            self._bad(path, text("casus.geen_tabel"))
            return
        for kort, answer in row.items():
            if kort not in velden:
                self._unknown((*path, kort), kort, velden)
            else:
                self._check_one(velden[kort], answer, (*path, kort))

    def _check_one(self, vraag: Vraag, answer: object, path: Plek) -> None:
        if not isinstance(answer, dict):
            self._check_waarde(vraag, answer, path)
            return
        for naam, waarde in answer.items():
            if naam not in ANTWOORDVELDEN:
                self._unknown((*path, naam), naam, ANTWOORDVELDEN)
            elif leaf := ANTWOORDVELDEN[naam]:
                self._check_leaf(leaf, waarde, (*path, naam))
        self._check_code(CaseLeaf("code", BRONNEN), answer.get("bron", BRONNEN[0]), (*path, "bron"))
        staat = answer.get("staat", Staat.BEANTWOORD.value)
        self._check_code(CaseLeaf("code", STATEN), staat, (*path, "staat"))
        if staat == Staat.BEANTWOORD:
            self._check_waarde(vraag, answer.get("waarde"), path)
            return
        if staat == Staat.NIET_GEVRAAGD and not answer.get("reden"):
            self._bad(path, text("casus.geen_reden"))
        if "waarde" in answer and staat in STATEN:
            self._bad((*path, "waarde"), text("casus.waarde_bij_staat", staat=staat))

    def _check_waarde(self, vraag: Vraag, waarde: object, path: Plek) -> None:
        for gebrek in check_waarde(vraag, normaliseer(waarde)):
            self._bad(path, _answer_sentence(vraag, gebrek))
        self._check_length(waarde, path)

    # -- reporting -------------------------------------------------------------------------------------------

    def _names(self, startpositie: str, herhaling: str) -> list[str]:
        velden = self.formulieren.startpositie(startpositie).vragen.values()
        return [v.kort for v in velden if v.type != "note" and v.herhaling == herhaling]

    def _codes_of(self, lijst: str) -> frozenset[str]:
        return next((v.codes for v in self.formulieren.vragen.values() if v.lijst == lijst), frozenset())

    def _unknown(self, path: Plek, naam: str, known: Iterable[str]) -> None:
        zin = text("casus.onbekende_sleutel", sleutel=naam) + _suggestion(naam, known)
        self.fouten.append(Casusfout(UNKNOWN_KEY, path, self._line(path), zin))

    def _bad(self, path: Plek, zin: str) -> None:
        plaats = ".".join(str(deel) for deel in path)
        self.fouten.append(Casusfout(BAD_VALUE, path, self._line(path), f"{plaats}: {zin}"))

    def _line(self, path: Plek) -> int:
        return line_of(self._numbers, path)

    def is_language(self, value: object) -> bool:
        """Whether this is a BCP 47 tag of a language that the lists know."""
        if not isinstance(value, str) or not _TAG.fullmatch(value):
            return False
        return value.partition("-")[0].lower() in self._languages

    def is_country(self, value: object) -> bool:
        """Whether this is an ISO 3166-1 alpha-3 code, or one of those of people without a nationality."""
        return isinstance(value, str) and (value in self._countries or value in ("XXA", "XXB", "XXC", "XXX"))

    def is_question(self, value: object) -> bool:
        """Whether a question of the forms bears this name."""
        return isinstance(value, str) and self.formulieren.heet_nu(value) in self.formulieren.vragen


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _is_date(value: object) -> bool:
    if isinstance(value, str):
        return read_date(value) is not None
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _is_dates(value: object) -> bool:
    return isinstance(value, dict) and all(p.isascii() and _is_date(datum) for p, datum in value.items())


_KINDS: Mapping[str, Callable[[CaseChecker, object], bool]] = {
    "text": lambda _, v: isinstance(v, str),
    "texts": lambda _, v: isinstance(v, list) and all(isinstance(i, str) for i in v),
    "date": lambda _, v: _is_date(v),
    "bool": lambda _, v: isinstance(v, bool),
    "int": lambda _, v: _is_int(v),
    "positive": lambda _, v: _is_int(v) and 1 <= int(str(v)) <= 9999,
    "number": lambda _, v: _is_int(v) or (isinstance(v, float) and 0 <= v < 2**31),
    "bedrag": lambda _, v: (_is_int(v) or isinstance(v, float)) and not getalgebrek(v, GELDBEDRAG),
    "year": lambda _, v: _is_int(v) and 1900 <= int(str(v)) <= 2100,
    "formaat": lambda _, v: v == 1 and not isinstance(v, bool),
    "language": CaseChecker.is_language,
    "country": CaseChecker.is_country,
    "question": CaseChecker.is_question,
    "dates_by_post": lambda _, v: _is_dates(v),
    "hour": lambda _, v: isinstance(v, str | datetime.time) and minutes_of(v) is not None,
    "weekdays": lambda _, v: isinstance(v, list) and bool(v) and all(dag in DAGEN for dag in v),
}


def _suggestion(naam: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(naam, list(known), n=1, cutoff=0.6)
    return text("casus.bedoelt_u", naam=near[0]) if near else ""


def _answer_sentence(vraag: Vraag, gebrek: Gebrek) -> str:
    """What is wrong with an answer, and the codes there are when the list is short."""
    zin = describe_gebrek(gebrek, in_code=True)
    if not vraag.keuzes or len(vraag.keuzes) > SHORT_LIST:
        return zin
    return zin + text("casus.kies_code", codes=", ".join(keuze.naam for keuze in vraag.keuzes))


def _shown(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
