"""Whether reviews stay fresh: half a year of them, for somebody who has been through the course.

Run it as `python -m benchmarks.freshness`. The learner answers every question and passes every
exercise, three lessons a day, then reviews what is due on each of 180 days and remembers most of
it. What is asked comes from the very plan that the app uses. Told are the items that were shown
twice within the half year, how many due cards had nothing fresh and waited, and how many of the
questions whose answer comes from running code have at least 20 variants. Targets: no item twice;
60 %.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta

from benchmarks.machine import machine
from course import locations
from course.catalogue import Catalogue
from course.learner import cards, questions, review
from course.learner.questions.variants import FEWEST
from course.learner.records import Answer, Review, Try, stamp
from course.learner.skills import History
from course.model import QUESTION_KINDS

DAYS, REMEMBERS, SEED, LESSONS_A_DAY = 180, 0.85, 2026, 3
TARGET = 0.60
START = datetime(2026, 1, 5, 18, tzinfo=UTC)


def been_through(catalogue: Catalogue) -> tuple[History, dict[str, int], datetime]:
    """What somebody did who has just finished the course, each lesson's last step, and when."""
    tries: list[Try] = []
    answers: list[Answer] = []
    furthest: dict[str, int] = {}
    number = 0
    for number, entry in enumerate(catalogue.lessons.values()):
        at = stamp(START + timedelta(days=number // LESSONS_A_DAY, minutes=number % LESSONS_A_DAY))
        lesson = catalogue.lesson(entry.id)
        furthest[entry.id] = len(lesson.steps) - 1
        for place, step in enumerate(lesson.steps):
            uuid = f"{entry.id}/{place}"
            if step.kind in QUESTION_KINDS:
                answers.append(
                    Answer(
                        uuid=uuid,
                        at=at,
                        lesson=entry.id,
                        step=place,
                        question=questions.identity(step),
                        correct=True,
                        concepts=questions.concepts_in(step, lesson, catalogue.concepts),
                    )
                )
            elif step.kind == "exercise":
                tries.append(Try(uuid=uuid, at=at, exercise=step.content, verdict="passed"))

    def practises(ident: str) -> tuple[str, ...]:
        return catalogue.exercises[ident].practises if ident in catalogue.exercises else ()

    end = START + timedelta(days=number // LESSONS_A_DAY + 1)
    return History(tries, answers, [], practises), furthest, end


def fresh_questions(catalogue: Catalogue) -> tuple[int, int]:
    """How many questions are answered by what code does, and how many have enough variants."""
    counts = [
        questions.variants_of(step.content)
        for ident in catalogue.lesson_ids
        for step in catalogue.lesson(ident).steps
        if step.kind in QUESTION_KINDS and questions.KINDS[step.kind].runs
    ]
    return len(counts), sum(count >= FEWEST for count in counts)


def main() -> int:
    """Review for half a year, and tell what was asked twice."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=DAYS)
    days = parser.parse_args().days
    where = locations.find()
    catalogue = Catalogue.open(where)
    history, furthest, end = been_through(catalogue)
    chance = random.Random(SEED)  # noqa: S311 - a learner made up, no secret
    shown: Counter[str] = Counter()
    due = waiting = 0
    for day in range(days):
        now = end + timedelta(days=day)
        planned = review.plan(catalogue, where.content, history, furthest, now)
        for number, item in enumerate(planned):
            shown[item.id] += 1
            rating = 3 if chance.random() < REMEMBERS else 1
            row = Review(
                uuid=f"{day}/{number}", at=stamp(now), card=item.card, rating=rating, item=item.id
            )
            history.reviews.append(row)
        if day % 10:  # looking at all cards takes a while
            continue
        left = [card for card in cards.cards(history, now, None) if card.due <= now]
        due += len(planned) + len(left)
        waiting += len(left) if sum(item.minutes for item in planned) < review.BUDGET_MINUTES else 0
    twice = [item for item, times in shown.items() if times > 1]
    total, fresh = fresh_questions(catalogue)
    print(machine())
    print(f"{sum(shown.values())} items in {days} days, {len(twice)} of them shown twice")
    for item in twice[:10]:
        print(f"  {item}: {shown[item]} times")
    kinds = Counter("question" if "#" in item else "exercise" for item in shown.elements())
    print(", ".join(f"{count} {kind}s" for kind, count in kinds.items()))
    print(f"due cards that found time left and nothing fresh: {waiting} of {due} card-days")
    print(f"questions with {FEWEST} variants or more: {fresh} of {total} ({fresh / total:.0%})")
    return 0 if not twice and fresh >= TARGET * total else 1


if __name__ == "__main__":
    sys.exit(main())
