"""One release in other wording."""

from __future__ import annotations

from generator.model import Archive, Mention
from generator.relate import relations
from tests.relate import build

ONE = (
    "The foreign ministers held talks in Szohod on May 9 at the invitation of the host.",
    "They discussed practical issues of trade, culture and transport between the countries.",
    "Both sides confirmed a firm will to carry out the provisions of the partnership treaty.",
    "The ministers agreed to continue the exchange of views at different levels.",
)
OTHER = (
    "Talks between the foreign ministers took place in Szohod on May 9.",
    "Practical issues of trade, transport and culture were discussed in depth.",
    "It was confirmed that both have the firm will to faithfully carry out the partnership treaty.",
    "It was agreed by the ministers to go on with the exchange of views at all levels.",
)
ELSE = (
    "The talks of the foreign ministers on May 9 drew protests in the capital.",
    "Police closed two bridges and a market hall until the evening, a reporter saw.",
    "Opposition deputies called the visit a show for the cameras and left the chamber.",
    "Tourists complained about cancelled trains and full hotels near the river.",
)


def archive(second: tuple[str, ...], day: str) -> tuple[Archive, dict[str, tuple[Mention, ...]]]:
    """Return an archive of a release and another account of its event."""
    one = build.release("one", *ONE)
    two = build.release("two", *second, day=day)
    made = build.archive(one, two, build.event("talks", "2024-05-09"))
    mentions = build.by_release(
        build.names(one, "talks", "talks"), build.names(two, second[0][:5].strip(), "talks")
    )
    return made, mentions


def types(second: tuple[str, ...], day: str) -> set[str]:
    """Return the types of relation found between the two."""
    return {one.type for one in relations(*archive(second, day))}


def test_a_rewritten_release_of_the_same_days_is_the_same_release() -> None:
    """Half of the paragraphs answer each other, the event and the days are one."""
    (one, _) = relations(*archive(OTHER, "2024-05-12"))

    assert (one.type, one.source, one.target) == ("same-release", "one", "two")
    assert one.evidence == ("4 paragraphs answer each other, of 4 and 4",)


def test_the_same_words_days_later_are_an_account_of_the_same_event() -> None:
    """After more than three days it is no other wording of the release any more."""
    assert types(OTHER, "2024-05-14") == {"same-event"}


def test_another_account_of_the_event_is_not_the_same_release() -> None:
    """A reporter's account of the event is not the ministry's release in other wording."""
    assert types(ELSE, "2024-05-10") == {"same-event"}


def test_books_are_not_compared_paragraph_by_paragraph() -> None:
    """Two texts of hundreds of paragraphs do not hold the build up."""
    long = (OTHER[0], *(f"paragraph {number} of a very long text" for number in range(450)))
    one, two = build.release("one", *long), build.release("two", *long, language="fr")
    archive_ = build.archive(one, two, build.event("talks", "2024-05-09"))
    mentions = build.by_release(*(build.names(each, "Talks", "talks") for each in (one, two)))

    assert {each.type for each in relations(archive_, mentions)} == {"same-event"}
