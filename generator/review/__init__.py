"""What a branch changes for readers: two states of the archive, side by side."""

from __future__ import annotations

from generator.review.compared import Part, compared

__all__ = ["Part", "compared"]
