"""Whether a cleaning can be undone to the character."""

from __future__ import annotations

from generator.clean.result import Cleaned
from generator.clean.undo import Unlike, restore
from generator.model import Capture


def undoes(cleaned: Cleaned, text: str) -> bool:
    """Tell whether blocks, cuts and edits give the capture's text back."""
    sidecar = Capture(
        accession="capture",
        file="capture.txt",
        sha256="0" * 64,
        bytes=1,
        encoding="utf-8",
        release="release",
        blocks=cleaned.kept,
        captions=cleaned.captions,
        cuts=cleaned.cuts,
        edits=cleaned.edits,
    )
    try:
        return restore(cleaned.blocks, sidecar, text) == text
    except Unlike:
        return False
