"""Case files are played in the workspaces in which operations are tried."""

from tests.operations.conftest import data, dossier, laptop, work

__all__ = ["data", "dossier", "laptop", "work"]
