"""A later besluit in the making: begun on a ground, filled in, thrown away or set."""
