"""What each field of the data files means: the schemas that `datapackage.json` publishes.

Types are those of Frictionless Table Schema; rows of `(name, type, description)`.
"""

from __future__ import annotations

Field = tuple[str, str, str]

_CLAIM = "value, status (stated, inferred or supplied by us), evidence, note"
_DATE = f"{_CLAIM}; precision (day, month, year, interval, not-before, not-after)"

RELEASES: tuple[Field, ...] = (
    ("id", "string", "permanent reference code; never changed, never reused"),
    ("page", "string", "address of its page, relative to the root of the site"),
    ("title", "object", f"title: {_CLAIM}; a supplied title stands in square brackets"),
    ("outlet", "string", "id of the outlet that published it"),
    ("aggregator", "string", "id of the outlet that republished it and gave us the copy"),
    ("agency", "string", "id of the organisation whose text it says it is"),
    ("kind", "string", "kind of release, of the vocabulary of kinds"),
    ("level", "integer", "level at which a release of this kind speaks"),
    ("language", "string", "language of the text (BCP 47)"),
    ("published", "object", f"date the outlet gives: {_DATE}"),
    ("captured", "object", f"date we took the copy: {_DATE}"),
    ("dateline", "object", "place and date that opened the text: value (the date), text, place"),
    ("author", "object", f"who is named as author: {_CLAIM}"),
    ("section", "object", f"section of the outlet it stood in: {_CLAIM}"),
    ("blocks", "array", "paragraphs and headings: id, kind, text, line of the capture (from 1)"),
    ("captions", "array", "captions of pictures: text, lines of the capture"),
    ("emendations", "array", "our changes to the wording: block, at, from, to, reason"),
    ("cuts", "array", "what cleaning removed: start and end (code points), lines, rule, reason"),
    ("mentions", "array", "words that name entities: block, start, end, text, entity, layer, …"),
    ("events", "array", "ids of the events it tells of"),
    ("series", "array", "ids of the series those events belong to"),
    ("relations", "array", "links to other releases: type, target, score, via, evidence"),
    ("changes", "array", "corrections after publication: date, what, from, gone, why"),
    ("formerly", "array", "ids it had before; each still leads to it and is never reused"),
    ("capture", "object", "the bytes it was made from: path in content/, sha256, bytes, url"),
    ("rights", "object", "what is shown here: display (full, excerpt or metadata), statement"),
)
ENTITIES: tuple[Field, ...] = (
    ("id", "string", "permanent identifier, unique over all kinds"),
    ("kind", "string", "person, organisation, place, event, instrument, series or formula"),
    ("page", "string", "address of its page, relative to the root of the site"),
    ("heading", "string", "the one form of the name used on our pages"),
    ("variants", "array", "other forms found in texts: form, language, script, seen, generated"),
    ("errors", "array", "misspellings of a source: form, release, note"),
    ("sources", "array", "what shows it: release, block, url, note"),
    ("note", "string", "what a reader should know"),
    ("see_also", "array", "ids of related records"),
    ("details", "object", "what only records of this kind have: offices, dates, parties …"),
)
MENTIONS: tuple[Field, ...] = (
    ("release", "string", "id of the release"),
    ("block", "string", "id of the paragraph (p1 …) or heading (h1 …), or `title`"),
    ("start", "integer", "first character: code points of the block's final text, from 0"),
    ("end", "integer", "one past the last character"),
    ("text", "string", "the words as printed"),
    ("entity", "string", "id of the entity named; empty while it is not settled"),
    ("layer", "string", "named (linked), demonym, nominal, or inner (within a longer one)"),
    ("rule", "string", "what settled it"),
    ("candidates", "string", "ids it may mean while it is not settled, with ` | ` between them"),
)
TABLE: tuple[Field, ...] = (
    ("id", "string", "permanent reference code"),
    ("page", "string", "address of its page, relative to the root of the site"),
    ("title", "string", "title; a supplied one stands in square brackets"),
    ("title_status", "string", "stated, inferred or supplied"),
    ("outlet", "string", "id of the outlet that published it"),
    ("kind", "string", "kind of release"),
    ("level", "integer", "level at which a release of this kind speaks"),
    ("language", "string", "language of the text (BCP 47)"),
    ("published", "string", "date the outlet gives (ISO 8601; first/last for an interval)"),
    ("published_status", "string", "stated or inferred"),
    ("published_precision", "string", "day, month, year, interval, not-before or not-after"),
    ("captured", "string", "date we took the copy"),
    ("events", "string", "ids of the events it tells of, parted as in the other tables"),
    ("paragraphs", "integer", "paragraphs of the whole text"),
    ("characters", "integer", "code points of the whole text, headings included"),
    ("display", "string", "how much is shown here: full, excerpt or metadata"),
)
RELATIONS: tuple[Field, ...] = (
    ("source", "string", "id of the release that the relation starts from"),
    ("type", "string", "kind of relation"),
    ("target", "string", "id of the release that it leads to"),
    ("score", "number", "measured likeness, where the type has one"),
    ("via", "string", "id of the event, instrument or series that both share"),
    (
        "evidence",
        "string",
        "what shows it: `<release>#<block>` or a sentence, with ` | ` between them",
    ),
)
CORRECTIONS: tuple[Field, ...] = (
    ("date", "string", "day of the correction or withdrawal"),
    ("release", "string", "id of the release; of a withdrawn one it leads to its tombstone"),
    ("what", "string", "id of a block, name of a field, or `withdrawn`"),
    (
        "from",
        "string",
        "what stood there before, whole; empty if nothing did, or if it is held back",
    ),
    ("gone", "boolean", "whether nothing stands in its place now"),
    ("why", "string", "the reason"),
    ("by", "string", "who asked for a withdrawal: outlet, person or archive"),
)
_BLOCK: tuple[Field, ...] = (
    ("block", "string", "id of the paragraph or heading"),
    ("start", "integer", "first character: code points of the block's final text, from 0"),
)
_RELEASE: tuple[Field, ...] = (
    ("release", "string", "id of the release"),
    ("date", "string", "first day it can be of: published, else its dateline"),
)
_END: Field = ("end", "integer", "one past the last character")
FORMULAE: tuple[Field, ...] = (
    ("formula", "string", "id of the formula"),
    ("heading", "string", "how we call it"),
    ("group", "string", "group of formulae that are words for one thing"),
    *_RELEASE,
    ("outlet", "string", "id of the outlet that published it"),
    ("kind", "string", "kind of the release"),
    *_BLOCK,
    _END,
    ("text", "string", "the words as printed"),
    ("quoted", "boolean", "whether quotation marks enclose just these words"),
)
ALIGNMENTS: tuple[Field, ...] = (
    ("one", "string", "id of the earlier release"),
    ("one_block", "string", "its paragraph; null if only the later has this one"),
    ("other", "string", "id of the later release"),
    ("other_block", "string", "its paragraph; null if only the earlier has this one"),
    ("why", "string", "why the two are compared: series, beside, event or wording"),
    ("kind", "string", "variant, mirror (different parties speak) or unaligned"),
    ("score", "number", "likeness of the paragraphs, 0 to 1; up to .16 weak"),
    ("status", "string", "proposed by rule, or confirmed by reading"),
    ("ratio", "number", "share of the words that agree; null if the words were not compared"),
    ("runs", "array", "kept, removed and added words, in order; empty if they are not near"),
)
SLOTS: tuple[Field, ...] = (
    ("series", "string", "id of the series"),
    ("slot", "string", "what is spoken of, of the vocabulary of slots"),
    *_RELEASE,
    *_BLOCK,
    _END,
    ("text", "string", "the words that say it"),
    ("status", "string", "proposed by rule, or confirmed by reading"),
)
COMMITMENTS: tuple[Field, ...] = (
    *_RELEASE,
    *_BLOCK,
    _END,
    (
        "who",
        "string",
        "id of who opens the paragraph; `both` for several; empty if nobody is named",
    ),
    ("commitment", "string", "how it is put, of the vocabulary of commitments"),
    ("strength", "integer", "5 is the strongest"),
    ("text", "string", "the words that put it so"),
)
STYLES: tuple[Field, ...] = (
    ("person", "string", "id of the person"),
    *_RELEASE,
    ("outlet", "string", "id of the outlet that published it"),
    *_BLOCK,
    ("form", "string", "the name as printed"),
    ("before", "string", "titles and honorifics right before it"),
    ("after", "string", "the office in apposition after it"),
    ("list_place", "integer", "place in a list of three names or more; empty in prose"),
    ("list_length", "integer", "names of that list"),
)
