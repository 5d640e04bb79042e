"""Cards: what is seen of a concept or a mistake, and when it is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from course.learner import cards
from course.learner.cards import Card, Seen
from course.learner.ladder.helped import COMES_BACK
from course.learner.records import Review, Try, stamp
from course.learner.skills import History

START = datetime(2026, 3, 1, 12, tzinfo=UTC)

MOMENTS = st.integers(0, 60 * 24 * 40).map(lambda it: stamp(START + timedelta(minutes=it)))
TRY = st.builds(
    Try,
    uuid=st.uuids().map(str),
    at=MOMENTS,
    exercise=st.sampled_from(["m/a", "m/b", "m/c"]),
    verdict=st.sampled_from(["passed", "failed"]),
    hints=st.integers(0, 3),
    mistakes=st.sampled_from([(), ("off_by_one",), ("prints_instead", "off_by_one")]),
)
REVIEW = st.builds(
    Review,
    uuid=st.uuids().map(str),
    at=MOMENTS,
    card=st.sampled_from(["concept:loop", "mistake:off_by_one"]),
    rating=st.integers(1, 4),
    item=st.just("m/a"),
)
PRACTISES = {"m/a": ("loop",), "m/b": ("loop", "return"), "m/c": ("return",)}


def _cards(tries: list[Try], reviews: list[Review]) -> list[Card]:
    history = History(
        sorted(tries, key=lambda row: (row.at, row.uuid)),
        [],
        sorted(reviews, key=lambda row: (row.at, row.uuid)),
        lambda exercise: PRACTISES[exercise],
    )
    return cards.cards(history, START + timedelta(days=50), UTC)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(TRY, max_size=25, unique_by=lambda row: row.uuid),
    st.lists(REVIEW, max_size=8, unique_by=lambda row: row.uuid),
    st.randoms(),
)
def test_cards_depend_on_what_happened_and_on_nothing_else(
    tries: list[Try], reviews: list[Review], random: object
) -> None:
    before = _cards(tries, reviews)
    random.shuffle(tries)  # type: ignore[attr-defined]
    random.shuffle(reviews)  # type: ignore[attr-defined]
    assert _cards(tries, reviews) == before
    for card in before:
        assert 0 <= card.recall <= 1
        assert card.concepts
        assert card.due >= START


def test_the_last_rating_of_a_day_is_the_days_and_a_day_without_one_goes_by_its_end() -> None:
    def seen(score: float, rating: int | None = None) -> Seen:
        return Seen("2026-03-01T12:00:00Z", score, "item", rating)

    assert cards._rating([seen(0.0, 1), seen(1.0, 3)]) == 3
    assert cards._rating([seen(1.0, 3), seen(0.0, 1)]) == 1
    assert cards._rating([seen(0.0, 1), seen(1.0, 3), seen(1.0)]) == 3
    assert cards._rating([seen(1.0), seen(0.0)]) == 1
    assert cards._rating([seen(0.0), seen(1.0)]) == 2
    assert cards._rating([seen(1.0), seen(1.0)]) == 3


def tried(day: int, exercise: str, verdict: str = "passed", *mistakes: str, hour: int = 12) -> Try:
    at = stamp(START + timedelta(days=day, hours=hour - 12))
    return Try(uuid=f"{at}{exercise}", at=at, exercise=exercise, verdict=verdict, mistakes=mistakes)


def by_id(*tries: Try, reviews: tuple[Review, ...] = (), **known: str) -> dict[str, Card]:
    history = History([*tries], [], [*reviews], lambda exercise: PRACTISES[exercise])
    found = cards.cards(history, START + timedelta(days=50), UTC, known)
    assert [card.recall for card in found] == sorted(card.recall for card in found)
    return {card.id: card for card in found}


def test_each_concept_and_each_mistake_has_a_card() -> None:
    cards = by_id(tried(0, "m/b", "failed", "off_by_one"), tried(1, "m/a"), tried(2, "m/c"))
    assert set(cards) == {"concept:loop", "concept:return", "mistake:off_by_one"}
    mistake = cards["mistake:off_by_one"]
    assert mistake.concepts == ("loop", "return")
    assert mistake.last_item == "m/c"  # a pass over one of its concepts counts for it, too
    assert cards["concept:loop"].concepts == ("loop",)
    assert cards["concept:loop"].last_item == "m/a"


def test_a_pass_over_other_concepts_says_nothing_of_a_mistake() -> None:
    made = tried(0, "m/a", "failed", "off_by_one")
    alone = by_id(made)["mistake:off_by_one"]
    assert by_id(made, tried(3, "m/c"))["mistake:off_by_one"] == alone
    assert by_id(made, tried(3, "m/a"))["mistake:off_by_one"].recall > alone.recall


def test_what_was_done_on_one_day_is_seen_once_and_on_two_days_holds_longer() -> None:
    once = by_id(tried(0, "m/a"))["concept:loop"]
    same_day = by_id(tried(0, "m/a"), tried(0, "m/b", hour=13))["concept:loop"]
    two_days = by_id(tried(0, "m/a"), tried(6, "m/b"))["concept:loop"]
    assert same_day.stability == once.stability
    assert two_days.stability > once.stability
    assert two_days.due > once.due > START


def test_what_counts_as_known_has_a_card_until_something_is_seen_of_it() -> None:
    at = stamp(START)
    [card] = by_id(loop=at).values()
    assert (card.id, card.concepts, card.last_item) == ("concept:loop", ("loop",), "")
    seen = by_id(tried(20, "m/a"), loop=at)["concept:loop"]
    assert seen == by_id(tried(20, "m/a"))["concept:loop"]


def test_the_learners_word_on_a_card_counts_more_than_what_was_passed_that_day() -> None:
    def reviewed(rating: int) -> Review:
        at = stamp(START + timedelta(hours=1))
        return Review(uuid="r", at=at, card="concept:loop", rating=rating, item="m/b")

    again, good = (
        by_id(tried(0, "m/a"), reviews=(reviewed(rating),))["concept:loop"] for rating in (1, 3)
    )
    assert again.due < good.due
    assert again.last_item == "m/b"


def test_a_day_is_rated_by_its_mean_unless_it_ended_badly() -> None:
    def rating(*scores: float) -> int:
        return cards._rating([Seen("2026-03-01T12:00:00Z", score, "item") for score in scores])

    assert [rating(0.39), rating(0.4), rating(0.79), rating(0.8)] == [1, 2, 2, 3]
    assert rating(0.6, 1.0) == 3
    assert rating(1.0, 0.5) == 2


def test_no_card_waits_longer_than_a_year() -> None:
    last = 1000
    often = (tried(day, "m/a") for day in (0, 10, 60, 200, 500, last))
    due = by_id(*often)["concept:loop"].due
    assert due - (START + timedelta(days=last)) == timedelta(days=365)


def test_a_clock_that_was_put_back_makes_nothing_better_known_than_when_it_was_seen() -> None:
    assert by_id(tried(60, "m/a"))["concept:loop"].recall == 1.0
    assert by_id(tried(0, "m/a"))["concept:loop"].recall < 1.0


def test_a_day_is_one_where_the_learner_lives() -> None:
    def reviewed(hour: int, rating: int) -> Review:
        at = stamp(START + timedelta(hours=hour))
        return Review(uuid=at, at=at, card="concept:loop", rating=rating, item="m/a")

    def stability(zone: timezone, *reviews: Review) -> float:
        history = History([], [], [*reviews], lambda exercise: PRACTISES[exercise])
        [card] = cards.cards(history, START + timedelta(days=50), zone)
        return card.stability

    around_midnight = reviewed(11, 1), reviewed(13, 3)
    west = timezone(timedelta(hours=-5))
    assert stability(west, *around_midnight) == stability(west, around_midnight[1])
    assert stability(UTC, *around_midnight) < stability(west, *around_midnight)


def test_what_was_passed_with_help_comes_back_by_itself_and_early() -> None:
    helped = tried(0, "m/a")
    history = History(
        [helped], [], [], lambda exercise: PRACTISES[exercise], frozenset([helped.uuid])
    )
    found = {card.id: card for card in cards.cards(history, START + timedelta(days=50), UTC)}
    assert found["exercise:m/a"].due == START + COMES_BACK
    one = found["exercise:m/a"]
    assert (one.concepts, one.recall, one.stability, one.last_item) == (("loop",), 0.0, 0.0, "")
    assert found["concept:loop"].due <= START + COMES_BACK
    later = tried(1, "m/a")
    history = History(
        [helped, later], [], [], lambda exercise: PRACTISES[exercise], frozenset([helped.uuid])
    )
    found = {card.id: card for card in cards.cards(history, START + timedelta(days=50), UTC)}
    assert "exercise:m/a" not in found


def test_a_review_of_an_exercise_or_of_an_own_bug_is_no_card(  # only a pass settles these
) -> None:
    def reviewed(card: str) -> Review:
        return Review(uuid=card, at=stamp(START), card=card, rating=1, item="m/a")

    kinds = ("exercise:m/a", "bug:m/a", "concept:loop", "mistake:off_by_one")
    found = by_id(reviews=tuple(map(reviewed, kinds)))
    assert set(found) == {"concept:loop", "mistake:off_by_one"}
    assert found["mistake:off_by_one"].concepts == ("mistake:off_by_one",)
