"""Looking after a vault: made, opened, checked, backed up, saved, its keys and its log."""
