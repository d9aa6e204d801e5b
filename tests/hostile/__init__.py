"""What strangers may send, each with its right outcome.

`corpus.cases()` makes more than 1,500 files of hostile content: markup in every field, address
schemes, YAML, names of files, encodings, unseen characters, bombs, mutated captures and records.
They lie in one folder together, so that none can hide another's fault.
"""
