"""What changed in the plan since its last version: by what that version saw, not by numbers or clocks."""

from collections.abc import Callable

from intake_assistant.operations.acts.beschikking import maak_planversie
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.ontwikkelplan import (
    add_afspraak,
    add_doel,
    add_werkplek,
    look_back_on,
    record_doel,
    remove_doel,
)
from intake_assistant.operations.acts.record import record, restore_row
from intake_assistant.operations.views.besluit.planverschil import plan_changes
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from tests.operations.samen import exchange

Laptop = Callable[[str], Workspace]


def told(work: Workspace, dossier: str) -> tuple[str, ...]:
    found = plan_changes(work, work.vault.dossier(dossier))
    assert found is not None
    return found.zinnen


def test_new_changed_and_removed_since_the_version(work: Workspace, dossier: str) -> None:
    assert plan_changes(work, work.vault.dossier(dossier)) is None
    blijft, anders, weg = (add_doel(work, dossier, naam, "kort").made for naam in ("Taal", "Werk", "Sport"))
    terug = add_doel(work, dossier, "Weg voor de versie", "kort").made
    remove_doel(work, dossier, terug)
    maak_planversie(work, dossier, "eerste")
    assert told(work, dossier) == ()
    record_doel(work, dossier, anders, {"naam": "Ander werk"})
    remove_doel(work, dossier, weg)
    add_doel(work, dossier, "Rijbewijs", "lang")
    assert set(told(work, dossier)) == {
        text("ontwikkelplan.doel_anders", naam="Ander werk"),
        text("ontwikkelplan.doel_weg", naam="Sport"),
        text("ontwikkelplan.doel_nieuw", naam="Rijbewijs"),
    }
    # What was not in the version and came and went since is neither new nor gone.
    restore_row(work, dossier, f"doel[{terug}]")
    remove_doel(work, dossier, terug)
    assert len(told(work, dossier)) == 3
    maak_planversie(work, dossier, "tweede")
    assert told(work, dossier) == ()
    add_afspraak(work, dossier, blijft, {"wat": "Les", "wie": "gemeente"})
    assert told(work, dossier) == (text("ontwikkelplan.afspraak_nieuw", naam="Les"),)


def test_who_does_it_now_and_a_place_of_work_are_changes_of_the_plan(work: Workspace, dossier: str) -> None:
    doel = add_doel(work, dossier, "Geld", "kort").made
    afspraak = add_afspraak(work, dossier, doel, {"wat": "Huur", "hulp": "voor_u"}).made
    maak_planversie(work, dossier, "eerste")
    look_back_on(work, dossier, afspraak, op="2026-05-04", hulp="voor_u")
    assert told(work, dossier) == ()  # to look back is no change by itself
    look_back_on(work, dossier, afspraak, op="2026-05-04", hulp="samen")
    add_werkplek(work, dossier, afspraak, {"wat": "kringloop", "van": "2026-05-04"})
    assert set(told(work, dossier)) == {
        text("ontwikkelplan.afspraak_hulp", naam="Huur"),
        text("ontwikkelplan.werkplek_nieuw", naam="kringloop"),
    }


def test_a_change_of_another_laptop_with_a_lower_number_is_a_change(laptop: Laptop) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"achternaam": "Tesfay"}).made
    doel = add_doel(an, dossier, "Taal", "kort").made
    exchange(an, bo)
    record_doel(bo, dossier, doel, {"termijn": "lang"})
    for nummer in range(4):
        record(an, dossier, "notitie[gesprek 1]", {"waarde": f"{nummer}"})
    maak_planversie(an, dossier, "eerste")
    exchange(an, bo)
    for work in (an, bo):
        assert told(work, dossier) == (text("ontwikkelplan.doel_anders", naam="Taal"),)
