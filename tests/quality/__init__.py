"""What the archive's code can do with real texts, as figures with floors: `make quality`.

A topic is a module with a function `measures()`; add it to `TOPICS` in `__main__` and its floors to
`floors.json`. Real texts lie beside the project (`../shared`); where they are absent a topic is
skipped with that reason.
"""
