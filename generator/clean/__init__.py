"""Cleaning: a capture of bytes becomes the text of a release, every cut recorded. Pure."""
