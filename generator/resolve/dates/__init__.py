"""Dates told in texts: where they stand, what they mean, or that it cannot be known."""

from generator.resolve.dates.find import find_dates
from generator.resolve.dates.mention import DateMention

__all__ = ["DateMention", "find_dates"]
