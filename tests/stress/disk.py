"""What a disk may hold when the power fails: what was flushed is there; of the rest anything in any order.

A file system keeps names in their order, and for sure only once their folder was flushed.
What was written is kept for sure once the file was flushed; else each sector of it may be there or not.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.stress.tracing import Op, Recording

SECTOR = 512
HOW = ("all in order", "only what was flushed", "torn")
"""Everything, as after a kill; the least that is promised; any part of the rest, in pieces."""


@dataclass
class Disk:
    """Files by number, names and folders that are on the disk for sure, and what may be there or not."""

    files: dict[int, bytes]
    names: dict[str, int]
    folders: list[str]
    unsure: dict[int, list[Op]] = field(default_factory=dict)
    unsure_names: list[Op] = field(default_factory=list)

    @classmethod
    def before(cls, recording: Recording) -> Disk:
        """As it was when the recording began."""
        return cls(dict(recording.start), dict(recording.names), list(recording.folders))

    def do(self, op: Op) -> None:
        """One step further."""
        match op.kind:
            case "said":
                pass
            case "write" | "size":
                self.unsure.setdefault(op.file, []).append(op)
            case "sync":
                self.files[op.file] = _written(self.files.get(op.file, b""), self.unsure.pop(op.file, []))
            case "syncdir":
                _name(self, [n for n in self.unsure_names if op.path in _folders_of(n)])
                self.unsure_names = [n for n in self.unsure_names if op.path not in _folders_of(n)]
            case _:
                self.unsure_names.append(op)

    def fail(self, how: str, chance: random.Random) -> Disk:
        """What is there when the power fails now."""
        left = Disk(dict(self.files), dict(self.names), list(self.folders))
        kept = {HOW[0]: len(self.unsure_names), HOW[1]: 0}.get(how, chance.randint(0, len(self.unsure_names)))
        _name(left, self.unsure_names[:kept])
        for file, ops in self.unsure.items():
            part = ops if how == HOW[0] else [] if how == HOW[1] else _torn(ops, chance)
            left.files[file] = _written(left.files.get(file, b""), part)
        return left

    def lay_out(self, root: Path) -> None:
        """Have a folder hold just this."""
        shutil.rmtree(root, ignore_errors=True)
        for folder in sorted(self.folders):
            if Path(folder) == root or Path(folder).parent.is_dir():
                Path(folder).mkdir()
        for path, file in self.names.items():
            # A file in a folder that was not kept is gone with it.
            if Path(path).parent.is_dir():
                Path(path).write_bytes(self.files.get(file, b""))


def _folders_of(op: Op) -> set[str]:
    return {str(Path(path).parent) for path in (op.path, op.target) if path}


def _name(disk: Disk, ops: list[Op]) -> None:
    for op in ops:
        match op.kind:
            case "create":
                disk.names[op.path] = op.file
            case "link":
                disk.names[op.target] = op.file
            case "rename":
                _rename(disk, op)
            case "unlink":
                disk.names.pop(op.path, None)
            case "mkdir":
                disk.folders.append(op.path)
            case "rmdir":
                disk.folders = [folder for folder in disk.folders if folder != op.path]


def _rename(disk: Disk, op: Op) -> None:
    if op.file:
        disk.names.pop(op.path, None)
        disk.names[op.target] = op.file
        return
    moved = {p: op.target + p[len(op.path) :] for p in disk.names if p.startswith(f"{op.path}/")}
    for old, new in moved.items():
        disk.names[new] = disk.names.pop(old)
    disk.folders = [op.target + f[len(op.path) :] if _within(f, op.path) else f for f in disk.folders]


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _torn(ops: list[Op], chance: random.Random) -> list[Op]:
    """Some sectors of some of what was written, in the order of the file."""
    kept = []
    for op in ops:
        if op.kind == "size":
            kept += [op] * chance.randint(0, 1)
            continue
        for at in range(0, len(op.data), SECTOR):
            if chance.random() < 0.7:
                kept.append(Op("write", op.file, offset=op.offset + at, data=op.data[at : at + SECTOR]))
    return kept


def _written(content: bytes, ops: list[Op]) -> bytes:
    made = bytearray(content)
    for op in ops:
        if op.kind == "size":
            del made[op.offset :]
            made.extend(bytes(op.offset - len(made)))
            continue
        made.extend(bytes(max(0, op.offset - len(made))))
        made[op.offset : op.offset + len(op.data)] = op.data
    return bytes(made)
