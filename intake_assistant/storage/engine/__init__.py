"""The database: opening, one transaction at a time, the lock, the log, pages."""
