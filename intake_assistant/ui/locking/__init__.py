"""Locking: when, what goes, what comes back, what is hidden."""
