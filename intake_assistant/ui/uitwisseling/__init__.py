"""Files that travel in the window: cards, sending, merging, and what went to whom."""
