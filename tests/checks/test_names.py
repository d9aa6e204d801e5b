"""Names that find too much, or are not what they look like."""

from __future__ import annotations

from generator.checks.names import doubtful
from generator.vocabulary import Vocabulary, WordList
from tests.checks.small import entity, release, subject, told

WORDS = Vocabulary(words=(WordList(id="a", role="function-word", words=("the", "of", "us")),))


def test_two_records_of_one_name_are_told() -> None:
    """Nobody can tell whom the name means; unless one of the two needs a context."""
    anna = entity("people", "anna", variants=[{"form": "Minister"}])
    bert = entity("people", "bert", variants=[{"form": "Minister"}])
    careful = entity("people", "bert", variants=[{"form": "Minister", "needs": "x"}])

    assert told(doubtful(subject(anna, bert))) == [
        "bert variants.0.form: `Minister` also names `anna`"
    ]
    assert told(doubtful(subject(anna, careful))) == []


def test_events_of_one_name_are_told_apart_by_their_dates() -> None:
    """A summit a year may have one name."""
    events = [entity("events", key, heading="Summit") for key in ("one", "two")]

    assert told(doubtful(subject(*events))) == []


def test_a_single_letter_and_a_common_word_are_told() -> None:
    """They would be found in every sentence; an acronym is no common word."""
    forms = [{"form": form} for form in ("A", "of", "The", "US", "Of course")]

    messages = told(doubtful(subject(entity("places", "bravo", variants=forms), vocabulary=WORDS)))

    assert [message.partition(" is ")[0] for message in messages] == [
        "bravo variants.0.form: `A`",
        "bravo variants.1.form: `of`",
        "bravo variants.2.form: `The`",
    ]


def test_a_form_given_twice_is_told() -> None:
    """Also if it is the heading."""
    forms = [{"form": "Anna"}, {"form": "Ann"}, {"form": "Ann"}]

    messages = told(doubtful(subject(entity("people", "anna", variants=forms))))

    assert messages == [
        "anna variants.0.form: `Anna` stands in this record already",
        "anna variants.2.form: `Ann` stands in this record already",
    ]


def test_a_word_of_two_scripts_in_a_title_is_told() -> None:
    """A Cyrillic letter among Latin ones looks the same and finds nothing."""
    messages = told(doubtful(subject(release(title="Tаlks with the МИД of Japan"))))

    assert messages == ["talks title: the word `Tаlks` of the title has letters of two scripts"]


def test_all_of_it_is_only_advice() -> None:
    """A doubtful name is a warning: a person may know better."""
    forms = [{"form": "A"}, {"form": "A"}]

    findings = list(doubtful(subject(entity("people", "a", variants=forms))))

    assert {finding.level for finding in findings} == {"warning"}
