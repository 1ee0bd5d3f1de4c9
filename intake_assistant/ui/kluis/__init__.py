"""Before a vault is open: first start, unlocking, recovery, damage."""
