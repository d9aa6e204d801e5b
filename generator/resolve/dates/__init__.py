"""Dates told in texts: where they stand, what they mean, or that it cannot be known."""

from generator.resolve.dates.find import find_dates
from generator.resolve.dates.mention import DateMention
from generator.resolve.dates.release import anchor_of, date_mentions

__all__ = ["DateMention", "anchor_of", "date_mentions", "find_dates"]
