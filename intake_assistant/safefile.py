"""The one door for writing a file, whole or not at all; and for reading one that others may have made."""

import errno
import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from intake_assistant.errors import KnownError

_PIECE = 1 << 24
_ROOM = 1 << 20
_FOLDER, _FILE = 0o700, 0o600
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# A file system that knows no hard links (a stick, a network share) answers one of these.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}


def exists(path: Path) -> bool:
    """Whether something lies at a path that somebody typed; KnownError `path.unreachable`.

    A folder that may not be entered, a name of more than 255 bytes, links that go round: nobody can tell.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return False
    except OSError as error:
        raise KnownError("path.unreachable", pad=str(path), oorzaak=error.strerror or "") from error
    return True


def is_file(path: Path) -> bool:
    """Whether a file is there and can be reached; of one that cannot, it is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def size(path: Path) -> int:
    """How many bytes a file holds; none when it is not there."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def is_folder(path: Path) -> bool:
    """Whether a folder is there and can be reached; of one that cannot, it is not."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_bytes(path: Path, most: int, *, pipes: bool = False) -> bytes:
    """The whole of a file of at most `most` bytes; OSError for a bigger one and, unless asked, for no file.

    Who puts a pipe, a folder or an endless file in the place of a file has nobody wait for it.
    """
    # Opening a pipe waits for somebody to write into it, unless told not to.
    how = 0 if pipes else getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, os.O_RDONLY | how | getattr(os, "O_BINARY", 0))
    except ValueError as error:  # a NUL in the name
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from error
    try:
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode) or not (pipes or stat.S_ISREG(found.st_mode)):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        content = b"" if found.st_size > most else _read_up_to(descriptor, most + 1)
    finally:
        os.close(descriptor)
    if max(found.st_size, len(content)) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def unpacked_size(content: bytes) -> int:
    """How much a zip file, as Word and Excel make, unpacks to by its own saying; BadZipFile.

    Python unpacks no part further than that, so that a few kB cannot grow into gigabytes.
    """
    with zipfile.ZipFile(BytesIO(content)) as opened:
        return sum(part.file_size for part in opened.infolist())


def _read_up_to(descriptor: int, most: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as file:
        return file.read(most)


def write_bytes(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a whole file; KnownError output.exists, output.not_writable, disk.full.

    Whatever happens, `path` holds either what it held before or all of `data`.
    """
    with _refusals(path):
        if not overwrite and os.path.lexists(path):
            raise KnownError("output.exists", bestand=str(path))
        temporary = _write_beside(path, data)
        try:
            _put_in_place(temporary, path, overwrite)
        finally:
            temporary.unlink(missing_ok=True)
        _flush_folder(path.parent)


class Half(NamedTuple):
    """A file that is being made beside its place."""

    path: Path
    file: BinaryIO


def half_of(path: Path, maker: str = "") -> Path:
    """Where the half of a file lies; `maker` sets those of several apart in a folder that they share."""
    return path.with_name(f".half-{maker}{path.name}")


@contextmanager
def made_beside(path: Path, maker: str = "") -> Iterator[Half]:
    """A half beside the place of a file, to be written; it gets the name when all went well.

    Raises as `write_bytes`, and takes the half away when anything fails.
    """
    half = half_of(path, maker)
    with _refusals(path):
        if os.path.lexists(path):
            raise KnownError("output.exists", bestand=str(path))
        file = _new_file(half)
    try:
        keep_private(half)
        try:
            with file:
                yield Half(half, file)
        except OSError:
            with _refusals(path):
                raise
        put_in_place(half, path)
    finally:
        with suppress(OSError):  # the first failure is the one to tell
            half.unlink(missing_ok=True)


def _new_file(path: Path) -> BinaryIO:
    """A file of our own in the place of what lies there: a link leads elsewhere, a pipe has one wait."""
    path.unlink(missing_ok=True)
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return open(os.open(path, how, _FILE), "wb")


def copy_file(source: Path, temporary: Path) -> None:
    """Copy a file to beside the place where it is to come; raises as `write_bytes`."""
    with _refusals(temporary):
        shutil.copyfile(source, temporary)
        keep_private(temporary)


def copy_open_file(source: BinaryIO, temporary: Path) -> None:
    """As `copy_file`, from the beginning of a file that is open."""
    with _refusals(temporary), _new_file(temporary) as file:
        source.seek(0)
        shutil.copyfileobj(source, file, _PIECE)
    keep_private(temporary)


def make_own(path: Path) -> None:
    """Have a file with a second name elsewhere be a file of its own; the other keeps what it holds.

    Raises as `write_bytes`.
    """
    if path.is_file() and not path.is_symlink() and path.stat().st_nlink > 1:
        half = half_of(path)
        copy_file(path, half)
        put_in_place(half, path, overwrite=True)


def put_folder_in_place(half: Path, path: Path) -> bool:
    """Name a folder that was made whole beside its place, unless something is there; returns whether it did.

    KnownError output.not_writable, disk.full.
    """
    with _refusals(path):
        if os.path.lexists(path):
            return False
        try:
            os.replace(half, path)
        except OSError:
            # Each system has its own word for a folder that came there a moment ago.
            if os.path.lexists(path):
                return False
            raise
        _flush_folder(path.parent)
        return True


def make_temporary_folder(parent: Path, begin: str, end: str) -> Path:
    """A new folder of a name nobody has, for the owner alone; raises as `make_folder`."""
    with _refusals(parent):
        made = Path(tempfile.mkdtemp(dir=parent, prefix=begin, suffix=end))
    keep_private(made)
    return made


def flush_file(path: Path) -> None:
    """Have a file on the disk itself; raises as `write_bytes`."""
    with _refusals(path), path.open("r+b") as file:
        os.fsync(file.fileno())


def put_in_place(temporary: Path, path: Path, *, overwrite: bool = False) -> None:
    """Name a file that was made beside its place, once it is on disk whole; raises as `write_bytes`."""
    with _refusals(path):
        keep_private(temporary)
        flush_file(temporary)
        _put_in_place(temporary, path, overwrite)
        temporary.unlink(missing_ok=True)
        _flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, for the owner alone; KnownError output.not_writable, disk.full."""
    with _refusals(path):
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=_FOLDER, exist_ok=True)
            _flush_folder(folder.parent)
        path.mkdir(mode=_FOLDER, exist_ok=True)


def keep_private(path: Path) -> None:
    """Let nobody but the owner read or enter, whatever the umask; Windows has its own rules per folder."""
    if os.name != "nt":
        with suppress(OSError):  # a stick or a share may know no owners
            path.chmod(_FOLDER if path.is_dir() else _FILE)


def move_into(folder: Path, files: Iterable[Path]) -> None:
    """Move files to another folder of the same disk, under their own names; raises as `write_bytes`."""
    for file in files:
        with _refusals(file):
            os.replace(file, folder / file.name)
            _flush_folder(folder)
            _flush_folder(file.parent)


def remove_files(paths: Iterable[Path]) -> None:
    """Delete files and have their folders remember it; what is not there is gone. Raises as `write_bytes`.

    Nothing is overwritten first: a solid-state disk writes elsewhere, and what lies there is encrypted.
    """
    folders: dict[Path, None] = {}
    for path in paths:
        with _refusals(path):
            path.unlink(missing_ok=True)
        folders[path.parent] = None
    for folder in folders:
        with _refusals(folder):
            if folder.is_dir():
                _flush_folder(folder)


def is_full(path: Path) -> bool:
    """Whether nothing more fits in a folder, or where a file lies: asked by writing, as a quota says no."""
    folder = path if path.is_dir() else path.parent
    try:
        # A limit to the size of a file counts for the largest one, and that is the one that grows.
        largest = max((file.stat().st_size for file in folder.iterdir() if file.is_file()), default=0)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.seek(largest)
            file.write(bytes(_ROOM))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno in FULL
    return False


def write_nowhere(descriptor: int) -> None:
    """Have what is still to be written to an open file go nowhere: there is no room for it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise KnownError("output.exists", bestand=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if isinstance(error, OSError) and error.errno in FULL:
            raise KnownError("disk.full", pad=str(path)) from error
        raise KnownError("output.not_writable", bestand=str(path)) from error


def _write_beside(path: Path, data: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".half-", suffix=".tmp")
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):  # the first failure is the one to tell
            os.unlink(name)
        raise
    return Path(name)


def _put_in_place(temporary: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        os.replace(temporary, path)
        return
    try:
        # A link refuses an existing name, also one that appeared a moment ago; replace does not.
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
        os.replace(temporary, path)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folder; its rename is durable with the volume
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
