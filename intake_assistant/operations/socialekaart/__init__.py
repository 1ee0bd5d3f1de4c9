"""The sociale kaart: to whom one can refer, kept in Excel and known in this vault."""
