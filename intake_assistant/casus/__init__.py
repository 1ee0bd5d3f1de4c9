"""Case files: their schema, their check, and playing them."""
