"""How soon a passphrase is guessed: by words, names, rows of keys; no rules about signs."""

import pytest

from intake_assistant.operations.vault.wachtzin import judge

EIGEN = ("Anneke van den Berg", "Delfzijl")


@pytest.mark.parametrize(
    "passphrase",
    [
        "fiets lamp wolk dans",
        "paard batterij nietje",
        "een lange wachtzin van vijf woorden",
        "kx7-vrolijke-baksteen",
        "Anneke paard batterij nietje",
        "de bergen van lamp en wolk dansen",
        "\N{GRINNING FACE} wandelen langs de \u00e9\u00e9n na laatste kade",
        "\u0643\u0644\u0628 \u064a\u0637\u064a\u0631 \u0641\u0648\u0642 \u0628\u062d\u0631",
    ],
)
def test_a_few_words_that_have_nothing_to_do_with_each_other_are_enough(passphrase: str) -> None:
    assert judge(passphrase, EIGEN).is_sterk


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "losse woorden"),
        ("   ", "losse woorden"),
        ("x7!q", "te kort"),
        ("Anneke van den Berg 2026", "bij u of uw werk"),
        ("AnnekevandenBerg2026!", "bij u of uw werk"),
        ("Inburgering2026!", "bij u of uw werk"),
        ("gemeente delfzijl", "bij u of uw werk"),
        ("Anneke van den Berg", "bij u of uw werk"),
        ("annekevandenberg1", "bij u of uw werk"),
        ("welkom welkom", "steeds hetzelfde"),
        ("password123", "veel mensen"),
        ("qazwsxedc", "veel mensen"),
        ("asdfghjkl;'", "toetsenbord"),
        ("17-05-1983", "datum"),
        ("abcdefghijk", "reeks"),
        ("a" * 10_000, "hetzelfde"),
    ],
)
def test_what_is_soon_guessed_is_told_with_the_reason_and_what_to_do(passphrase: str, reason: str) -> None:
    found = judge(passphrase, EIGEN)
    assert not found.is_sterk
    assert reason in found.raad
    assert "vier of meer losse woorden" in found.raad


def test_a_very_long_one_is_judged_by_its_beginning() -> None:
    assert judge("fiets lamp wolk dans " * 2000, EIGEN).is_sterk
    assert judge("\ud800" * 500).is_sterk is False


def test_an_own_name_and_a_year_is_no_passphrase() -> None:
    eigen = ("Fatma de Vries", "Westerveld", "Fatma de Vries")
    for passphrase in ("Fatma de Vries 2026", "fatmadevries2026", "Vries, Fatma 17-05-1983"):
        assert not judge(passphrase, eigen).is_sterk
    assert judge("Fatma de Vries 2026", ()).is_sterk, "who is not known by that name may think it up"
