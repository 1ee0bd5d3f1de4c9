"""Handing out beyond the municipality: to whom, the plain list, the file; and who is to be told."""
