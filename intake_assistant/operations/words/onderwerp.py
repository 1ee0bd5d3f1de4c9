"""What a subject is about and what a value says, in words that a person reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from intake_assistant.dates import date_in_words, hour_as_typed, read_hour
from intake_assistant.domain.aanraken.gebaar import GEBAREN, over_onderwerp
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.bsn import mask
from intake_assistant.domain.dossier import KEPT, REMOVED
from intake_assistant.domain.formulier import Formulieren, dagnummer
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import (
    GEBAAR,
    GELDT,
    GESPREKSNOTITIE,
    GEWIST,
    MASKER,
    NAGELEZEN,
    NOTITIE,
    ONBEKEND,
    OPMERKING,
    PERSOON,
    VERTALING,
    WEGING,
    kind_of,
    read_subject,
    veld_of,
    vraag_of,
)
from intake_assistant.domain.recht.leerroute import BIJLAGE
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.words.waarde import bronnaam, in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import talen, text, text_or

INZAGEWERK: Final = (NAGELEZEN, MASKER)
"""What was recorded to make inzage without what is about others (AVG 15(4))."""
TALEN: Final = "taalniveau.moedertaal"
LANDEN: Final = "werkervaring.banen.land"


def onderwerp_in_words(work: Workspace, subject: str) -> str:
    """What a subject is about: the label of the question, or the name of the field."""
    kind, delen = read_subject(subject)
    if kind is OPMERKING:
        return text("geschiedenis.over.opmerking", wat=waarover_in_words(work, delen[0]))
    if kind is GEBAAR:
        return text("geschiedenis.over.gebaar", wat=aangeraakt_in_words(work, delen[0]))
    if kind is VERTALING:
        return text(
            "geschiedenis.over.vertaling", wat=onderwerp_in_words(work, delen[0]), taal=_taal(delen[-1])
        )
    if vraag_of(subject):
        return _question_in_words(work.data.formulieren, subject)
    if kind is GESPREKSNOTITIE:
        return text("geschiedenis.over.notitie_gesprek")
    if kind is WEGING:
        return _weging_kant_in_words(*delen[:2])
    return text("geschiedenis.over.gewist") if kind is GEWIST else _field_in_words(subject)


def _taal(code: str) -> str:
    return next((taal.naam_nl for taal in talen() if taal.code == code), code)


def waarover_in_words(work: Workspace, over: str) -> str:
    """What is remarked on: a question by its label, an element by its name."""
    if kind_of(over) is ONBEKEND or vraag_of(over):
        return gegevens_in_words(work.data.formulieren, work.data.formulieren.heet_nu(question_of(over)))
    return onderwerp_in_words(work, over)


def aangeraakt_in_words(work: Workspace, over: str) -> str:
    """The question or the topic at which something was touched."""
    titels = {over_onderwerp(onderwerp.id): onderwerp.titel for onderwerp in work.data.onderwerpen}
    naam = work.data.formulieren.heet_nu(over)
    return titels.get(over) or gegevens_in_words(work.data.formulieren, naam)


def waarde_in_words(work: Workspace, subject: str, value: Mapping[str, Any] | None) -> str:
    """What a value says; empty for a value that was erased or left out."""
    if value is None:
        return ""
    staat = str(value.get("staat", Staat.BEANTWOORD))
    if staat != Staat.BEANTWOORD:
        return _staat_in_words(staat, value)
    waarde = value.get("waarde", "")
    if waarde in ("", []):
        return text("geschiedenis.leeg")
    kind = kind_of(subject)
    if kind.soort == "antwoord":
        return _answer_in_words(work.data.formulieren, subject, waarde)
    if kind in INZAGEWERK:
        return nagelezen_in_words(kind, waarde)
    if kind is PERSOON or (kind.rust_op and veld_of(subject) == kind.rust_op):
        return _of_field(work.data.formulieren, kind, veld_of(subject), str(waarde))
    if named := text_or(f"dossier.code.{question_of(subject).rpartition('.')[2]}.{waarde}", ""):
        return named
    return _SOORTWAARDEN.get(kind.soort, _plain)(waarde)


def _of_field(formulieren: Formulieren, kind: Kind, veld: str, waarde: str) -> str:
    if kind is PERSOON:
        return persoon_in_words(formulieren, veld, waarde)
    return gegevens_in_words(formulieren, formulieren.heet_nu(waarde))


def nagelezen_in_words(kind: Kind, waarde: Any) -> str:
    """How many texts were read through for inzage, or how many places in one were masked."""
    if kind is NAGELEZEN:
        return text("stukken.inzage.nagelezen", aantal=_aantal(waarde))
    delen = waarde.values() if isinstance(waarde, dict) else ()
    return text("stukken.inzage.gemaskeerd", aantal=sum(map(_aantal, delen)))


def _aantal(deel: Any) -> int:
    return len(deel) if isinstance(deel, list) else 0


def persoon_in_words(formulieren: Formulieren, veld: str, waarde: str) -> str:
    """A fact about the person in words: codes as words, languages and countries by name, the BSN masked."""
    if veld == "bsn":
        return mask(waarde)
    if VELDEN.get(veld):
        return text_or(f"dossier.code.{veld}.{waarde}", waarde)
    if veld in ("spreektaal", "leestaal"):
        return _label(formulieren, TALEN, waarde)
    if veld == "nationaliteit":
        return _label(formulieren, LANDEN, waarde)
    return date_in_words(waarde) if dagnummer(waarde) is not None else waarde


def gegevens_in_words(formulieren: Formulieren, naam: str) -> str:
    """What a form calls it: the title of a startpositie or the label of a question."""
    if naam in formulieren.vragen:
        return formulieren.vragen[naam].label.rstrip(":. ")
    return next((deel.titel for deel in formulieren.startposities if deel.id == naam), naam)


def _question_in_words(formulieren: Formulieren, subject: str) -> str:
    naam, kind = formulieren.heet_nu(question_of(vraag_of(subject))), kind_of(subject)
    if kind in (GELDT, NOTITIE):
        sleutel = "geschiedenis.over.geldt" if kind is GELDT else "geschiedenis.over.notitie"
        return text(sleutel, vraag=gegevens_in_words(formulieren, naam))
    vraag = formulieren.vragen.get(naam)
    return vraag.label if vraag else naam


def _weging_kant_in_words(route: str, kant: str) -> str:
    leerroute = text_or(f"geschiedenis.leerroute.{route}", route)
    return text("geschiedenis.over.weging_kant", leerroute=leerroute, kant=kant)


def _field_in_words(subject: str) -> str:
    """Named in the catalogue, else the last word of the subject after the name of its list."""
    plain = question_of(subject)
    if kind_of(subject) is PERSOON:
        return text_or(f"dossier.veld.{veld_of(subject)}", plain)
    begin, _, rest = plain.partition(".")
    if named := text_or(f"geschiedenis.over.{plain}", ""):
        return named
    kop = text_or(f"geschiedenis.over.{begin}", begin)
    return (
        text("geschiedenis.over.veld", over=kop, veld=rest.replace("_", " ").replace(".", ", "))
        if rest
        else kop
    )


def staat_in_words(staat: str) -> str:
    """How something stands; what this program does not know as it is written."""
    return text_or(f"geschiedenis.staat.{staat}", staat)


def _staat_in_words(staat: str, value: Mapping[str, Any]) -> str:
    woord = staat_in_words(staat)
    if staat in (REMOVED, KEPT):
        return woord
    reden = str(value.get("reden", ""))
    return text("geschiedenis.staat.met_reden", staat=woord, reden=reden) if reden else woord


def _answer_in_words(formulieren: Formulieren, subject: str, waarde: Any) -> str:
    if kind_of(subject) is GELDT:
        return bronnaam(str(waarde))
    vraag = formulieren.vragen.get(formulieren.heet_nu(question_of(vraag_of(subject))))
    return in_words(vraag, waarde) if vraag else _plain(waarde)


def _toestemming_in_words(waarde: Any) -> str:
    if not isinstance(waarde, dict):
        return _plain(waarde)
    if "delen" in waarde or "over" in waarde:
        return _verstrekking_in_words(waarde)
    if "ingetrokken_op" in waarde:
        return text("geschiedenis.waarde.ingetrokken", datum=date_in_words(str(waarde["ingetrokken_op"])))
    ja = waarde.get("gegeven") == "ja"
    sleutel = "geschiedenis.waarde.gegeven" if ja else "geschiedenis.waarde.geweigerd"
    return text(sleutel, partij=waarde.get("partij", ""), doel=waarde.get("doel", ""))


def _verstrekking_in_words(waarde: Mapping[str, Any]) -> str:
    """What went to whom, or that its receiver was told; not by hashes and ids."""
    datum, delen = date_in_words(str(waarde.get("op", ""))), waarde.get("delen")
    if not isinstance(delen, list):
        return text("geschiedenis.waarde.gemeld", datum=datum)
    namen = [str(deel.get("wat", "")) for deel in delen if isinstance(deel, dict)]
    titels = "; ".join(text_or(f"verstrekken.deel.{wat}", wat) for wat in dict.fromkeys(namen))
    ontvanger = str(waarde.get("ontvanger", ""))
    return text("geschiedenis.waarde.verstrekking", datum=datum, ontvanger=ontvanger, delen=titels)


def _besluit_in_words(waarde: Any) -> str:
    if isinstance(waarde, dict) and "bestanden" in waarde and "dagtekening" not in waarde:
        return str(waarde.get("naam", ""))  # a scan, by the name of its file and not by its hash
    if not isinstance(waarde, dict) or "dagtekening" not in waarde:
        return _plain(waarde)
    datum = date_in_words(str(waarde["dagtekening"]))
    besluit = text("geschiedenis.waarde.besluit", nummer=waarde.get("nummer", 1), datum=datum)
    return " ".join((besluit, *map(_passed_in_words, _rows(waarde.get("let_op")))))


def _rows(waarde: object) -> list[Mapping[str, Any]]:
    return [rij for rij in waarde if isinstance(rij, Mapping)] if isinstance(waarde, list) else []


def _passed_in_words(rij: Mapping[str, Any]) -> str:
    """What was unwise when it was set, and why it was set all the same."""
    gezegd = text("geschiedenis.waarde.let_op", wat=rij.get("wat", ""), regel=rij.get("regel", ""))
    waarom = str(rij.get("waarom", ""))
    return text("geschiedenis.waarde.let_op_waarom", gezegd=gezegd, waarom=waarom) if waarom else gezegd


def _plan_in_words(waarde: Any) -> str:
    """A version by number, day and reason; its documents are seen under Documenten, not by their hashes."""
    if not isinstance(waarde, dict) or "nummer" not in waarde:
        return _plain(waarde)
    datum = date_in_words(str(waarde.get("datum", "")))
    reden = str(waarde.get("reden", ""))
    versie = text("geschiedenis.waarde.planversie", nummer=waarde["nummer"], datum=datum)
    return ": ".join(filter(None, (versie, text_or(f"dossier.t.grond.{reden}", reden))))


def _gesprek_in_words(waarde: Any) -> str:
    if not isinstance(waarde, dict):
        # What was touched is a code; all else was typed.
        return text_or(f"gesprek.gebaar.{waarde}", "") if waarde in GEBAREN else _plain(waarde)
    if "begrepen" in waarde:
        begrepen, mee = str(waarde["begrepen"]), waarde.get("materiaal", ())
        gezegd = text_or(f"geschiedenis.waarde.begrepen_{begrepen}", begrepen)
        return text("geschiedenis.waarde.meegegeven", gezegd=gezegd, wat="; ".join(mee)) if mee else gezegd
    delen = [str(waarde.get("naam", "")), str(waarde.get("rol", "")).replace("_", " ")]
    delen += [_tolkdeel(naam, str(waarde.get(naam, ""))) for naam in _TOLKDELEN if waarde.get(naam)]
    return ", ".join(deel for deel in delen if deel)


def _tolkdeel(naam: str, waarde: str) -> str:
    """What is known of an interpreter besides the name: a word of a list, or as it was typed."""
    if naam == "weg_om":
        return text("geschiedenis.waarde.tolk_weg", uur=waarde)
    if naam == "verstaan":
        hoe = text_or(f"dossier.code.verstaan.{waarde}", waarde)
        return text("geschiedenis.waarde.tolk_verstaan", hoe=hoe)
    return text_or(f"dossier.code.{naam}.{waarde}", waarde)


def _weging_in_words(waarde: Any) -> str:
    return str(waarde.get("tekst", "")) if isinstance(waarde, dict) else _plain(waarde)


def _overleg_in_words(waarde: Any) -> str:
    """What was asked of whom, in a sentence; dates in words."""
    if not isinstance(waarde, dict):
        return _plain(waarde)
    found = ((key, velden) for veld, (key, velden) in _OVERLEGZINNEN.items() if veld in waarde)
    key, velden = next(found, ("", ()))
    zin = text(key, **{naam: _plain(waarde.get(naam, "")) for naam in velden}) if key else ""
    return ": ".join(filter(None, (zin, str(waarde.get("reden", "") or waarde.get("bericht", "")))))


# Of who interprets, in the order in which it is told.
_TOLKDELEN: Final = ("dialect", "verstaan", "instemming", "waarom_bekende", "opmerking", "weg_om")
# By the part that tells what it is: a part laid before somebody, somebody who takes over, or stands in.
_OVERLEGZINNEN: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "deel": ("geschiedenis.waarde.voorgelegd", ("deel",)),
    "aan": ("geschiedenis.waarde.overgedragen", ("van", "aan")),
    "door": ("geschiedenis.waarde.waargenomen", ("door", "van", "tot")),
}
_SOORTWAARDEN: Final[Mapping[str, Callable[[Any], str]]] = {
    "toestemming": _toestemming_in_words,
    "besluit": _besluit_in_words,
    "gesprek": _gesprek_in_words,
    "weging": _weging_in_words,
    "plan": _plan_in_words,
    "overleg": _overleg_in_words,
}


def _plain(waarde: Any) -> str:
    """Anything else, so that a person can read it: dates in words, parts after each other."""
    if isinstance(waarde, dict):
        gezegd = {naam: deel for naam, deel in waarde.items() if naam != BIJLAGE}
        return "; ".join(f"{naam.replace('_', ' ')}: {_plain(deel)}" for naam, deel in gezegd.items())
    if isinstance(waarde, list):
        return ", ".join(_plain(deel) for deel in waarde)
    tekst = str(waarde)
    dag, _, uur = tekst.partition("T")
    if dagnummer(dag) is None or uur and not read_hour(uur):
        return tekst
    return ", ".join(filter(None, (date_in_words(dag), hour_as_typed(uur))))


def _label(formulieren: Formulieren, vraag: str, code: str) -> str:
    found = formulieren.vragen.get(vraag)
    return found.keuzelabel(code) if found else code
