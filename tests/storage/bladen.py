"""Reads a vault as a thief with the key would: every page of the database and of its log, decrypted."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from intake_assistant.storage.engine.session import DATABASE

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def decrypted(path: Path, key: bytes) -> bytes:
    """All pages after each other, with what was deleted but not overwritten."""
    database = path / DATABASE
    whole = database.read_bytes()
    pages = [whole[i : i + PAGE] for i in range(0, len(whole), PAGE)]
    log = database.with_name(DATABASE + "-wal")
    written = log.read_bytes() if log.exists() else b""
    step = FRAME_HEADER + PAGE
    frames = [written[i + FRAME_HEADER : i + step] for i in range(WAL_HEADER, len(written) - step + 1, step)]
    return b"".join(_page(page, key, page[:SALT] == whole[:SALT]) for page in [*pages, *frames])


def _page(page: bytes, key: bytes, first: bool) -> bytes:
    body, iv = page[:-RESERVED], page[-RESERVED : -RESERVED + IV]
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return cipher.update(body[SALT if first else 0 :])
