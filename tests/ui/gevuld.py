"""A real vault with one rich dossier, invented from beginning to end, for the screens that show a dossier."""

import datetime
import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent

from intake_assistant.operations.acts.antwoord import add_rij, mark_geldt, record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import add_procedure_row, create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import record_verteld, rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.toestemming import record_toestemming, withdraw_toestemming
from intake_assistant.operations.vault.kluis import create, open_workspace
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import Voorkeuren
from tests.gelezen import lazily
from tests.storage.hulp import CHEAP
from tests.ui.kluizen import key_of, open_quickly

VANDAAG = datetime.date(2026, 4, 20)
WACHTZIN = "vijf losse woorden en regen"
# Read once: the forms are the same for each test.
DATA: Data = lazily()


@contextmanager
def opened_vault(folder: Path, naam: str = "M. de Boer", seed: int = 1) -> Iterator[Workspace]:
    """A new vault of one colleague, at a low cost of Argon2id."""
    path = folder / f"{naam}.intake"
    clock, rnd = FixedClock(VANDAAG), random.Random(seed).randbytes  # tests must repeat
    create(path, WACHTZIN, clock, rnd, {"naam": naam, "gemeente": "Nieuwerhaven"}, cost=CHEAP)
    work = open_workspace(path, WACHTZIN, clock, rnd, DATA)
    try:
        yield work
    finally:
        work.vault.close()


@cache
def _made(strijdig: bool) -> tuple[str, dict[str, bytes], bytes]:
    """The dossier, the files of a vault that holds it, and its key; made once in a run."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with opened_vault(folder) as work:
            dossier = fill(work)
            if strijdig:
                disagree(work, dossier, folder)
        root = folder / "M. de Boer.intake"
        files = {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}
        sleutel = key_of(root, WACHTZIN)
    return dossier, files, sleutel


@contextmanager
def filled_vault(folder: Path, *, strijdig: bool = False) -> Iterator[tuple[Workspace, str]]:
    """A vault of one's own with the rich dossier in it, and the id of that dossier."""
    dossier, files, sleutel = _made(strijdig)
    root = folder / "M. de Boer.intake"
    for name, content in files.items():
        (root / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (root / name).write_bytes(content)
        (root / name).chmod(0o600)
    work = open_quickly(root, sleutel, FixedClock(VANDAAG), DATA)
    try:
        yield work, dossier
    finally:
        if QCoreApplication.instance() is not None:
            # Screens that were closed go now: no timer of theirs may find the vault closed.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        work.vault.close()


def new_context(work: Workspace, folder: Path, dossier: str) -> Context:
    """What a screen is given, on the day that the dossier is looked at."""
    context = Context(work.at(VANDAAG), Voorkeuren(folder / "voorkeuren.json"), CHEAP)
    context.dossier_id = dossier
    return context


def fill(work: Workspace, **inburgeraar: object) -> str:
    """A person after two conversations: answers, two sources, consent, refusal, withdrawal, agreements."""
    eerste = work.at(datetime.date(2026, 3, 5))
    dossier = create_dossier(eerste, {
        "voornamen": "Samira", "achternaam": "Haddad-El Mansouri", "geboortedatum": "1991-07-14",
        "geslacht": "vrouw", "bsn": "999990019", "nationaliteit": "SYR", "doelgroep": "asielstatushouder",
        "verblijfstitel": "asiel", "spreektaal": "apc", "leestaal": "ar", "woonplaats": "Nieuwerhaven",
        **inburgeraar,
    }).made  # fmt: skip
    record_procedure(eerste, dossier, {"kennisgeving_duo": "2026-03-02", "inschrijving_brp": "2026-03-16"})
    add_procedure_row(eerste, dossier, "oproep", {"datum": "2026-03-05", "verschenen": "ja"})
    _first_gesprek(eerste, dossier)
    _second_gesprek(work.at(datetime.date(2026, 4, 16)), dossier)
    return dossier


def _first_gesprek(work: Workspace, dossier: str) -> None:
    gesprek = start_gesprek(
        work, dossier, {"vorm": "azc", "taal": "apc", "minuten": 75, "recht_op_alleen_gewezen": "ja"},
        [{"rol": "tolk", "naam": "T. Abraha", "soort": "professioneel", "nummer": "12345"}],
    ).made  # fmt: skip
    for naam, waarde in {
        "taalniveau.moedertaal": "apc", "taalniveau.geletterdheid": "anders", "taalniveau.nl_lezen": "a1",
        "opleiding.hoogste_niveau": "mbo", "opleiding.jaren_onderwijs": 12, "motivatie.hoofddoel": "werk",
        "motivatie.beroepswens": "weer werken als verpleegkundige",
        "digitale_vaardigheden.apparaten": ["telefoon"],
    }.items():  # fmt: skip
        record_antwoord(work, dossier, naam, waarde, gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a2", bron="coa", gesprek=gesprek)
    mark_geldt(work, dossier, "taalniveau.nl_lezen", "inburgeraar", gesprek)
    record_antwoord(
        work, dossier, "taalniveau.nl_schrijven", staat="niet_gevraagd", gesprek=gesprek,
        extra={"reden": "te moe", "volgende_keer": "ja"},
    )  # fmt: skip
    record_verteld(work, dossier, gesprek, "inburgeringsplicht", "deels")
    rond_af(work, dossier, gesprek, {"samenvatting": "Kennisgemaakt."})


def _second_gesprek(work: Workspace, dossier: str) -> None:
    gesprek = start_gesprek(work, dossier, {"vorm": "kantoor", "taal": "apc", "minuten": 80}).made
    baan = {"beroep": "verpleegkundige", "land": "SYR", "jaren": 6, "soort": "loondienst"}
    add_rij(work, dossier, "werkervaring.banen", baan, gesprek=gesprek)
    record_antwoord(work, dossier, "mentale_gezondheid.slapen", staat="wil_niet_zeggen", gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a2", gesprek=gesprek)
    record_notitie(work, dossier, "taalniveau.nl_lezen", "Las het formulier zelf voor.", gesprek)
    give(work, dossier, partij="Stichting Taalmaatjes", doel="een taalmaatje vinden dat past",
         gegevens=["sociaal_netwerk.taalmaatje", "taalniveau"], geldig_tot="2026-04-29")  # fmt: skip
    give(work, dossier, partij="Huisartsenpraktijk De Linde",
         doel="weten of de lestijden passen bij de behandeling",
         gegevens=["fysieke_gezondheid.aanpassing"], richting="opvragen", gegeven="nee")  # fmt: skip
    weg = give(work, dossier, partij="Kerkgroep Nieuwerhaven", doel="uitnodigen voor de eetavonden",
               gegevens=["sociaal_netwerk.contacten_nl"])  # fmt: skip
    withdraw_toestemming(work, dossier, weg, {
        "ingetrokken_op": "2026-04-18", "ingetrokken_door": "de inburgeraar",
        "ingetrokken_reden": "wil liever zelf kiezen", "gevolg": ["de kerkgroep gebeld"],
    })  # fmt: skip
    doel = add_doel(work, dossier, "werken in de zorg", "lang").made
    add_afspraak(work, dossier, doel, {"wat": "inschrijven bij de taalschool", "wie": "inburgeraar",
                                       "uiterlijk": "2026-06-01"})  # fmt: skip
    add_afspraak(work, dossier, doel, {"wat": "diploma laten waarderen", "wie": "regievoerder",
                                       "uiterlijk": "2026-04-17"})  # fmt: skip
    rond_af(work, dossier, gesprek, {"samenvatting": "Over werk gepraat.", "volgende_afspraak": "2026-05-07"})


def give(work: Workspace, dossier: str, **velden: object) -> str:
    """A consent, or a refusal."""
    return record_toestemming(work, dossier, {
        "richting": "delen", "gegeven": "ja", "wijze": "mondeling", "taal": "apc", "uitgelegd_met": "tolk",
        "vrije_keuze_uitgelegd": "ja", "tekstversie": "1", **velden,
    }).made  # fmt: skip


def disagree(work: Workspace, dossier: str, folder: Path) -> None:
    """Two colleagues record different things on two laptops; both come together here."""
    with opened_vault(folder, "A. Yılmaz", seed=2) as other:
        other.vault.union(work.vault.entries(dossier))
        record_antwoord(other, dossier, "opleiding.jaren_onderwijs", 9)
        record_antwoord(other, dossier, "motivatie.beroepswens", "eerst als helpende beginnen")
        record_antwoord(work, dossier, "opleiding.jaren_onderwijs", 11)
        record_antwoord(work, dossier, "motivatie.beroepswens", "verpleegkundige in een ziekenhuis")
        work.vault.union(other.vault.entries(dossier))
