"""Backups: made, looked into, put back."""
