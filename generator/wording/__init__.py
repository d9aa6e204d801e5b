"""What changed in the wording: what is new, what is not seen any more, who says it of whom.

Everything here rests on texts that may be shown (`reading`): a passage that rights hold back is
neither quoted nor compared, and of a release that is not whole nothing is said to be missing.
A statement carries its ground (`formulae.Ground`): how many releases were looked at, from when to
when. Read `wording.Wording` first: it is all that pages and data files ask.
"""

from generator.wording.wording import Wording

__all__ = ["Wording"]
