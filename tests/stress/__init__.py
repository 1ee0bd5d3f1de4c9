"""Long runs that are asked for by name: kills by the thousand, vaults of thousands of dossiers."""
