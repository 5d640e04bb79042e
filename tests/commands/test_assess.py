"""`course assess` without a terminal: questions out, one line in for each, then what was found."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing

from course.learner.records import Decision
from course.learner.session import Session
from course.locations import Locations

ANSWERS = {
    "shout": "None",
    "Bergen": "to Bergen",
    "area(": "return",
    "postage": "3",
}


def assess(answers: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course", "assess", *arguments],
        input=answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def reply(shown: list[str]) -> str:
    """The right answer to a question of the small course, as somebody at a pipe gives it."""
    text = "\n".join(shown)
    numbers = {line[5:]: line[:3].strip() for line in shown if line[:3].strip().isdecimal()}
    for word, answer in ANSWERS.items():
        if word in text:
            return numbers.get(answer, answer)
    lines = ("def two_mugs(price):", "    total = price * 2", "    return total")
    return " ".join(numbers[line] for line in lines)


def test_right_answers_through_a_pipe_skip_the_module(small_course: Locations) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "course", "assess"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        shown: list[str] = []
        printed: list[str] = []
        for line in map(str.rstrip, asked.stdout):
            printed.append(line)
            shown = [line] if line.startswith("Question") else [*shown, line]
            if line.endswith("and go on later)"):
                asked.stdin.write(reply(shown) + "\n")
                asked.stdin.flush()
    text = "\n".join(printed)
    assert asked.returncode == 0
    assert text.count("✓ Right") == 5, text
    assert "Basics                               skip   5 of 5 right" in text
    assert "Loops                                not asked about" in text

    done = subprocess.run(
        [sys.executable, "-m", "course", "next"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("loops/for")


def test_not_knowing_anything_skips_nothing_and_json_is_for_programs(
    small_course: Locations,
) -> None:
    done = assess("?\n" * 30, "--json")

    assert done.returncode == 0, done.stderr
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["module"], finding["asked"], finding["skipped"]) == ("basics", 5, False)
    assert "Question 5" in done.stderr


def test_the_end_of_the_input_is_the_end_of_the_placement(small_course: Locations) -> None:
    done = assess("\n?\nnonsense of a line\n", "--plain")

    assert done.returncode == 0
    assert "What was found" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_end_before_the_first_answer_leaves_what_an_earlier_placement_found(
    small_course: Locations,
) -> None:
    with closing(Session.open(small_course).store) as store:
        found = {"round": 1, "findings": [], "at": ""}
        store.append(Decision(**store.new_row(), name="placement", value=found))

    done = assess("stop\n")
    assert done.returncode == 0
    assert done.stdout.endswith("Nothing was answered; nothing has changed.\n")
    assert json.loads(assess("", "--json").stdout) == {"findings": []}
    with closing(Session.open(small_course).store) as store:
        assert len(store.rows(Decision, name="placement")) == 1
