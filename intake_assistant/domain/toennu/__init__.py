"""Then and now: a dossier as it stood on a day, and which answers of two days lie side by side."""
