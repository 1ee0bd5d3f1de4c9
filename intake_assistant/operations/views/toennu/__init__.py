"""Then and now: what a person said on two days, side by side."""
