"""The program checks itself: a package that lost its cipher, forms, texts or fonts must not work quietly."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from intake_assistant import crypto, paths, texts
from intake_assistant.documents.tekens import covered
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError
from intake_assistant.forms.informatie import load_gespreksvragen, load_informatie
from intake_assistant.operations.papers.sjablonen import check_own
from intake_assistant.operations.workspace import data_of, packaged_data
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.engine.session import DATABASE, Surroundings

_CHECK_AGAIN = timedelta(days=365)
"""A rule is to be held against its source once a year."""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One line of the self-test."""

    onderdeel: str
    goed: bool
    uitleg: str


def self_test(clock: Clock, random: Randomness, policy: Policy = NO_POLICY) -> list[Uitkomst]:
    """Try every part that a broken installation could have lost."""
    parts: dict[str, Callable[[], str]] = {
        "cipher": lambda: _cipher(clock, random),
        "forms": _forms,
        "rules": lambda: _rules(clock),
        "translations": _translations,
        "fonts": _fonts,
        "papers": lambda: _papers(clock),
        "policy": lambda: _policy(policy),
    }
    return [_try(naam, part) for naam, part in parts.items()]


def _try(naam: str, part: Callable[[], str]) -> Uitkomst:
    try:
        return Uitkomst(naam, True, part())
    except KnownError as error:
        return Uitkomst(naam, False, _explain(error))
    except Exception as error:  # noqa: BLE001  # a library may raise one of its own, and the others are tried
        return Uitkomst(naam, False, f"{type(error).__name__} {error}")


def _explain(error: KnownError) -> str:
    try:
        return f"{error.code} {texts.known_error_text(error)}"
    except LookupError:
        # Without texts the code has to do.
        return error.code


def _cipher(clock: Clock, random: Randomness) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "proef.intake"
        around = Surroundings(clock, random, crypto.FLOOR)
        create_vault(path, "proef", around, {"naam": "zelftest"})
        with open_vault(path, "proef", around) as vault:
            vault.set_setting("proef", "leesbaar")
        content = (path / DATABASE).read_bytes()
        if content.startswith(database.PLAIN_HEADER) or b"leesbaar" in content:
            raise KnownError("vault.no_cipher")
        _refuses_wrong_key(path / DATABASE, random)
    return "SQLCipher"


def _refuses_wrong_key(path: Path, random: Randomness) -> None:
    try:
        connection = database.connect(path, random(crypto.KEY_BYTES))
    except KnownError:
        return
    connection.close()
    raise KnownError("vault.no_cipher")


def _forms() -> str:
    formulieren = packaged_data().formulieren
    onderwerpen = load_informatie(paths.forms_dir())
    load_gespreksvragen(paths.forms_dir())
    velden = sum(len(deel.velden) for deel in formulieren.startposities)
    return f"{len(formulieren.startposities)} startposities, {velden} velden, {len(onderwerpen)} onderwerpen"


def _rules(clock: Clock) -> str:
    """Which rules there are, and by name those to be held against their source again: no fault."""
    data = packaged_data()
    found = (
        f"{len(data.regels.regels)} regels {data.regels.versie}, {len(data.teksten.teksten)} vaste teksten"
    )
    oud = data.regels.te_controleren(clock.today() - _CHECK_AGAIN)
    return texts.text("cli.self_test_regels", gevonden=found, regels=", ".join(oud)) if oud else found


def _translations() -> str:
    """Which languages there are; one in which something is wrong is off, and the program runs without it."""
    talen = texts.talen()
    if fouten := texts.taalfouten():
        alle = "; ".join(f"{fout.facts['pad']}: {fout.facts['fout']}" for fout in fouten)
        raise KnownError("translation.invalid", pad=str(paths.translations_dir()), fout=alle)
    if texts.SOURCE not in {taal.code for taal in talen}:
        raise LookupError(f"{texts.SOURCE} {paths.translations_dir()}")
    aantal = sum(texts.count_texts(taal.code) for taal in talen)
    return f"{len(talen)} talen ({', '.join(taal.code for taal in talen)}), {aantal} teksten"


def _policy(policy: Policy) -> str:
    policy.refuse_if_broken()
    if policy.sjablonen is not None:
        check_own(policy)
    if policy.formulieren is not None:
        _ = data_of(policy).formulieren
    return f"{policy.bron or '-'}: {len(policy.rules())} regels"


def _fonts() -> str:
    signs = covered()
    if not {"a", "ع", "ሀ"} <= signs:
        raise KnownError("fonts.missing", pad=str(paths.fonts_dir()))
    return f"{len(signs)} tekens"


def _papers(clock: Clock) -> str:
    """Each of the three writers writes: a package may have lost a part that only it uses."""
    from intake_assistant.documents.herstelblad import (
        write_herstelblad,
    )  # late, here and below: all are heavy
    from intake_assistant.documents.model import Alinea, Kop, Randen, Stuk
    from intake_assistant.documents.pdf import write_pdf
    from intake_assistant.documents.word import write_docx

    stuk = Stuk(
        titel="Proef", soort="verteld", taal=texts.SOURCE, concept=True, gemeente="Proef", kenmerk="proef",
        datum=clock.today(),
        blokken=(Kop(1, "Proef"), Alinea("\u0639\u0631\u0628\u064a", taal="ar")),
        randen=Randen("", "", "", "", ""),
    )  # fmt: skip
    made = {
        "reportlab": write_herstelblad(["0000"] * 8, "proef", clock.today()),
        "typst": write_pdf(stuk),
        "docxtpl": write_docx(stuk),
    }
    return ", ".join(f"{naam} {len(content) // 1000} kB" for naam, content in made.items())
