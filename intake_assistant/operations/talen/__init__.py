"""The first minute: which language somebody speaks, as they point it out themselves."""
