"""Pages that lie on the table besides the questions of a form."""
