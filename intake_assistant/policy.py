"""What the administrator decided for this computer (docs/beheer.md); read at the start, never written."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from intake_assistant.errors import KnownError
from intake_assistant.paths import policy_file
from intake_assistant.safefile import is_folder, read_bytes
from intake_assistant.texts import SOURCE, talen, text
from intake_assistant.trust import ROOT, is_of_administrator

MOST_BYTES: Final = 1_000_000
IDLE: Final = (30, 3600)
"""The fewest and the most seconds after which the window may be set to lock."""
SAFE_IDLE: Final = 120.0
WORD_SJABLOON, PDF_SJABLOON = "stuk.docx", "stuk.typ"


@dataclass(frozen=True)
class Policy:
    """The rules of the administrator; what is left at its default is for the user to choose."""

    bron: Path | None = None
    """The file it was read from; None when there is none."""
    beheerder: str = ""
    """By whom the rules were set, and whom to call."""
    idle_seconds: float | None = None
    gemeente_sleutel: str = ""
    """The age recipient that every new vault can also be opened by."""
    backup_plaats: Path | None = None
    sjablonen: Path | None = None
    formulieren: Path | None = None
    talen: tuple[str, ...] = ()
    """The languages that may be offered; empty is all."""
    opname_uitsluiten: bool | None = None
    """Whether screen recorders and screen sharing see the window."""
    ongecontroleerd: bool | None = None
    """Whether translations that nobody checked may be printed."""
    gevoelig_opnieuw_vragen: bool | None = None
    """Whether the passphrase is asked once more before health and safety answers."""
    or_instemming_op: date | None = None
    """The day on which the works council agreed that regievoerders are compared (WOR 27)."""
    or_kenmerk: str = ""
    """Where that can be looked up."""
    akkoord_teamleider: bool | None = None
    """Whether a first besluit is set only with which the team lead agreed."""
    teksten_nagekeken: bool | None = None
    """Whether texts that no lawyer read are used only where somebody allows it by name."""
    fouten: tuple[str, ...] = ()
    """What is wrong with the file, a Dutch sentence each; then the other fields are the safe ones."""

    @property
    def wie(self) -> str:
        """Whom to name: the administrator as the file names him, else in general."""
        return self.beheerder or text("instellingen.beleid.uw_beheerder")

    def rules(self) -> list[str]:
        """The names of the fields that are set, the one who set them aside; in the order of the manual."""
        fields = [field for field, _ in _FIELDS.values() if field != "beheerder"]
        return [field for field in fields if getattr(self, field) not in (None, "", ())]

    def as_written(self) -> dict[str, str]:
        """The rules that are set, each by its place in the file and as it stands there."""
        places = {field: ".".join(place) for place, (field, _) in _FIELDS.items()}
        return {places[field]: _as_written(getattr(self, field)) for field in self.rules()}

    def refuse_if_broken(self) -> None:
        """Raise KnownError `policy.invalid` with every mistake, when the file cannot be followed."""
        if self.fouten:
            raise KnownError(
                "policy.invalid", pad=str(self.bron or ""), beheerder=self.wie, fouten=list(self.fouten)
            )


NO_POLICY: Final = Policy()


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


class _Mistake(Exception):
    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def machine_policy(where: Callable[[], Path | None] = policy_file) -> Policy:
    """The rules of this computer; the strictest when it cannot even be asked where they are."""
    try:
        file = where()
    except OSError:
        return _safe(NO_POLICY, (text("instellingen.beleid.geen_plek"),))
    return read_policy(file)


def read_policy(file: Path | None, owner: int = ROOT) -> Policy:
    """The rules in a file that only root (or `owner`) can write; without a file there are none.

    With any mistake the rules are the strictest, and say what is wrong.
    """
    if file is None or not _exists(file):
        return NO_POLICY
    from intake_assistant.toml_lines import read_toml  # late, here and below: most computers have no file

    try:
        if not is_of_administrator(file, owner):
            raise _Mistake("onbetrouwbaar")
        source = read_bytes(file, MOST_BYTES).decode("utf-8-sig")
        written = read_toml(source)
    except (OSError, ValueError, _Mistake) as error:
        return _safe(Policy(bron=file), (_whole_file(error),))
    return _read(file, source, written)


def _exists(file: Path) -> bool:
    try:
        file.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        # A folder that may not be entered: something is there, and it is not for us to pass it by.
        return True
    return True


def _whole_file(error: Exception) -> str:
    import tomllib

    from intake_assistant.toml_lines import TomlExcess

    if isinstance(error, _Mistake):
        return text(f"instellingen.beleid.{error.key}")
    if isinstance(error, tomllib.TOMLDecodeError):
        line = re.search(r"line (\d+)", str(error))
        return text("instellingen.beleid.geen_toml", regel=line[1] if line else "1", fout=str(error))
    if isinstance(error, UnicodeDecodeError):
        return text("instellingen.beleid.geen_utf8", plek=error.start + 1)
    if isinstance(error, TomlExcess):
        return text("instellingen.beleid.te_diep")
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return text("instellingen.beleid.te_groot")
    return text("instellingen.beleid.onleesbaar")


def _safe(policy: Policy, fouten: tuple[str, ...]) -> Policy:
    """The strictest rules, with what the file did say well and that can do no harm."""
    return replace(
        policy,
        idle_seconds=min(SAFE_IDLE, policy.idle_seconds or SAFE_IDLE),
        opname_uitsluiten=True,
        ongecontroleerd=False,
        gevoelig_opnieuw_vragen=True,
        or_instemming_op=None,
        or_kenmerk="",
        # Of these two the strictest would hold up a besluit, and its term in law with it.
        akkoord_teamleider=None,
        teksten_nagekeken=None,
        fouten=fouten,
    )


def _read(file: Path, source: str, written: dict[str, Any]) -> Policy:
    from intake_assistant.toml_lines import line_numbers, line_of

    lines, found, fouten = line_numbers(source), dict[str, Any](), list[tuple[int, str]]()
    for place, value in _flat(written):
        try:
            field, read = _field(place)
            found[field] = read(value)
        except _Mistake as mistake:
            naam = ".".join(place)
            said = text(f"instellingen.beleid.{mistake.key}", naam=naam, **mistake.facts)
            line = line_of(lines, place)
            fouten.append((line, text("instellingen.beleid.regel", regel=line, fout=said)))
    policy = Policy(bron=file, **found)
    if not policy.beheerder and not any(place[0] == "beheerder" for place, _ in _flat(written)):
        fouten.append((0, text("instellingen.beleid.zonder_beheerder")))
    if (policy.or_instemming_op is None) != (not policy.or_kenmerk) and not fouten:
        fouten.append((0, text("instellingen.beleid.half_instemming")))
    return _safe(policy, tuple(said for _, said in sorted(fouten))) if fouten else policy


def _flat(written: dict[str, Any]) -> list[tuple[tuple[str, ...], Any]]:
    """Each value with its place; a table that is not known stands as a whole."""
    found: list[tuple[tuple[str, ...], Any]] = []
    for naam, value in written.items():
        if isinstance(value, dict) and any(place[0] == naam and len(place) > 1 for place in _FIELDS):
            found += [((naam, inner), inside) for inner, inside in value.items()]
        else:
            found.append(((naam,), value))
    return found


def _field(place: tuple[str, ...]) -> tuple[str, Callable[[Any], Any]]:
    if place in _FIELDS:
        return _FIELDS[place]
    from difflib import get_close_matches

    known = [".".join(known) for known in _FIELDS]
    close = get_close_matches(".".join(place), known, n=1, cutoff=0.5)
    raise _Mistake("onbekende_naam", bedoeld=close[0] if close else ", ".join(known))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Mistake("geen_tekst")
    return value.strip()


def _seconds(value: Any) -> float:
    least, most = IDLE
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _Mistake("geen_seconden", minst=least, meest=most)
    return float(value)


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Mistake("geen_ja_nee")
    return value


def _day(value: Any) -> date:
    # A moment is a date to Python, and not to who reads the rules.
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _Mistake("geen_datum")
    return value


def _recipient(value: Any) -> str:
    import pyrage  # type: ignore[import-untyped]  # the wheel carries no types; late: most have no key

    typed = _text(value)
    if typed.upper().startswith("AGE-SECRET-KEY"):
        # Never shown again: whoever reads the message could open every vault.
        raise _Mistake("geheime_sleutel")
    try:
        pyrage.x25519.Recipient.from_str(typed)
    except pyrage.RecipientError as error:
        raise _Mistake("geen_sleutel") from error
    return typed


def _place(value: Any) -> Path:
    path = Path(_text(value))
    # Between double quotes the \\b of D:\\back-ups is a control character.
    if not path.is_absolute() or not str(path).isprintable():
        raise _Mistake("geen_heel_pad", pad=str(path))
    return path


def _folder(value: Any) -> Path:
    path = _place(value)
    if not is_folder(path):
        raise _Mistake("map_ontbreekt", pad=str(path))
    return path


def _sjablonen(value: Any) -> Path:
    path = _folder(value)
    names = (WORD_SJABLOON, PDF_SJABLOON)
    if not any((path / naam).is_file() for naam in names):
        raise _Mistake("map_zonder", pad=str(path), wat=" / ".join(names))
    return path


def _formulieren(value: Any) -> Path:
    path = _folder(value)
    if not is_folder(path / "startposities"):
        raise _Mistake("map_zonder", pad=str(path), wat="startposities")
    return path


def _talen(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value) or not value:
        raise _Mistake("geen_talen")
    known = [taal.code for taal in talen()]
    for code in value:
        if code not in known:
            raise _Mistake("onbekende_taal", taal=code, talen=", ".join(known))
    return tuple(dict.fromkeys((SOURCE, *value)))


_FIELDS: Final[dict[tuple[str, ...], tuple[str, Callable[[Any], Any]]]] = {
    ("beheerder",): ("beheerder", _text),
    ("vergrendeling", "seconden"): ("idle_seconds", _seconds),
    ("gemeente", "sleutel"): ("gemeente_sleutel", _recipient),
    ("backup", "plaats"): ("backup_plaats", _place),
    ("documenten", "sjablonen"): ("sjablonen", _sjablonen),
    ("documenten", "ongecontroleerd"): ("ongecontroleerd", _yes_no),
    ("formulieren", "map"): ("formulieren", _formulieren),
    ("talen", "aanbod"): ("talen", _talen),
    ("scherm", "opname_uitsluiten"): ("opname_uitsluiten", _yes_no),
    ("gevoelig", "opnieuw_vragen"): ("gevoelig_opnieuw_vragen", _yes_no),
    ("beschikking", "akkoord_teamleider"): ("akkoord_teamleider", _yes_no),
    ("beschikking", "teksten_nagekeken"): ("teksten_nagekeken", _yes_no),
    ("ondernemingsraad", "instemming"): ("or_instemming_op", _day),
    ("ondernemingsraad", "kenmerk"): ("or_kenmerk", _text),
}
