"""Reads and writes the files that travel; knows no vault (docs/uitwisseling.md)."""
