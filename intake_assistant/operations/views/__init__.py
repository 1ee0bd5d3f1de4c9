"""What a screen or a command shows: read from dossiers, nothing recorded."""
