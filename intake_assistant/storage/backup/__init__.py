"""Backups on a ladder: made, checked, copied, looked into, put back."""
