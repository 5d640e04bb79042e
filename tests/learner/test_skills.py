"""How well a concept is held, worked out from what was seen."""

from __future__ import annotations

from course.learner.records import Answer, Review, Try
from course.learner.skills import History, evidence, skills

# ---------------------------------------------------------------- skills


def _try(number: int, verdict: str, hints: int = 0, exercise: str = "m/e") -> Try:
    at = f"2026-03-01T10:{number:02}:00.000000Z"
    return Try(uuid=f"{exercise}{number}", at=at, exercise=exercise, verdict=verdict, hints=hints)


def _mastery(tries: list[Try], reviews: tuple[Review, ...] = ()) -> float:
    found = skills(evidence(History(tries, [], list(reviews), lambda _: ("loop",))))
    return found["loop"].mastery if found else 0.0


def test_alone_and_at_once_proves_more_than_with_failures_or_hints() -> None:
    alone = _mastery([_try(1, "passed")])
    failures = _mastery([_try(1, "failed"), _try(2, "failed"), _try(3, "passed")])
    hints = _mastery([_try(1, "passed", hints=2)])
    both = _mastery([_try(1, "failed"), _try(2, "passed", hints=2)])
    unsolved = _mastery([_try(1, "failed"), _try(2, "failed")])
    assert 1 > alone > failures > both > unsolved > 0
    assert alone > hints > both


def test_more_evidence_proves_more_and_newer_evidence_weighs_more() -> None:
    one = _mastery([_try(1, "passed")])
    three = _mastery([_try(number, "passed", exercise=f"m/{number}") for number in (1, 2, 3)])
    assert three > one
    better = [_try(1, "failed"), _try(2, "passed", exercise="m/f")]
    worse = [_try(1, "passed", exercise="m/f"), _try(2, "failed")]
    assert _mastery(better) > _mastery(worse)


def test_a_review_counts_as_evidence() -> None:
    def review(rating: int) -> Review:
        return Review(
            uuid="r",
            at="2026-03-02T10:00:00.000000Z",
            card="concept:loop",
            rating=rating,
            item="m/f",
        )

    base = [_try(1, "passed")]
    assert _mastery(base, (review(3),)) > _mastery(base) > _mastery(base, (review(1),))


def test_without_evidence_nothing_is_claimed() -> None:
    assert skills(evidence(History([], [], [], lambda _: ("loop",)))) == {}


def test_what_each_thing_is_worth() -> None:
    # A pass weighs 1 beside the doubt of 0.5 that everybody begins with.
    assert _mastery([_try(1, "passed")]) == round(1 / 1.5, 4)
    assert _mastery([_try(1, "failed"), _try(2, "passed")]) == round(0.85 / 1.5, 4)
    assert _mastery([_try(1, "passed", hints=1)]) == round(0.85 / 1.5, 4)
    assert _mastery([_try(1, "failed")]) == round(0.1 / 1.5, 4)
    many = [_try(number, "failed") for number in range(1, 9)]
    assert _mastery([*many, _try(9, "passed")]) == round(0.3 / 1.5, 4)


def test_hints_count_in_the_round_they_were_taken_in() -> None:
    again = _mastery([_try(1, "passed", hints=2), _try(2, "failed", hints=2), _try(3, "passed", 2)])
    newer, older = 0.85, 0.7
    assert again == round((newer + 0.9 * older) / (0.5 + 1 + 0.9), 4)


def _given(*correct: bool) -> list[Answer]:
    return [
        Answer(
            uuid=f"a{number}",
            at=f"2026-03-02T10:{number:02}:00.000000Z",
            lesson="m/l",
            step=1,
            question="q",
            correct=right,
            concepts=("loop",),
        )
        for number, right in enumerate(correct)
    ]


def _scores(*correct: bool) -> list[float]:
    history = History([], _given(*correct), [], lambda _: ())
    return [piece.score for piece in evidence(history)]


def test_a_question_is_worth_less_where_it_was_wrong_before() -> None:
    assert _scores(True) == [1.0]
    assert _scores(False, True) == [0.4]
    assert _scores(True, False) == [1.0, 0.0]
    assert _scores(False, False, True, True) == [0.4, 1.0]


def test_reviews_of_mistakes_say_nothing_of_a_concept_and_ratings_are_scores() -> None:
    cards = (
        ("concept:a", 1),
        ("concept:b", 2),
        ("concept:c", 3),
        ("concept:d", 4),
        ("mistake:e", 4),
    )
    reviews = [
        Review(
            uuid=card, at=f"2026-03-02T10:0{number}:00.000000Z", card=card, rating=rating, item="i"
        )
        for number, (card, rating) in enumerate(cards)
    ]
    found = evidence(History([], [], reviews, lambda _: ()))
    assert [(piece.concept, piece.score) for piece in found] == [
        ("a", 0.0),
        ("b", 0.5),
        ("c", 1.0),
        ("d", 1.0),
    ]


def test_when_everything_was_last_worked_at() -> None:
    history = History(
        [_try(1, "failed"), _try(2, "passed")],
        _given(True),
        [Review(uuid="r", at="2026-03-09T10:00:00.000000Z", card="c", rating=3, item="m/l#q")],
        lambda _: ("loop",),
    )
    assert history.last_seen() == {
        "m/e": "2026-03-01T10:02:00.000000Z",
        "m/l#q": "2026-03-09T10:00:00.000000Z",
    }
    held = skills(evidence(history))["loop"]
    assert (held.concept, held.evidence, held.last) == ("loop", 2, "2026-03-02T10:00:00.000000Z")


def test_what_an_answer_a_review_and_a_pass_with_help_weigh() -> None:
    def mastery(history: History) -> float:
        return skills(evidence(history))["loop"].mastery

    assert mastery(History([], _given(True), [], lambda _: ())) == 0.5
    assert mastery(History([], _given(False, True), [], lambda _: ())) == 0.2
    at = "2026-03-02T10:00:00.000000Z"
    review = Review(uuid="r", at=at, card="concept:loop", rating=2, item="i")
    assert mastery(History([], [], [review], lambda _: ())) == 0.25
    passed = _try(1, "passed")
    helped = History([passed], [], [], lambda _: ("loop",), frozenset([passed.uuid]))
    assert mastery(helped) == 0.075
    [piece] = evidence(helped)
    assert (piece.helped, piece.score, piece.weight, piece.item) == (True, 0.2, 0.3, "m/e")
