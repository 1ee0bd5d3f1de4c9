"""Two people in a vault with a backup: what one of them is erased from by who may be killed."""

from pathlib import Path

from tests.storage.erase.test_erase import backed_up, both
from tests.storage.hulp import copied, quick


def both_and_backup(folder: Path) -> Path:
    """The vault and its backup here; the stick is no more asked for."""
    with quick(copied(folder)) as vault:
        both(vault)
        backed_up(vault, folder / "stick")
        with vault.transaction() as connection:
            connection.execute("DELETE FROM backupplaats")
    return folder
