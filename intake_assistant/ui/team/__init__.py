"""The screens over all dossiers: who is at risk, the ten weeks, the work; and equal chances."""
