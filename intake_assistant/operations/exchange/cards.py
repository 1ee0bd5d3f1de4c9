"""Cards: who this vault is for others, and whom it knows; nobody is trusted on first sight (design 9)."""

from __future__ import annotations

from pathlib import Path

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.exchange import limits
from intake_assistant.exchange.card import Card, as_name, read_card
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries import devices
from intake_assistant.storage.entries.devices import Known
from intake_assistant.texts import text

BEWAARD, INGETROKKEN = "kaart_bewaard", "kaart_ingetrokken"
"""What the access log says of it."""
_SHOWN = 16


def own_card(work: Workspace) -> Card:
    """Who this vault is for others."""
    device = work.vault.device
    gemeente = work.vault.setting("gemeente") or work.vault.setting("gemeente.naam")
    card = Card(
        naam=as_name(device.naam),
        rol=device.rol,
        gemeente=as_name(gemeente),
        device=device.id,
        public=device.public.hex(),
        recipient=device.recipient,
    )
    return card.signed(lambda message: sign(work, message))


def sign(work: Workspace, message: bytes) -> bytes:
    """The signature of this laptop under a message."""
    return crypto.sign(devices.private_key(work.vault), message)


def write_card(work: Workspace, path: Path) -> None:
    """Write the card of this vault to a file; KnownErrors `output.`, `disk.full`."""
    safefile.write_bytes(path, f"{own_card(work).line}\n".encode())


def card_in_file(path: Path) -> Card:
    """The card in a file; KnownError `exchange.no_card`, `exchange.newer`."""
    try:
        return read_card(safefile.read_bytes(path, limits.CARD).decode())
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("exchange.no_card") from error


def known_devices(work: Workspace) -> list[Known]:
    """Everybody whose card was compared, by name; those that were withdrawn too."""
    return devices.known(work.vault)


def card_of(device: Known) -> Card:
    """The card that was kept of somebody."""
    return read_card(device.kaart)


def card_of_recipient(work: Workspace, recipient: str) -> Card:
    """The card of who has an age recipient; KnownError `exchange.no_right` when nobody known has it."""
    found = [device for device in known_devices(work) if device.recipient == recipient]
    if not found:
        reden = text("uitwisseling.recht.onbekend")
        raise KnownError("exchange.no_right", ontvanger=recipient[:_SHOWN], reden=reden)
    return card_of(found[0])


def refuse_own(work: Workspace, card: Card) -> None:
    """Raise KnownError `exchange.own_card` for the card of this vault itself."""
    if card.device == work.vault.device.id:
        raise KnownError("exchange.own_card")


def is_of_own_gemeente(work: Workspace, card: Card) -> bool:
    """Whether somebody works for the municipality of this vault."""
    return card.gemeente.casefold() == own_card(work).gemeente.casefold()


def refuse_other_gemeente(work: Workspace, *said: Card) -> None:
    """Raise KnownError `exchange.other_municipality` for who sends dossiers from elsewhere.

    A card is kept of another municipality to hand something out to it; that lets nobody write in here.
    """
    for card in said:
        if not is_of_own_gemeente(work, card):
            raise KnownError("exchange.other_municipality", afzender=card.naam, gemeente=card.gemeente)


def refuse_receiver(work: Workspace, card: Card) -> None:
    """Raise KnownError `exchange.no_right` for a withdrawn laptop, and for a card unlike the compared one.

    Who steals a laptop has its card as well; and who signs another card may call itself what it likes.
    """
    known = devices.find(work.vault, card.device)
    if known is None or not known.kaart:
        return
    is_other = card_of(known).fingerprint != card.fingerprint
    withdrawn, unlike = text("uitwisseling.recht.ingetrokken"), text("uitwisseling.recht.anders")
    for is_wrong, reden in ((known.ingetrokken_op, withdrawn), (is_other, unlike)):
        if is_wrong:
            raise KnownError("exchange.no_right", ontvanger=known.naam, reden=reden)


def refuse_withdrawn_key(work: Workspace, recipient: str) -> None:
    """Raise KnownError `exchange.no_right` for the key of a withdrawn laptop that came without its card."""
    for device in known_devices(work):
        if device.recipient == recipient and device.ingetrokken_op:
            reden = text("uitwisseling.recht.ingetrokken")
            raise KnownError("exchange.no_right", ontvanger=device.naam, reden=reden)


def is_compared(work: Workspace, card: Card) -> bool:
    """Whether somebody had the fingerprint of a card read out, or it is that of this vault itself."""
    return devices.find(work.vault, card.device) is not None


def add_card(work: Workspace, card: Card, kenmerk: str) -> Changed:
    """Know somebody from now on, whose fingerprint was read out.

    KnownErrors `exchange.fingerprint`, `exchange.own_card`.
    """
    refuse_own(work, card)
    if not card.has_fingerprint(kenmerk):
        raise KnownError("exchange.fingerprint", naam=card.naam)
    device = Known(
        id=card.device,
        naam=card.naam,
        rol=card.rol,
        gemeente=card.gemeente,
        public=bytes.fromhex(card.public),
        recipient=card.recipient,
        kaart=card.line,
        vergeleken_op=work.clock.today().isoformat(),
    )
    with work.vault.transaction():
        devices.add(work.vault, device)
        work.vault.log_access(BEWAARD)
    return Changed(settings=frozenset((card.device,)))


def withdraw(work: Workspace, device: str) -> Changed:
    """Accept no file of a device any more; what it sent before stays.

    KnownError `exchange.unknown_device` when there is none, or more than one, whose id begins so.
    """
    found = [known for known in devices.known(work.vault) if device and known.id.startswith(device)]
    if len(found) != 1:
        raise KnownError("exchange.unknown_device", oorzaak="intrekken", apparaat=device)
    with work.vault.transaction():
        devices.withdraw(work.vault, found[0].id, work.clock.today().isoformat())
        work.vault.log_access(INGETROKKEN)
    return Changed(settings=frozenset((found[0].id,)))
