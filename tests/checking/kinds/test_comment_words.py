"""A review is judged by what its comments say, in whose words ever, and by where they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.checking.kinds.comment_words import (
    _COMMON,
    _EVERYWHERE,
    _GROUPS,
    _said,
    _stem,
    key_words,
    names,
)
from course.checking.kinds.review import Comment, Score, finds_fault, score
from course.model import Exercise
from tests.checking.door import Door

EXERCISES = Path(__file__).parents[3] / "exercises"
DISCOUNT = "tools-of-the-trade/review_discount_diff"
# What people write about each defect, by its number.
SAID: dict[str, dict[int, list[str]]] = {
    "tools-of-the-trade/review_discount_diff": {
        0: [
            "should be >=",
            "orders of exactly 50 lose the discount",
            "off by one: 50.00 no longer counts",
            "why was `>=` changed to `>`?",
        ],
        1: [
            "default argument is evaluated once and shared",
            "mutable default arg!",
            "used lives in memory only, lost after restart",
            "the list is shared between all calls",
        ],
        2: [
            "only checks the month, not the day",
            "any day in that month gets 15 %",
            "compare day too",
        ],
        3: [
            "use // here",
            "this makes a float",
            "integer division please",
            "returns a fraction of a cent",
        ],
        4: [
            "too broad, swallows everything",
            "bare except hides bugs",
            "catch CustomerNotFound only",
        ],
        5: ["look this up after the check", "unneeded database lookup if already used"],
    },
    "tools-of-the-trade/review_sql_diff": {
        0: ["don't commit tokens", "hardcoded credentials", "move to an environment variable"],
        1: ["why is commit gone? callers lose their changes", "without commit nothing is saved"],
        2: [
            "SQL injection",
            "use placeholders",
            "user input goes into the query",
            "single quotes in a name break the query",
        ],
        3: ["fetches the whole table, add LIMIT", "loads everything into memory"],
        4: ["parcels due today are not late", "should be <", "off by one"],
        5: ["N+1 queries", "one query per parcel, join instead", "this is slow for many parcels"],
        6: ["save to the database before paying", "if the db fails after refund we refund twice"],
        7: ["wrong unit, cents not euros", "loses the cents", "18.90 is stored as 18"],
    },
    "web-and-flask/review_login_diff": {
        0: ["secret key in source code", "read from env"],
        1: ["never log passwords", "plaintext password in the log"],
        2: ["open redirect", "an attacker can send the user to another site", "validate next"],
        3: [
            "any user can change someone else's password",
            "take the user from the session",
            "name comes from the form",
        ],
        4: ["missing login_required", "any visitor sees it without logging in"],
        5: ["you can view any customer's address by changing the name", "IDOR"],
    },
    "asyncio/review_bot_diff": {
        0: ["tasks may be garbage collected", "keep a reference to the task", "use a TaskGroup"],
        1: ["catches CancelledError too", "too broad", "never stops on shutdown"],
        2: ["blocks the event loop", "use asyncio.sleep"],
        3: ["missing await", "the coroutine is never run"],
        4: ["no timeout any more", "waits forever"],
        5: ["race condition", "lost update between read and write", "needs a lock"],
    },
    "objects/review_first_class": {
        0: ["class attribute shared between all instances", "move into __init__"],
        1: [
            "equal objects must have equal hashes",
            "hash uses a mutable field",
            "balance should not be part of the hash",
        ],
        2: ["off by one, valid on the last day", "should be <="],
        3: ["returns what was paid rather than what remains", "should be amount minus paid"],
        4: ["may return None, annotate as Optional"],
        5: ["a getter must not modify the list", "this deletes expired cards", "side effect"],
        6: ["crashes with AttributeError if the code is unknown", "find can return None"],
    },
    "on-the-job/review_security_diff": {
        0: ["api key in source", "hardcoded secret"],
        1: ["sha256 is not for passwords", "unsalted hash", "use bcrypt or generate_password_hash"],
        2: ["anyone can read any invoice", "no check that it belongs to the current user", "IDOR"],
        3: ["SQL injection", "parametrize the query"],
        4: ["not cryptographically secure", "use secrets"],
        5: ["don't log the reset link", "token ends up in the logs"],
        6: ["reveals which emails are registered", "user enumeration"],
    },
    "fastapi/review_fastapi_diff": {
        0: ["sql injection", "f-string in a query"],
        1: ["leaks phone numbers", "no response_model", "returns all columns"],
        2: ["should require Writer", "a reader can modify data here"],
        3: ["raise, not return", "returns an exception with status 202"],
        4: ["payment lost if the server restarts", "background task may fail silently"],
        5: ["blocks the event loop", "time.sleep in async function"],
        6: ["api key in the query string ends up in logs", "use a header"],
        7: ["null would be stored", "city could be None"],
    },
    "tools-of-the-trade/review_async_diff": {
        0: ["cache key lacks the country", "key must include country"],
        1: ["blocking sleep", "use asyncio.sleep"],
        2: ["bare except swallows cancellation", "too broad, hides bugs"],
        3: ["0 is falsy", "free shipping price 0 is dropped"],
        4: ["min() of an empty sequence raises ValueError", "crashes without quotes"],
        5: ["missing await", "coroutine never awaited"],
        6: ["runs one after another, use gather", "not concurrent"],
    },
}


def review(name: str) -> Exercise:
    return read_exercise(EXERCISES / name)


def scored(exercise: Exercise, *comments: tuple[int, str]) -> Score:
    found = [Comment(line, words) for line, words in comments if finds_fault(words)]
    return score(exercise.starter, exercise.defects, found)


def commented(exercise: Exercise, comments: dict[int, str]) -> str:
    lines = []
    for number, line in enumerate(exercise.starter.splitlines(), start=1):
        lines.append(line)
        if number in comments:
            lines.append(f">> {comments[number]}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", SAID)
def test_a_defect_is_found_in_anybodys_words(name: str) -> None:
    exercise = review(name)
    for number, comments in SAID[name].items():
        defect = exercise.defects[number]
        for words in comments:
            for line in (defect.lines[0], defect.lines[-1]):
                assert defect in scored(exercise, (line, words)).hits, (line, words)


@pytest.mark.parametrize("words", ["banana", "the bananas are ripe", "monkeys climb in Brazil"])
@pytest.mark.parametrize("name", SAID)
def test_words_about_something_else_find_nothing(name: str, words: str) -> None:
    exercise = review(name)
    lines = [line for defect in exercise.defects for line in defect.lines]
    assert not scored(exercise, *((line, words) for line in lines)).hits


LOOKS = [
    "rename `{}`",
    "naming: `{}` should be shorter",
    "`{}` is a bad name and hard to read",
    "missing docstring for {}",
    "this line is too long, break it before {}",
    "formatting: blank lines before {}",
]


@pytest.mark.parametrize("words", LOOKS)
@pytest.mark.parametrize("name", SAID)
def test_how_a_line_looks_is_not_what_is_wrong_with_it(name: str, words: str) -> None:
    exercise = review(name)
    lines = exercise.starter.splitlines()
    for defect in exercise.defects:
        at = defect.lines[0]
        in_line = ", ".join(re.findall(r"[^\W\d]\w{2,}", lines[at - 1]))
        assert not scored(exercise, (at, words.format(in_line))).hits, (at, in_line)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "typo: should be >="),
        (0, "a typo, 50 itself no longer counts"),
        (2, "formatting aside, any day of the month gets it"),
        (4, "style: a bare except hides every error"),
        (0, "the docstring says 50 and more"),
    ],
)
def test_what_is_wrong_counts_beside_how_it_looks(number: int, words: str) -> None:
    exercise = review(DISCOUNT)
    defect = exercise.defects[number]
    assert defect in scored(exercise, (defect.lines[0], words)).hits


def test_a_question_does_not_name_the_sign_of_a_placeholder() -> None:
    exercise = review("tools-of-the-trade/review_sql_diff")
    injection = next(one for one in exercise.defects if one.category == "injection")
    at = injection.lines[0]
    assert injection not in scored(exercise, (at, "are bananas ripe?")).hits
    assert injection in scored(exercise, (at, "write ? there")).hits


@pytest.mark.parametrize("name", SAID)
def test_marking_every_line_never_passes(name: str) -> None:
    exercise = review(name)
    all_reasons = " ".join(f"{one.category} {one.why}" for one in exercise.defects)
    every = range(1, len(exercise.starter.splitlines()) + 1)
    assert not scored(exercise, *((line, all_reasons) for line in every)).passed


def test_a_comment_on_the_def_line_or_the_first_line_of_the_statement_counts() -> None:
    exercise = review(DISCOUNT)
    lines = exercise.starter.splitlines()
    at = next(n for n, line in enumerate(lines, start=1) if "def birthday_price" in line)
    found = scored(exercise, (at, "only the month is compared, not the day")).hits
    assert [one.category for one in found] == ["wrong-condition"]
    assert not scored(exercise, (at, "only the month is compared, not the day")).false_alarms
    # The same words on the def line of another function are about nothing that is wrong there.
    other = next(n for n, line in enumerate(lines, start=1) if "def label" in line)
    assert scored(exercise, (other, "only the month is compared")).false_alarms


def test_one_comment_may_name_two_faults() -> None:
    exercise = review(DISCOUNT)
    both = "compares only the month, and / gives a float"
    found = scored(exercise, (28, both)).hits
    assert {one.category for one in found} == {"wrong-condition", "wrong-type"}
    assert len(scored(exercise, (28, "compares only the month")).hits) == 1


def test_an_untouched_review_does_not_say_what_kinds_of_defects_there_are(door: Door) -> None:
    exercise = review(DISCOUNT)
    for source in (exercise.starter, commented(exercise, {3: "looks good"})):
        said = repr(door.check(exercise, source))
        assert not [one.category for one in exercise.defects if one.category in said]


def test_a_comment_that_could_not_be_matched_is_told_and_counts_neither_way(door: Door) -> None:
    exercise = review(DISCOUNT)
    report = door.check(exercise, commented(exercise, {37: "banana"}))
    told = {one.name: one.text for one in report.diagnosis}
    assert "1 comment could not be matched" in told["beside"]
    assert "(line 37)" in told["beside"]
    assert f"You found 0 of {len(exercise.defects)} defects." in told["review_score"]


def test_every_word_of_the_trade_can_be_said() -> None:
    lists = (*_GROUPS, _COMMON - {"a", "i"}, _EVERYWHERE)
    assert [word for words in lists for word in words if word not in _said(word)] == []


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("validations", "valid"),
        ("validation", "valid"),
        ("settings", "sett"),
        ("setting", "sett"),
        ("tried", "tri"),
        ("tries", "tri"),
        ("opened", "open"),
        ("notes", "not"),
        ("badly", "bad"),
        ("bugs", "bug"),
        ("compare", "compar"),
        ("note", "note"),
        ("used", "used"),
        ("the", "the"),
        ("led", "led"),
        ("bus", "bus"),
    ],
)
def test_the_stem_of_a_word(word: str, stem: str) -> None:
    assert _stem(word) == stem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("amount >= 50", "amount >= 50"),
        ("Off by one", "off by one off-by-one"),
        ("x<y, a > b", "< >"),
        ("a // b / c `%`", "// / %"),
        ("a == b != c <= d", "== != <="),
        ("why?", "why"),
        ("use ? there", "use ? there"),
        ("don't -tell-", "don don't tell"),
        ("k7f2 2nd 18.90 `n+1`", "k7f2 nd 2 18 90 n+1 1"),
        ("f-string user_name", "f-string string user_name user name"),
        ("a b", ""),
    ],
)
def test_what_a_text_says(text: str, said: str) -> None:
    wanted = set(said.split())
    assert _said(text) - {"1"} == wanted - {"1"}


@pytest.mark.parametrize(
    ("comment", "named"),
    [
        ("token is lost", "lost token"),
        ("the token and 50", "50 token"),
        ("rename `token`, 50", "50"),
        ("renaming the token", ""),
        ("naming: token", ""),
        ("misnamed token", ""),
        ("pep8: token", ""),
        ("pep-8 token", ""),
        ("token is readable", ""),
        ("style of token", ""),
        ("a cosmetic token", ""),
        ("no docstring at token", ""),
        ("token needs a docstring", ""),
        ("add a docstring to token", ""),
        ("docstring is too short, token", ""),
        ("hard to read token", ""),
        ("formatting of token", ""),
        ("snake_case, token", ""),
        ("camelcase token", ""),
        ("abbreviated token", ""),
        ("verbose token", ""),
        ("blank line before token", ""),
        ("better name for token", ""),
        ("long line, token", ""),
        ("line is too long, token", ""),
        ("the token, formatting aside", "token"),
        ("typo: token", "token"),
        ("a docstring for token", "docstr token"),
    ],
)
def test_which_key_words_a_comment_names(comment: str, named: str) -> None:
    keys = key_words("the token is lost 50", 'def f(token):\n    """docstring"""')
    assert names(comment, keys, "def f(token): lost") == set(named.split())


def test_a_defect_has_the_words_of_the_trade_for_it() -> None:
    keys = key_words("The rainbow is said again", "if read: colour = self.x[7]")
    assert keys == {
        *("hash", "salt", "salted", "bcrypt", "argon2", "scrypt", "pbkdf2", "sha256", "sha", "256"),
        *("sha-256", "rainbow", "brut", "read", "colour", "7"),
    } - {"sha", "256", "salted"} | {"salt"}


@pytest.mark.parametrize(
    ("comment", "finds"),
    [
        ("nice", False),
        ("nice token", False),
        ("nice but wrong", True),
        ("great, isn't it", True),
        ("great: token", True),
        ("great token?", True),
        (f"{'nice ' * 7}token", False),
        (f"{'nice ' * 8}token", True),
        ("nice >=", False),
        ("the bug", False),
        ("?", False),
        ("x", False),
        ("50", True),
        (">=", True),
        ("banana", True),
    ],
)
def test_whether_a_comment_says_anything(comment: str, finds: bool) -> None:
    assert finds_fault(comment) is finds
