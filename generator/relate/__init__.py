"""How releases stand to each other: typed relations, each with its ground.

- `same-text`: most runs of four words are in both (a reprint). Score: Jaccard coefficient.
- `same-release`: other wording of one release (a translation, a version for another outlet).
  Score: the lesser share of paragraphs that answer one of the other.
- `same-event`: both report one event, or one a part of what the other reports.
- `next-in-series`, `previous-in-series`: the target reports the event that comes next (before)
  in a series of which the source reports one.
- `refers-to`: the target reports an earlier event that the source refers to.
- `refers-to-same`: both refer to one earlier event or to one instrument.
- `announces`: the source names an event that is to come; the target speaks of it as past.

A relation's `evidence` is `<release>#<block>` where the words stand (`#title`, and `#events` or
`#relations` for what a person wrote in the release's head), or a sentence. Types that
hold alike from both sides are given twice, once from each; so are next and previous.
"""

from generator.relate.accounts import Account, Accounts, accounts
from generator.relate.align import Pair, align, paragraphs
from generator.relate.relations import Means, found, relations
from generator.relate.ruled import idle_denials

__all__ = [
    "Account",
    "Accounts",
    "Means",
    "Pair",
    "accounts",
    "align",
    "found",
    "idle_denials",
    "paragraphs",
    "relations",
]
