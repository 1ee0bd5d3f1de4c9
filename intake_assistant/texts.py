"""Every sentence a person reads, from the catalogues in translations/; no Qt."""

import datetime
import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from intake_assistant.dates import as_typed
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.errors import KnownError
from intake_assistant.paths import translations_dir
from intake_assistant.po import Message, read_po
from intake_assistant.staftaal import DUTCH, in_dutch, speak, spoken, spoken_babel

Stand = Literal["gecontroleerd", "ongecontroleerd", "verouderd", "ontbreekt"]

SOURCE = DUTCH
"""The language all texts are written in first."""

_COUNT = "aantal"
_SUBJECT = re.compile("[./]")
_CHECKED = "gecontroleerd:"


@dataclass(frozen=True)
class Nazicht:
    """Who checked a translation, when, and in what capacity, as the translator wrote it."""

    naam: str
    datum: str = ""
    hoedanigheid: str = ""


@dataclass(frozen=True)
class Vertaling:
    """A text in a language, how far it may be trusted, and who says so."""

    tekst: str
    stand: Stand
    door: Nazicht | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Taal:
    """A language: what translations/<code>/taal.toml says of it."""

    code: str
    naam: str
    naam_nl: str
    script: str
    richting: str
    cijfers: str
    lettertypen: tuple[str, ...]
    meervoud: str
    """Which form of a plural goes with which number, as gettext writes it."""
    babel: str
    typst_lang: str
    typst_region: str
    sprekers: tuple[str, ...]
    """Spoken languages that are no written ones: who speaks one of these, reads this."""
    staf: bool = False
    """Whether the staff may choose it for the screen."""

    @property
    def gezegd(self) -> str:
        """Its name as the screen says it."""
        if spoken() == SOURCE:
            return self.naam_nl
        from babel import Locale  # late: only a screen in another language asks it

        namen = Locale.parse(spoken_babel()).languages
        return str(namen.get(self.code) or namen.get(self.babel) or self.naam_nl)

    @property
    def tag(self) -> str:
        """The language as a document names it, so that a reader of it knows letters and direction."""
        return self.code if self.typst_lang == self.code else f"{self.typst_lang}-{self.typst_region}"


class _Message(NamedTuple):
    dutch: str
    text: str
    stand: Stand
    door: Nazicht | None = None
    one: str = ""  # the text for `aantal` = 1, when the message has a plural
    forms: tuple[str, ...] = ()

    def fields(self) -> frozenset[str]:
        return _fields(self.text) | (_fields(self.one) | {_COUNT} if self.one else frozenset())


def text(key: str, /, **given: object) -> str:
    """Return the sentence of a key in the language of the screen, in Dutch where it is missing there.

    KeyError unless key and fields are just those of the catalogue. A message with a plural takes `aantal` and
    is in the singular for 1.
    """
    message = _message(translations_dir(), key.split(".", 1)[0], key)
    if message.fields() != given.keys():
        raise KeyError(f"{key}: the text has {sorted(message.fields())}, given were {sorted(given)}")
    template = _template(key, message, given.get(_COUNT))
    return template.format_map({name: _shown(fact) for name, fact in given.items()})


def dutch_text(key: str, /, **given: object) -> str:
    """The Dutch sentence of a key, whatever the screen speaks: it is held against a translation, or kept."""
    with in_dutch():
        return text(key, **given)


def _template(key: str, message: _Message, aantal: object) -> str:
    """What is said of a message, its fields not filled yet."""
    dutch = message.one if message.one and aantal == 1 else message.text
    return dutch if spoken() == SOURCE else _translated(spoken(), key, message, aantal) or dutch


def _translated(taal: str, key: str, dutch: _Message, aantal: object) -> str:
    """What stands at a key in a language, when it is a translation of the Dutch of now; else empty."""
    root = translations_dir()
    try:
        said = _catalogue(root, taal, catalogue_of(key)).get(key)
    except KnownError:
        return ""
    if said is None or said.dutch != dutch.dutch or not all(said.forms):
        return ""
    form = said.forms[_form(root / taal, len(said.forms), aantal)]
    return form if _fields(form) <= dutch.fields() else ""


def _form(folder: Path, forms: int, aantal: object) -> int:
    """Which form of a plural goes with a number in a language."""
    taal = _taal(folder)
    if forms == 1 or not isinstance(aantal, int) or not isinstance(taal, Taal):
        return forms - 1
    return min(_plural(taal.meervoud)(aantal), forms - 1)


@cache
def _plural(meervoud: str) -> Callable[[int], int]:
    from gettext import c2py  # late: Dutch knows its two forms by itself

    return c2py(meervoud.partition("plural=")[2].strip().removesuffix(";"))


def _shown(fact: object) -> object:
    # A name with an override, or in Arabic, would turn the sentence around it.
    return op_scherm(fact) if isinstance(fact, str) else fact


def known_error_text(error: KnownError) -> str:
    """Return the text of an error; a list reads as lines, a fact that was not given as `onbekend`."""
    own = f"{error.code}.{error.facts.get('oorzaak')}"
    code = own if own in keys(SOURCE, "fout") else error.code
    template = _template(f"fout.{code}", _message(translations_dir(), "fout", code), None)
    facts = {**error.facts, **_told_otherwise(error.facts)}
    return template.format_map({name: _said(facts.get(name)) for name in _fields(template)})


def named(code: str) -> str:
    """The words for a code of the folder of a vault; what has none stays as it is."""
    key = f"kluis.kluismap.code_{code}"
    return text(key) if is_text(key) else code


def _told_otherwise(facts: Mapping[str, object]) -> dict[str, str]:
    """Who has a vault open, of what its lock file tells; a cause that has words of its own."""
    found = {}
    if "computer" in facts:
        told = {naam: str(facts.get(naam, "")) for naam in ("gebruiker", "computer", "sinds", "met")}
        told |= {"sinds": _moment(told["sinds"]), "met": named(told["met"])}
        found["wie"] = ", ".join(
            text(f"kluis.kluismap.houder_{n}", wie=wie) for n, wie in told.items() if wie
        )
    if "oorzaak" in facts:
        found["oorzaak"] = named(str(facts["oorzaak"]))
    return found


def _moment(iso: str) -> str:
    try:
        read = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{as_typed(read.date())} {read:%H:%M}"


def _said(fact: object) -> str:
    if isinstance(fact, list | tuple):
        return "\n".join(f"- {op_scherm(str(item))}" for item in fact)
    return op_scherm(str(fact or text("geschiedenis.staat.onbekend")))


def form_text(taal: str, key: str, dutch: str) -> Vertaling:
    """Return the text of a form in a language, with its stand; Dutch where it is missing.

    A language with a fault in one of its catalogues is off: half of it would be worse than none.
    """
    if taal == SOURCE:
        return Vertaling(dutch, "gecontroleerd")
    root = translations_dir()
    message = None if _faults(root, taal) else _catalogue(root, taal, catalogue_of(key)).get(key)
    if message is None or not message.text:
        return Vertaling(dutch, "ontbreekt")
    if message.dutch != dutch:
        return Vertaling(message.text, "verouderd")
    return Vertaling(message.text, message.stand, message.door)


def form_forms(taal: str, key: str) -> tuple[str, ...]:
    """Return what stands at a key in another language: one text, or each form of a plural; empty without."""
    root = translations_dir()
    message = None if _faults(root, taal) else _catalogue(root, taal, catalogue_of(key)).get(key)
    return message.forms if message and all(message.forms) else ()


def catalogue_of(key: str) -> str:
    """Return the catalogue that holds a key: its first part, up to a dot or a slash."""
    return _SUBJECT.split(key, maxsplit=1)[0]


def keys(taal: str, catalogue: str) -> tuple[str, ...]:
    """Return the keys of one catalogue of a language, in the order of the file; empty when there is none."""
    return tuple(_catalogue(translations_dir(), taal, catalogue))


def is_text(key: str) -> bool:
    """Whether a key has a Dutch sentence."""
    return key in keys(SOURCE, key.partition(".")[0])


def text_or(key: str, otherwise: str) -> str:
    """The Dutch sentence of a key that was made of what somebody recorded; else what they recorded itself."""
    return text(key) if is_text(key) else otherwise


def count_texts(taal: str) -> int:
    """Return how many texts a language has, in every catalogue; KnownError translation.invalid."""
    root = translations_dir()
    files = sorted((root / taal / "LC_MESSAGES").glob("*.po"))
    return sum(bool(message.text) for file in files for message in _catalogue(root, taal, file.stem).values())


def talen() -> tuple[Taal, ...]:
    """Return the languages whose folder says all there is to know of them, in order of their code."""
    return _talen(translations_dir())


@cache
def _talen(root: Path) -> tuple[Taal, ...]:
    return tuple(found for folder in _folders(root) if isinstance(found := _taal(folder), Taal))


def staftalen() -> tuple[Taal, ...]:
    """The languages that the screen can speak: Dutch first, and those that serve the staff."""
    found = talen()
    return *(t for t in found if t.code == SOURCE), *(t for t in found if t.staf and t.code != SOURCE)


def speak_to_staff(code: str) -> None:
    """Have the screen speak a language from now on; Dutch when it is none that serves the staff."""
    # Who reads Dutch does not wait for the folders of all other languages.
    taal = next((taal for taal in staftalen() if taal.code == code), None) if code else None
    if taal is None or taal.code == SOURCE:
        speak()
    else:
        speak(taal.code, taal.babel)


def taalfouten(taal: str = "") -> tuple[KnownError, ...]:
    """Return all that is wrong in the files of a language, or of every one: each of them is off."""
    root = translations_dir()
    folders = [folder for folder in _folders(root) if taal in ("", folder.name)]
    broken = [found for folder in folders if isinstance(found := _taal(folder), KnownError)]
    return (*broken, *(fault for folder in folders for fault in _faults(root, folder.name)))


def _folders(root: Path) -> list[Path]:
    return sorted(file.parent for file in root.glob("*/taal.toml"))


@cache
def _taal(folder: Path) -> Taal | KnownError:
    """What the folder of a language says of it, or what is wrong in that."""
    import tomllib  # late: the unlock window offers no language

    file = folder / "taal.toml"
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        return KnownError("translation.invalid", pad=str(file), fout=str(error))
    found.setdefault("staf", False)
    wrong = found.keys() ^ ({deel.name for deel in fields(Taal)} - {"code"})
    lists = {naam for naam in ("lettertypen", "sprekers") if not isinstance(found.get(naam), list)}
    wrong |= lists | {naam for naam in found.keys() - lists if not isinstance(found[naam], str | list | bool)}
    wrong |= {"staf"} if not isinstance(found["staf"], bool) else set()
    if found.get("richting") not in ("ltr", "rtl"):
        wrong.add("richting")
    if wrong:
        return KnownError("translation.invalid", pad=str(file), fout=", ".join(sorted(wrong)))
    said: dict[str, Any] = {naam: tuple(w) if isinstance(w, list) else w for naam, w in found.items()}
    return Taal(folder.name, **said)


@cache
def _faults(root: Path, taal: str) -> tuple[KnownError, ...]:
    """All that is wrong in the catalogues of a language; what is right is read again when it is said."""
    found = []
    for file in sorted((root / taal / "LC_MESSAGES").glob("*.po")):
        try:
            _read_catalogue(root, taal, file.stem)
        except KnownError as error:
            found.append(error)
    return tuple(found)


def _message(root: Path, name: str, key: str) -> _Message:
    message = _catalogue(root, SOURCE, name).get(key)
    if message is None:
        raise KeyError(f"{key} is not in {SOURCE}/LC_MESSAGES/{name}.po")
    return message


@cache
def _fields(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


@cache
def _catalogue(root: Path, taal: str, name: str) -> Mapping[str, _Message]:
    return _read_catalogue(root, taal, name)


def _read_catalogue(root: Path, taal: str, name: str) -> Mapping[str, _Message]:
    file = root / taal / "LC_MESSAGES" / f"{name}.po"
    messages: dict[str, _Message] = {}
    twice = []
    for message in _read(file) if file.is_file() else ():
        if not message.context or message.context in messages:
            twice.append(f"{message.context}: {message.id}")
        messages[message.context] = _from_po(message, taal)
    if twice:
        raise KnownError("translation.invalid", pad=str(file), fout="\n".join(twice))
    return messages


def _read(file: Path) -> list[Message]:
    try:
        return read_po(file.read_bytes())
    except ValueError as error:
        raise KnownError("translation.invalid", pad=str(file), fout=str(error)) from error


def _from_po(message: Message, taal: str) -> _Message:
    forms = message.texts
    if taal == SOURCE:
        source = (message.id, message.plural) if message.plural else (message.id,)
        forms = [form or dutch_form for form, dutch_form in zip(forms, source, strict=True)]
    one = forms[0] if len(forms) > 1 else ""
    return _Message(message.id, forms[-1], _stand(message), _nazicht(message), one, tuple(forms))


def _stand(message: Message) -> Stand:
    if message.is_fuzzy:
        is_old = any(line.startswith("| msgid") for line in message.comments)
        return "verouderd" if is_old else "ongecontroleerd"
    return "gecontroleerd" if _nazicht(message) else "ongecontroleerd"


def _nazicht(message: Message) -> Nazicht | None:
    """Of `gecontroleerd: naam; datum; hoedanigheid`, when it is about what stands there now."""
    line = next((line for line in message.comments if line.startswith(_CHECKED)), "")
    if not line or message.is_fuzzy:
        return None
    return Nazicht(*(part.strip() for part in line.removeprefix(_CHECKED).split(";", 2)))
