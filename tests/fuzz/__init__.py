"""Fuzzing what reads the bytes of strangers: `make fuzz`.

`targets` holds the laws, each a function of bytes that raises when its law is broken; ordinary
tests run them over the cases that fuzzing found (`tests/fuzz/found/`). Running this package feeds
them to atheris, which grows inputs towards code not yet seen.
"""
