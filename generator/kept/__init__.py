"""What is kept between builds, in `kept/` of the output folder: it saves time and nothing else.

Everything here can be deleted at any moment. Whatever is kept carries its own checksum and says
what it was made from; what is empty, stale, damaged or of another version is made anew. Nothing
here imports a library, so that a build with nothing to do ends before one is read.
"""

FOLDER = "kept"
"""Its name in the output folder."""
