"""The commands of DUO."""
