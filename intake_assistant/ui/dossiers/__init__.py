"""The list of all dossiers, what waits over them, a new one."""
