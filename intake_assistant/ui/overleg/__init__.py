"""Overleg: remarks, a concept that is laid before the team lead, handing over and standing in."""
