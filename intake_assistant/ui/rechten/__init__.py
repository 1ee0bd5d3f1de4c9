"""The rights of the person (AVG)."""
