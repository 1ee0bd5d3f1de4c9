"""What parts of a case say of each other: a bezwaar and its besluit, the two days of a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.antwoord import normaliseer
from intake_assistant.domain.inburgeraar import is_ander_v_nummer
from intake_assistant.domain.overleg.azc import COA
from intake_assistant.domain.recht.besluit import ONTWIKKELPLAN
from intake_assistant.domain.recht.bezwaar import fouten_of
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.grenzen import getalgebrek
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.toestemming import read_toestemming
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW, is_te_ver
from intake_assistant.domain.recht.tussen.overleg import gebreken_van as gebreken_in_overleg
from intake_assistant.domain.recht.uitvoering.handhaving import gebreken_van, stappen_of
from intake_assistant.domain.recht.uitvoering.hulptrap import trap_in
from intake_assistant.domain.recht.uitvoering.ontzorgen import gebreken_van as gebreken_in_ontzorgen
from intake_assistant.domain.recht.uitvoering.weekgebrek import gebreken_in_blokken, gebreken_in_stappen
from intake_assistant.domain.recht.uitvoering.weekplan import UREN_PER_WEEK
from intake_assistant.operations.views.uitvoering.oordelen import bezwaarfout_in_words
from intake_assistant.texts import text
from intake_assistant.toml_lines import Path as Plek

Tabel = Mapping[str, Any]
Fout = tuple[Plek, str]
# Of each list: its first day and its last one.
_PERIODEN = {"uren": ("van", "tot"), "ontzorgen": ("van", "verlengd_tot"), "geldpost": ("van", "tot")}


def fouten_in(case: Tabel, regels: Regels) -> Iterator[Fout]:
    """What cannot be as the parts stand beside each other; the shape of each is checked elsewhere."""
    yield from _bezwaren(case)
    yield from _perioden(case)
    yield from _ontzorgen(case)
    yield from _handhaving(case, regels)
    yield from _afspraken(case)
    yield from _week(case)
    yield from _partneroverleg(case)
    yield from _herkijken(case)
    yield from _van_coa(case)


def _bezwaren(case: Tabel) -> Iterator[Fout]:
    besluiten = _dagtekeningen(case)
    for place, bezwaar in _rows(case, "bezwaar"):
        for fout in fouten_of(bezwaar, besluiten):
            zin = bezwaarfout_in_words(fout, bezwaar.get("besluit", 1), fout.eerder)
            yield ("bezwaar", place, fout.veld), zin
        # In the window they are filled in one after the other; a file that says what was decided says when.
        if "beslissing" in bezwaar and "beslist_op" not in bezwaar:
            yield ("bezwaar", place, "beslissing"), text("casus.bezwaar_zonder_dag")


def _perioden(case: Tabel) -> Iterator[Fout]:
    for lijst, (van, tot) in _PERIODEN.items():
        for place, rij in _rows(case, lijst):
            begin, einde = read_date(rij.get(van)), read_date(rij.get(tot))
            if begin is not None and einde is not None and einde < begin:
                yield (lijst, place, tot), text("casus.tot_voor_van", eerder=van)


def _ontzorgen(case: Tabel) -> Iterator[Fout]:
    """Paying fixed costs: for whom, how long, and what was taken over (art. 56a and 57 Pw)."""
    persoon = case.get("inburgeraar")
    groep = str(persoon.get("doelgroep", "")) if isinstance(persoon, Mapping) else ""
    for place, periode in _rows(case, "ontzorgen"):
        for veld, gebrek in gebreken_in_ontzorgen(periode, groep):
            yield ("ontzorgen", place, veld), text(f"casus.ontzorgen_{gebrek}")


def _handhaving(case: Tabel, regels: Regels) -> Iterator[Fout]:
    """A boete after a warning, with a percentage of blame that the law knows, under its ceiling."""
    rijen = sorted(_rows(case, "handhaving"), key=lambda rij: str(rij[1].get("datum", "")))
    gedateerd = [(place, rij) for place, rij in rijen if read_date(rij.get("datum")) is not None]
    stappen = stappen_of(rij for _, rij in gedateerd)
    for nummer, gebrek, regel in gebreken_van(stappen, regels):
        yield ("handhaving", gedateerd[nummer][0]), text(f"casus.handhaving_{gebrek}", regel=regel)


def _afspraken(case: Tabel) -> Iterator[Fout]:
    """What somebody does alone was done together before; a place ends after it began, its hours too."""
    for nummer, doel in _rows(case, "doel"):
        for place, afspraak in _rows(doel, "afspraak"):
            plek: Plek = ("doel", nummer, "afspraak", place)
            if trap_in(afspraak).is_omgekeerd:
                yield (*plek, "zelf_vanaf"), text("casus.tot_voor_van", eerder="samen_vanaf")
            werkplek = afspraak.get("werkplek")
            if isinstance(werkplek, dict):
                yield from _werkplek((*plek, "werkplek"), werkplek)


def _werkplek(plek: Plek, werkplek: Tabel) -> Iterator[Fout]:
    if getalgebrek(werkplek.get("uren_per_week"), UREN_PER_WEEK):
        yield (*plek, "uren_per_week"), text("casus.week_te_veel")
    if werkplek.get("uren") and not werkplek.get("telt_voor"):
        yield (*plek, "uren"), text("casus.werkplek_telt_voor")
    rijen = [(plek, werkplek)] + [((*plek, "uren", place), rij) for place, rij in _rows(werkplek, "uren")]
    for waar, rij in rijen:
        begin, einde = read_date(rij.get("van")), read_date(rij.get("tot"))
        if begin is not None and einde is not None and einde < begin:
            yield (*waar, "tot"), text("casus.tot_voor_van", eerder="van")
        elif begin is not None and einde is not None and _is_too_much(rij, (einde - begin).days + 1):
            yield (*waar, "aantal"), text("casus.week_te_veel")


def _is_too_much(rij: Tabel, dagen: int) -> bool:
    """Whether more hours were written than so many days have weeks, a part of one counted whole."""
    return number_of(rij, "aantal") > UREN_PER_WEEK.meest * -(-dagen // 7)


def _week(case: Tabel) -> Iterator[Fout]:
    """An hour that ends before it begins, more hours than a week has."""
    for lijst, zoek in (("weekblok", gebreken_in_blokken), ("weekstap", gebreken_in_stappen)):
        rijen = [(str(place), rij) for place, rij in _rows(case, lijst)]
        for place_, veld, gebrek in zoek(rijen):
            yield (lijst, int(place_), veld), text(f"casus.week_{gebrek}")


def _partneroverleg(case: Tabel) -> Iterator[Fout]:
    """Talking about somebody with another party: never against a no (AVG 6)."""
    toestemmingen = [read_toestemming(rij) for _, rij in _rows(case, "toestemming")]
    for place, overleg in _rows(case, "partneroverleg"):
        for veld, gebrek in gebreken_in_overleg(overleg, toestemmingen):
            yield ("partneroverleg", place, veld), text(f"casus.partneroverleg_{gebrek}")


def _herkijken(case: Tabel) -> Iterator[Fout]:
    """A day to look again lies after the one on which it was agreed, and not years beyond it."""
    for lijst in ("gesprek", "overdracht_coa"):
        for place, gezegd in _rows(case, lijst):
            gehouden = read_date(gezegd.get("datum"))
            for path, op in _herkijkdagen(gezegd.get("antwoorden"), ()):
                yield from _te_herkijken((lijst, place, "antwoorden", *path), op, gehouden)
    dagen = (read_date(gesprek.get("datum")) for _, gesprek in _rows(case, "gesprek"))
    laatst = max((dag for dag in dagen if dag), default=None)
    for path, op in _oordeeldagen(case):
        yield from _te_herkijken(path, op, laatst)


def _te_herkijken(plek: Plek, op: date, gezegd: date | None) -> Iterator[Fout]:
    # With an hour it is no day: what is wrong with that is said where its form is looked at.
    if isinstance(op, datetime):
        return
    if gezegd is not None and op <= gezegd:
        yield plek, text("casus.herkijken_te_vroeg")
    elif gezegd is not None and is_te_ver(op, gezegd):
        yield plek, text("casus.herkijken_te_ver")


def _oordeeldagen(case: Tabel) -> Iterator[tuple[Plek, date]]:
    """Each day in an argument, and each of the beschikking: they are judged once all was said."""
    for place, weging in _rows(case, "weging"):
        for path, op in _herkijkdagen(weging, ()):
            yield ("weging", place, *path), op
    beschikking = case.get("beschikking")
    dagen = beschikking.get(OPNIEUW) if isinstance(beschikking, Mapping) else None
    for veld, dag in dagen.items() if isinstance(dagen, Mapping) else ():
        if isinstance(dag, date):
            yield ("beschikking", OPNIEUW, veld), dag


def _herkijkdagen(node: object, path: Plek) -> Iterator[tuple[Plek, date]]:
    """Each day beside an answer, and each answer that is such a day."""
    if isinstance(node, list):
        node = dict(enumerate(node))
    for naam, deel in node.items() if isinstance(node, Mapping) else ():
        dag = read_date(deel.get("waarde") if isinstance(deel, Mapping) else deel)
        if naam == OPNIEUW and dag is not None:
            yield (*path, naam), dag
        else:
            yield from _herkijkdagen(deel, (*path, naam))


def _van_coa(case: Tabel) -> Iterator[Fout]:
    """A klantprofiel of this person, with answers that the COA gave."""
    persoon = case.get("inburgeraar")
    eigen = str(persoon.get("v_nummer", "")) if isinstance(persoon, Mapping) else ""
    for place, overdracht in _rows(case, "overdracht_coa"):
        profiel = overdracht.get("klantprofiel")
        genoemd = str(profiel.get("v_nummer", "")) if isinstance(profiel, Mapping) else ""
        if is_ander_v_nummer(eigen, genoemd):
            path: Plek = ("overdracht_coa", place, "klantprofiel", "v_nummer")
            yield path, text("casus.klantprofiel_ander", eigen=eigen, genoemd=genoemd)
        for deel, kort, bron in _bronnen(overdracht.get("antwoorden")):
            if bron != COA:
                yield ("overdracht_coa", place, "antwoorden", deel, kort), text("casus.bron_niet_coa")


def _bronnen(antwoorden: object) -> Iterator[tuple[str, str, object]]:
    """Of each answer that names a source: its place, and which."""
    for deel, answers in antwoorden.items() if isinstance(antwoorden, Mapping) else ():
        for kort, answer in answers.items() if isinstance(answers, Mapping) else ():
            for een in answer if isinstance(answer, list) else [{"": answer}]:
                for cel in een.values() if isinstance(een, Mapping) else ():
                    if isinstance(cel, Mapping) and "bron" in cel:
                        yield deel, kort, cel["bron"]


def _dagtekeningen(case: Tabel) -> dict[int, date]:
    """The besluiten that the case sets, by number; a version of the ontwikkelplan is none."""
    eerste = case.get("beschikking")
    dagen = [eerste.get("dagtekening")] if isinstance(eerste, Mapping) else []
    later = [w.get("datum") for _, w in _rows(case, "wijziging") if w.get("grond") != ONTWIKKELPLAN]
    gelezen = (read_date(normaliseer(dag)) for dag in (*dagen, *later))
    return dict(enumerate(sorted(dag for dag in gelezen if dag is not None), start=1))


def _rows(case: Tabel, lijst: str) -> Iterator[tuple[int, dict[str, Any]]]:
    found = case.get(lijst)
    for place, rij in enumerate(found if isinstance(found, list) else ()):
        stored = normaliseer(rij)
        if isinstance(stored, dict):
            yield place, stored
