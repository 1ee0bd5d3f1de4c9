"""Files that travel between vaults: cards, sending, merging."""
