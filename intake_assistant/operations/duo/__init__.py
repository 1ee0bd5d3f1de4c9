"""What goes to DUO and what comes from it, as files that the municipality's own systems send and fetch."""
