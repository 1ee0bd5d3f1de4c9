"""Figures over many dossiers without persons, and which of them must stay hidden (design 10)."""
