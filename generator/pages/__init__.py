"""The archive as Markdown: the page tree (`whole`), and the extension that reads it (`markdown`).

Nothing is imported here: MkDocs loads the extension by its name, and needs nothing else of this package.
"""
