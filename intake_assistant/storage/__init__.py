"""The vault on disk: keys, database, entries, projections, blobs."""
