"""The proposal before a conversation, and the look back after it."""

import datetime

import pytest

from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_inburgeraar, record_procedure
from intake_assistant.operations.acts.gesprek import record_verteld, rond_af, start_gesprek
from intake_assistant.operations.views.afronden.terugblik import draft_samenvatting, look_back
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.vertellen import TeVertellen, onderwerpen
from intake_assistant.operations.views.voorbereiden import (
    Aanleiding,
    Gespreksvoorstel,
    Voorsteldeel,
    is_aan_de_beurt,
    is_gevoelig,
    nummer_van,
    propose,
)
from intake_assistant.operations.workspace import Workspace
from tests.ui.nabesluit import set_besluit


def proposed(work: Workspace, dossier: str) -> Gespreksvoorstel:
    return propose(work, work.vault.dossier(dossier))


def part(voorstel: Gespreksvoorstel, id: str) -> Voorsteldeel:
    return next(deel for deel in voorstel.onderdelen if deel.id == id)


def topic(voorstel: Gespreksvoorstel, id: str) -> TeVertellen:
    return next(te for te in voorstel.vertellen if te.onderwerp.id == id)


def held(work: Workspace, dossier: str, times: int, vorm: str = "kantoor") -> str:
    gesprek = ""
    for _ in range(times):
        gesprek = start_gesprek(work, dossier, {"vorm": vorm}).made
        rond_af(work, dossier, gesprek, {})
    return gesprek


def now(work: Workspace, dossier: str) -> Dossier:
    return work.vault.dossier(dossier)


class TestWatLigtOpen:
    def test_first_come_light_topics_and_each_has_a_reason(self, work: Workspace, dossier: str) -> None:
        voorstel = proposed(work, dossier)
        assert voorstel.nummer == 1
        assert len(voorstel.onderdelen) == 15
        # The interpreter first, school after work: for who hardly went, school is what shames most.
        # And today's money for food.
        verwacht = ("taalniveau", "werkervaring", "motivatie", "opleiding", "leerbaarheid", "financien")
        assert voorstel.voorgesteld == verwacht
        assert all(deel.reden for deel in voorstel.onderdelen)
        assert [deel.voorgesteld for deel in voorstel.onderdelen] == [True] * 6 + [False] * 9

    def test_what_was_left_behind_is_shown_and_not_all_ticked(self, work: Workspace, dossier: str) -> None:
        held(work, dossier, 3)
        voorstel = proposed(work, dossier)
        assert 0 < len(voorstel.voorgesteld) < sum(bool(deel.paginas) for deel in voorstel.onderdelen)
        assert voorstel.minutes_with(voorstel.voorgesteld) <= voorstel.meeste_minuten

    def test_what_is_proposed_fits_in_the_time_by_the_assumptions_of_the_forms(
        self, work: Workspace, dossier: str
    ) -> None:
        voorstel = proposed(work, dossier)
        assert voorstel.meeste_minuten == work.data.aannamen.meeste
        assert voorstel.minutes_with(()) == round(voorstel.vaste_minuten) >= work.data.aannamen.rondom
        assert voorstel.minutes_with(voorstel.voorgesteld) <= voorstel.meeste_minuten
        assert all(deel.minuten > 0 for deel in voorstel.onderdelen if deel.voorgesteld)

    def test_loose_ends_come_last_and_together(self, work: Workspace, dossier: str) -> None:
        vragen = [v for v in work.data.formulieren.startpositie("werkervaring").velden if not v.herhaling]
        for vraag in vragen[:-1]:
            record_antwoord(work, dossier, vraag.naam, staat="onbekend")
        record_antwoord(work, dossier, "werkervaring.banen", staat="onbekend")
        record_antwoord(work, dossier, vragen[1].naam, staat="open")
        held(work, dossier, 1)
        voorstel = proposed(work, dossier)
        (los,) = voorstel.losse_eindjes
        assert (los.id, los.soort) == ("werkervaring", Aanleiding.LOS)
        nu = [deel.id for deel in voorstel.onderdelen if deel.paginas]
        assert nu[-1] == "werkervaring"

    def test_who_had_no_money_for_food_is_asked_about_it_first(self, work: Workspace, dossier: str) -> None:
        gesprek = held(work, dossier, 1)
        record_antwoord(work, dossier, "financien.overbrugging", "te_weinig", gesprek=gesprek)
        record_antwoord(
            work, dossier, "motivatie.hoofddoel", staat="niet_gevraagd", gesprek=gesprek,
            extra={"reden": "te moe", "volgende_keer": "ja"},
        )  # fmt: skip
        eerst = proposed(work, dossier).onderdelen[0]
        assert (eerst.id, eerst.voorgesteld) == ("financien", True)
        assert "niet genoeg geld voor eten" in eerst.reden
        record_antwoord(work, dossier, "financien.overbrugging", "genoeg", gesprek=gesprek)
        assert proposed(work, dossier).onderdelen[0].id == "motivatie"

    def test_near_the_term_what_the_law_asks_waits_no_longer(self, work: Workspace, dossier: str) -> None:
        begin = (work.clock.today() - datetime.timedelta(days=50)).isoformat()
        held(work, dossier, 1)
        assert not part(proposed(work, dossier), "mentale_gezondheid").paginas
        record_procedure(work, dossier, {"kennisgeving_duo": begin, "inschrijving_brp": begin})
        voorstel = proposed(work, dossier)
        assert voorstel.heeft_haast
        assert voorstel.is_laatste
        deel = part(voorstel, "mentale_gezondheid")
        assert deel.voorgesteld
        assert "stel het niet meer uit" in deel.reden
        # What the law asks and was not touched goes before the rest of what was begun.
        soorten = [deel.soort for deel in voorstel.onderdelen if deel.paginas]
        assert soorten == sorted(soorten)

    def test_after_the_besluit_no_other_term_is_that_of_the_plan(self, work: Workspace, dossier: str) -> None:
        begin = (work.clock.today() - datetime.timedelta(days=90)).isoformat()
        record_procedure(work, dossier, {"kennisgeving_duo": begin, "inschrijving_brp": begin})
        assert proposed(work, dossier).termijn is not None
        record_inburgeraar(work, dossier, {"doelgroep": "asielstatushouder", "verblijfstitel": "asiel"})
        set_besluit(work, dossier, work.clock.today().isoformat())
        assert any(klok.klok == "aanbod" and klok.uiterlijk for klok in all_klokken(work, now(work, dossier)))
        voorstel = proposed(work, dossier)
        assert (voorstel.termijn, voorstel.heeft_haast, voorstel.is_laatste) == (None, False, False)

    @pytest.mark.parametrize("id", ["mentale_gezondheid", "fysieke_gezondheid"])
    def test_what_needs_trust_waits_and_says_until_when(self, work: Workspace, dossier: str, id: str) -> None:
        eerst = part(proposed(work, dossier), id)
        assert eerst.gevoelig
        assert not eerst.paginas
        assert eerst.reden.startswith("Gevoelig: wacht tot gesprek ")
        held(work, dossier, 3)
        vierde = part(proposed(work, dossier), id)
        assert vierde.paginas
        assert "gevoelig" in vierde.reden.lower()

    def test_no_sensitive_page_comes_by_itself_in_a_first_conversation(self, work: Workspace) -> None:
        for deel in work.data.formulieren.startposities:
            for pagina in deel.paginas:
                zwaar = [v for n in pagina.vragen if (v := deel.vragen[n]).is_veld and v.sensitivity == 2]
                assert is_aan_de_beurt(deel, pagina, 1) is not bool(zwaar)
                assert is_aan_de_beurt(deel, pagina, 4)

    def test_what_was_put_off_with_a_promise_comes_first(self, work: Workspace, dossier: str) -> None:
        gesprek = held(work, dossier, 1)
        record_antwoord(
            work, dossier, "motivatie.hoofddoel", staat="niet_gevraagd", gesprek=gesprek,
            extra={"reden": "te moe", "volgende_keer": "ja"},
        )  # fmt: skip
        voorstel = proposed(work, dossier)
        assert voorstel.onderdelen[0].id == "motivatie"
        assert "(te moe)" in voorstel.onderdelen[0].reden

    def test_what_is_begun_is_counted_and_what_is_done_is_said(self, work: Workspace, dossier: str) -> None:
        record_antwoord(work, dossier, "opleiding.hoogste_niveau", "mbo")
        begonnen = part(proposed(work, dossier), "opleiding")
        # The rest of what it brings in is still to be asked.
        assert begonnen.klaar == 0
        assert begonnen.reden.startswith("Al begonnen; nog ")
        for naam, vraag in work.data.formulieren.startpositie("opleiding").vragen.items():
            if not vraag.herhaling and vraag.type != "note":
                record_antwoord(work, dossier, naam, staat="onbekend")
        klaar = part(proposed(work, dossier), "opleiding")
        assert (klaar.voorgesteld, klaar.reden) == (False, "Alles is gevraagd.")

    def test_a_word_in_between_is_no_conversation_of_its_own(self, work: Workspace, dossier: str) -> None:
        held(work, dossier, 1)
        tussendoor = held(work, dossier, 2, "tussentijds")
        assert nummer_van(now(work, dossier)) == 2
        assert nummer_van(now(work, dossier), tussendoor) == 2

    def test_the_word_sensitive_is_for_topics_not_for_a_single_question(self, work: Workspace) -> None:
        gevoelig = {deel.id for deel in work.data.formulieren.startposities if is_gevoelig(deel)}
        assert gevoelig == {"fysieke_gezondheid", "mentale_gezondheid"}


class TestWatTeVertellen:
    def test_what_was_never_told_is_due_and_what_was_understood_is_not(
        self, work: Workspace, dossier: str
    ) -> None:
        assert topic(proposed(work, dossier), "wie_ben_ik").nu
        gesprek = held(work, dossier, 1)
        record_verteld(work, dossier, gesprek, "wie_ben_ik", "ja")
        after = topic(proposed(work, dossier), "wie_ben_ik")
        assert (after.nu, after.reden) == (False, "Verteld en begrepen.")

    @pytest.mark.parametrize("begrepen", ["deels", "nee"])
    def test_what_was_not_understood_is_repeated(self, work: Workspace, dossier: str, begrepen: str) -> None:
        gesprek = held(work, dossier, 1)
        record_verteld(work, dossier, gesprek, "wie_ben_ik", begrepen)
        after = topic(proposed(work, dossier), "wie_ben_ik")
        assert after.nu
        assert "begrepen" in after.reden

    def test_a_topic_that_needs_it_is_told_twice_and_no_more(self, work: Workspace, dossier: str) -> None:
        eerste = held(work, dossier, 1)
        record_verteld(work, dossier, eerste, "inburgeringsplicht", "ja")
        assert topic(proposed(work, dossier), "inburgeringsplicht").nu
        tweede = held(work, dossier, 1)
        record_verteld(work, dossier, tweede, "inburgeringsplicht", "ja")
        assert not topic(proposed(work, dossier), "inburgeringsplicht").nu

    def test_topics_are_those_of_the_person(self, work: Workspace, dossier: str) -> None:
        alle = {o.id for o in onderwerpen(work, now(work, dossier))}
        record_inburgeraar(work, dossier, {"doelgroep": "gezinsmigrant"})
        gezin = {o.id for o in onderwerpen(work, now(work, dossier))}
        assert gezin < alle
        assert all(o.is_voor("gezinsmigrant") for o in onderwerpen(work, now(work, dossier)))


class TestTerugblik:
    def test_only_what_happened_in_this_conversation(self, work: Workspace, dossier: str) -> None:
        eerder = held(work, dossier, 1)
        record_antwoord(work, dossier, "opleiding.hoogste_niveau", "mbo", gesprek=eerder)
        gesprek = start_gesprek(work, dossier, {}).made
        record_antwoord(work, dossier, "taalniveau.moedertaal", "ti", gesprek=gesprek)
        record_antwoord(work, dossier, "taalniveau.nl_lezen", "a1", bron="coa", gesprek=eerder)
        record_antwoord(
            work, dossier, "taalniveau.nl_lezen", staat="niet_gevraagd", gesprek=gesprek,
            extra={"reden": "te moe", "volgende_keer": "ja"},
        )  # fmt: skip
        record_antwoord(work, dossier, "motivatie.hoofddoel", staat="wil_niet_zeggen", gesprek=gesprek)
        record_verteld(work, dossier, gesprek, "wie_ben_ik", "nee")
        terug = look_back(work, now(work, dossier), gesprek)
        assert terug.besproken == (("Taalniveau", 1),)
        assert [(w.vraag, w.reden, w.volgende_keer) for w in terug.niet_gevraagd] == [
            ("Nederlands lezen", "te moe", True)
        ]
        assert terug.liever_niet == 1
        (stand,) = terug.onderwerpen
        assert (stand.titel, stand.gevraagd, stand.later) == ("Taalniveau", 1, 1)
        assert stand.te_gaan > 0
        assert terug.verteld == (("Wie ik ben en wat wij doen", "nee"),)

    def test_the_draft_is_in_plain_words(self, work: Workspace, dossier: str) -> None:
        gesprek = start_gesprek(work, dossier, {}).made
        assert draft_samenvatting(work, now(work, dossier), gesprek) == ""
        record_antwoord(work, dossier, "taalniveau.moedertaal", "ti", gesprek=gesprek)
        record_antwoord(work, dossier, "opleiding.hoogste_niveau", "mbo", gesprek=gesprek)
        record_verteld(work, dossier, gesprek, "wie_ben_ik", "deels")
        assert draft_samenvatting(work, now(work, dossier), gesprek) == (
            "Wij praatten vandaag over leren en talen. "
            "De volgende keer leg ik dit nog eens uit: ‘Wie ik ben en wat wij doen’."
        )
