"""Words around names, compiled: what stands right before or right after a place in a text."""

from __future__ import annotations

import re
from functools import cached_property

from generator.resolve.context import CompiledContext
from generator.resolve.pattern import Ends, alternatives
from generator.vocabulary import Role, Vocabulary


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
    def thing(self) -> Ends:
        """What makes the place's name after it that of a thing."""
        return self.ending(rf"(?<!\w){self.words('thing')} [\"']?")

    @cached_property
    def name_head(self) -> re.Pattern[str]:
        """The head of a longer name that begins with a name, up to three words between."""
        heads = self.words("name-head")
        return re.compile(rf" (?:(?:[A-Z][\w'-]*|{self.words('and')}) ){{0,3}}{heads}(?!\w)")

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
    def of_bare(self) -> re.Pattern[str]:
        """`Of` with its spaces, before any article."""
        return re.compile(rf" {self.words('of')} ")

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
