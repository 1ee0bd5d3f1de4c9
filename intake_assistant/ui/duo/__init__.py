"""DUO: messages for it as files, and its answers taken into the dossier."""
