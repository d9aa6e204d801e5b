"""Words around names, compiled: what stands right before or right after a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.resolve.fold import fold
from generator.vocabulary import Context, Frame, Role, Vocabulary

_WINDOW = 48
"""No word list holds a longer phrase; what is further away does not stand next to a name."""


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`: a small letter stands for either case.

    Of no words, it is a pattern that nothing fits.

    >>> alternatives(["in", "USA"])
    '(?:USA|[iI][nN])'
    """
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    if not longest_first:
        return "(?!)"
    return "(?:" + "|".join("".join(map(_either, word)) for word in longest_first) + ")"


def _either(letter: str) -> str:
    if letter.islower() and len(letter.upper()) == 1:
        return f"[{letter}{letter.upper()}]"
    return re.escape(letter)


@dataclass(frozen=True)
class Ends:
    """A pattern for what must end right before a place in a text."""

    pattern: re.Pattern[str]

    def at(self, text: str, place: int) -> re.Match[str] | None:
        """Return what ends at `place`, if it does."""
        return self.pattern.search(text, max(0, place - _WINDOW), place)


class Lexicon:
    """The vocabulary's words as patterns; each is compiled once, when first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Keep the words of `vocabulary`."""
        self._vocabulary = vocabulary

    def words(self, role: Role) -> str:
        """Return a pattern for any word of a role."""
        return alternatives(self._vocabulary.of(role))

    @cached_property
    def article(self) -> str:
        """Return a pattern for an article with its space, or for nothing."""
        return f"(?:{self.words('article')} )?"

    @cached_property
    def link(self) -> re.Pattern[str]:
        """What joins two names: a hyphen, or `and` with an article or without."""
        return re.compile(rf"-|(?:'s)? {self.words('and')} {self.article}")

    @cached_property
    def between(self) -> re.Pattern[str]:
        """What opens the parties after a name."""
        return re.compile(rf" {self.words('between')} {self.article}")

    @cached_property
    def held(self) -> re.Pattern[str]:
        """What may stand between an event's name and the place and date that belong to it."""
        return re.compile(rf"(?: {self.words('held')})?(?= )")

    @cached_property
    def preposition(self) -> re.Pattern[str]:
        """A preposition of place or time with its spaces."""
        return re.compile(rf" {self.words('preposition')} {self.article}")

    @cached_property
    def compass(self) -> Ends:
        """What makes another name of the place's name after it."""
        apart = rf"(?<![\w'-]){self.words('compass')}[ -]"
        # Scripts without spaces write the point of the compass right before the name.
        return self.ending(rf"(?:{apart}|[^\w]{self.words('compass')})")

    @cached_property
    def name_head(self) -> re.Pattern[str]:
        """The head of a longer name that begins with a name, a capitalised word between or none."""
        heads = self.words("name-head")
        return re.compile(rf" (?:[A-Z][\w'-]* ){{0,2}}{heads}(?!\w)")

    @cached_property
    def near_name_head(self) -> re.Pattern[str]:
        """The same with nothing between: where every word has a capital."""
        return re.compile(rf" {self.words('name-head')}(?!\w)")

    @cached_property
    def person_head(self) -> Ends:
        """The head of a longer name that ends with a person's name."""
        return self.ending(rf"(?<!\w){self.words('person-head')} ")

    @cached_property
    def address(self) -> Ends:
        """A style or post before a name, with the space after it."""
        return self.ending(rf"(?<!\w)({self.words('address')}) ")

    @cached_property
    def glued_address(self) -> Ends:
        """A style or post to which a name is glued."""
        return self.ending(rf"(?<!\w){self.words('address')}")

    @cached_property
    def post(self) -> Ends:
        """A post before its holder's name, with the space after it."""
        return self.ending(rf"(?<!\w){alternatives(self.post_words)} ")

    @cached_property
    def post_words(self) -> tuple[str, ...]:
        """All words for posts and bodies, for one and for several."""
        posts = self._vocabulary.posts
        return tuple(word for post in posts for word in (*post.singular, *post.plural))

    @cached_property
    def particle(self) -> re.Pattern[str]:
        """What may be glued to a name's end: up to two particles, then no more of the word."""
        return re.compile(rf"(?:{self.words('particle')}){{1,2}}(?![가-힣])")

    @cached_property
    def not_holder(self) -> Ends:
        """What makes the post after it another person's."""
        return self.ending(rf"(?<!\w){self.words('not-holder')}[ -]?")

    @cached_property
    def compound_head(self) -> re.Pattern[str]:
        """What makes the body before it a part of something else."""
        return re.compile(rf" {self.words('compound-head')}(?!\w)")

    @cached_property
    def some_article(self) -> Ends:
        """An article with its space."""
        return self.ending(rf"(?<!\w){self.words('article')} ")

    @cached_property
    def the_two(self) -> Ends:
        """`Both` and the like, with the space after."""
        return self.ending(rf"(?<!\w){self.words('the-two')} ")

    @cached_property
    def side(self) -> re.Pattern[str]:
        """What makes a state's name that of a party to talks."""
        return re.compile(rf" {self.words('one-side')}(?!\w)")

    @cached_property
    def of_the(self) -> re.Pattern[str]:
        """`Of` with an article or without, and the spaces."""
        return re.compile(rf" {self.words('of')} {self.article}")

    @cached_property
    def visit_kinds(self) -> Ends:
        """Words for sorts of visit, one after the other, with their spaces."""
        return self.ending(rf"(?<!\w)(?:{self.words('visit-kind')} )+")

    @cached_property
    def pronoun(self) -> Ends:
        """A possessive pronoun with the space after."""
        return self.ending(rf"(?<!\w){self.words('pronoun')} ")

    @cached_property
    def to_the(self) -> re.Pattern[str]:
        """The space, and an article or none, after `visit to`."""
        return re.compile(rf" {self.article}")

    @cached_property
    def by(self) -> re.Pattern[str]:
        """What stands before the visitor's name."""
        return re.compile(rf" {self.words('by')} ")

    @cached_property
    def again(self) -> re.Pattern[str]:
        """A word that may stand between a visit and its date."""
        return re.compile(rf" {self.words('again')}(?= )")

    @cached_property
    def ordinal(self) -> Ends:
        """An ordinal with the space after it; its word is group 1."""
        return self.ending(rf"(?<!\w)({self.words('ordinal')}) ")

    @cached_property
    def ordinals(self) -> tuple[str, ...]:
        """The ordinals in order, in small letters."""
        return tuple(word.lower() for word in self._vocabulary.of("ordinal"))

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that may open a sentence before a name, in small letters."""
        return frozenset(word.lower() for word in self._vocabulary.of("function-word"))

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words that are no family name by themselves, in small letters."""
        heads = frozenset(word.lower() for word in self._vocabulary.of("name-head"))
        return self.function_words | heads

    def ending(self, pattern: str) -> Ends:
        """Return `pattern` compiled for what ends at a place."""
        return Ends(re.compile(f"(?:{pattern})\\Z"))

    @cached_property
    def contexts(self) -> dict[str, CompiledContext]:
        """The named conditions."""
        return {one.id: CompiledContext(one, self.article) for one in self._vocabulary.contexts}


class CompiledContext:
    """A named condition, ready to be asked of a name in a text."""

    def __init__(self, context: Context, article: str) -> None:
        """Compile the frames of `context`; `article` is the pattern of one with its space."""
        self.id = context.id
        self.layer = context.layer
        self.metonym = context.metonym
        self._frames = tuple(_CompiledFrame(frame, article) for frame in context.frames)

    def holds(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name at `text[start:end]` stands in this context."""
        if not self._frames:
            return True
        return any(frame.holds(text, start, end) for frame in self._frames)


class _CompiledFrame:
    def __init__(self, frame: Frame, article: str) -> None:
        self._before = _before(frame.before, article)
        self._not_before = _before(frame.not_before, article)
        self._after = _after(frame.after, frame.gap)
        self._not_after = _after(frame.not_after, 0)

    def holds(self, text: str, start: int, end: int) -> bool:
        if self._before and not self._before.at(text, start):
            return False
        if self._after and not self._after.match(text, end):
            return False
        if self._not_before and self._not_before.at(text, start):
            return False
        return not (self._not_after and self._not_after.match(text, end))


def _before(words: tuple[str, ...], article: str) -> Ends | None:
    if not words:
        return None
    return Ends(re.compile(rf"(?<![\w'-]){alternatives(words)} {article}\Z"))


def _after(words: tuple[str, ...], gap: int) -> re.Pattern[str] | None:
    if not words:
        return None
    small = rf"(?: (?!{alternatives(words)}\b)[a-z]+){{0,{gap}}}" if gap else ""
    return re.compile(rf"(?:'s?)?{small} {alternatives(words)}(?!\w)")
