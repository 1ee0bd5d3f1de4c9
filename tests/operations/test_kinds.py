"""Every subject that the acts record is of just one kind, and no kind stands there that nobody records."""

from pathlib import Path

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.domain.kinds import HUISHOUDEN, KINDS, ONBEKEND, kind_of
from intake_assistant.domain.overleg.opmerking import draden_of
from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.domain.uitwisseling.verstrekking import verstrekkingen_of
from intake_assistant.domain.vertaald.getypt import getypt_in
from intake_assistant.operations.acts.ander.koppeling import record_koppeling
from intake_assistant.operations.acts.antwoord import add_rij, mark_geldt, record_notitie, remove_rij
from intake_assistant.operations.acts.besluit.bijlage import keep_bijlage
from intake_assistant.operations.acts.besluit.wijziging import begin_wijziging
from intake_assistant.operations.acts.dossier import record_procedure
from intake_assistant.operations.acts.gesprek import record_gebaar
from intake_assistant.operations.acts.nalezen import record_nagelezen
from intake_assistant.operations.acts.overleg.klantprofiel import keep_klantprofiel
from intake_assistant.operations.acts.overleg.opmerking import add_opmerking, settle_opmerking
from intake_assistant.operations.acts.overleg.overdracht import hand_over, take_back_overdracht
from intake_assistant.operations.acts.overleg.voorlegging import lay_before, take_back
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming
from intake_assistant.operations.acts.record import erase_values, record, record_fields
from intake_assistant.operations.acts.vertaling import record_vertaling
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.duo.lezen import take_berichten
from intake_assistant.operations.exchange.meldingen import note_told
from intake_assistant.operations.exchange.verstrekken import hand_out
from intake_assistant.operations.views.wissen.melding import Melding
from intake_assistant.operations.workspace import Workspace
from tests.operations.exchange.verstrekhulp import asked
from tests.operations.rijk import play

EINDE = {
    "einde_inburgeringsplicht": "2026-11-02",
    "einde_reden": "voldaan",
    "overgedragen_op": "2026-11-03",
    "zaaknummer": "Z-2026-1",
}
LATER: dict[str, dict[str, object]] = {
    "afronding": {"pvt_op": "2026-11-02"},
    "randvoorwaarde[r]": {"wat": "kinderopvang"},
    "werkplek[r]": {"wat": "buurthuis"},
    "weekblok[r]": {"soort": "les"},
    "weekstap[r]": {"uren": "12"},
    "geldpost[r]": {"post": "bijstand", "bedrag": 1400},
    "geldtaak[r]": {"soort": "machtiging", "wat": "tekenen"},
    "daarna[d]": {"wat": "taalles"},
    "partneroverleg[r]": {"partij": "Taalschool Noord"},
    "onderzoek[r]": {"instrument": "Talentenscan"},
    "overdracht_coa[o]": {"let_op": "praat zacht"},
}


def recorded(work: Workspace, folder: Path) -> set[str]:
    """What two whole cases record, and by hand what is in neither."""
    dossiers = [play(work, 1), play(work, 5)]
    dossier = dossiers[0]
    gesprek = work.vault.dossier(dossier).row_ids("gesprek")[0]
    rij = add_rij(work, dossier, "werkervaring.banen", {"beroep": "naaister"})
    remove_rij(work, dossier, "werkervaring.banen", rij.made)
    mark_geldt(work, dossier, "taalniveau.nl_lezen", "inburgeraar")
    record_notitie(work, dossier, "taalniveau.nl_lezen", "leest langzaam")
    record_notitie(work, dossier, f"gesprek {gesprek}", "was moe")
    record_procedure(work, dossier, EINDE)
    add_verzoek(work, dossier, {"soort": "inzage", "ontvangen_op": "2026-11-04"})
    for subject, velden in LATER.items():
        record_fields(work, dossier, subject, velden)
    record_gebaar(work, dossier, gesprek, "taalniveau.nl_lezen", "stop")
    keep_klantprofiel(work, dossier, "2860411735", "profiel.pdf")
    keep_bijlage(work, dossier, "besluit.pdf", b"%PDF-1.7 bijstand")
    begin_wijziging(work, dossier, "herziening")
    translate(work, dossier)
    consult(work, dossier)
    take_berichten(work, dossier, {"startdatum": "2026-07-01", "einddatum": "2029-07-01"})
    record_koppeling(work, dossiers[0], dossiers[1], Koppeling.GEEN_DUBBEL)
    record(work, dossier, HUISHOUDEN.of(dossiers[1]), {"waarde": "samen", "toestemming": "t"})
    tell_school(work, dossier, folder / "x.intake.age")
    entry = work.vault.entries(dossier)[0]
    record_nagelezen(work, dossier, [entry.id], {entry.id: {"waarde": []}})
    erase_values(work, dossier, [work.vault.entries(dossier)[-3].id], "over een ander")
    return {e.header.subject for id in dossiers for e in work.vault.entries(id)}


def translate(work: Workspace, dossier: str) -> None:
    """What an interpreter says of a goal in another language."""
    doel = next(een for een in getypt_in(work.vault.dossier(dossier)) if een.over.startswith("doel"))
    record_vertaling(work, dossier, doel.nl, "ti", "ናይ ኢድ ስራሕ")


def tell_school(work: Workspace, dossier: str, path: Path) -> None:
    """A school gets answers; one of them is to be used no longer, and the school knows."""
    hand_out(
        work, asked(dossier, als=Ontvangersoort.TAALSCHOOL, gezondheid="een maatje dat kan tillen"), path
    )
    (een,) = verstrekkingen_of(work.vault.dossier(dossier))
    melding = Melding(een.ontvanger, een.soort, een.op, een.sha256, dossier, een.id, ("taalniveau.nl_lezen",))
    note_told(work, melding)


def consult(work: Workspace, dossier: str) -> None:
    """What colleagues say to each other and take over from each other."""
    for over in ("taalniveau.nl_lezen", "beschikking.map_uren"):
        add_opmerking(work, dossier, over, "Klopt dit?")
    for draad in draden_of(work.vault.dossier(dossier)):
        settle_opmerking(work, dossier, draad.eerste)
    take_back(work, dossier, lay_before(work, dossier, "beschikking", "Graag uw oordeel").made)
    take_back_overdracht(work, dossier, hand_over(work, [dossier], Collega("bo")).made)
    add_waarneming(work, [dossier], Collega("bo"), work.clock.today(), work.clock.today())


def test_each_recorded_subject_is_of_one_kind_and_each_kind_is_recorded(
    work: Workspace, tmp_path: Path
) -> None:
    subjects = recorded(work, tmp_path)
    rows = {subject: [kind for kind in KINDS if kind.read(subject) is not None] for subject in subjects}
    assert not {subject for subject, kinds in rows.items() if len(kinds) != 1}
    assert all(kind_of(subject) is kinds[0] for subject, kinds in rows.items())
    assert {kinds[0].vorm for kinds in rows.values()} == {kind.vorm for kind in KINDS}
    assert [s for s, kinds in rows.items() if kinds[0].of(*(kinds[0].read(s) or ())) != s] == []


def test_what_no_row_knows_is_kept_apart() -> None:
    assert kind_of("nieuw[0123].iets") is ONBEKEND
    assert kind_of("") is ONBEKEND
