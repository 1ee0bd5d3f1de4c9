"""The catalogues of the languages: what is translated, how it is kept up to date, and what is wrong in it."""
