"""Commands on a vault as a whole: making, checking, keys, backups, its log."""
