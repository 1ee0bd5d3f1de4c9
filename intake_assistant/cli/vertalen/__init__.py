"""The commands on the catalogues of the languages."""
