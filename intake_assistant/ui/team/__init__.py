"""The screen over all dossiers: who is at risk, the ten weeks, how the work is shared."""
