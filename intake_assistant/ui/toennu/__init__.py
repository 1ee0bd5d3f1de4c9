"""Then and now: what a person said on two days, for us as a table, for the other side in pictures."""
