"""Figures, never part of the test run: each operation beside its bare engine in the same run (design 13)."""
