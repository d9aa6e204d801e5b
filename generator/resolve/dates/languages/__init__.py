"""How each language tells dates: facts of the language, by its ISO 639-1 code."""
