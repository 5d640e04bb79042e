"""Skills, readiness and the report: counted from rows, honest when empty, safe with any text."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import locations
from course.errors import CourseError
from course.learner import report, report_files
from course.learner.readiness import overview
from course.learner.records import Answer, Attempt, Review
from course.learner.report_html import page
from course.learner.report_markdown import document
from course.learner.session import Session
from course.locations import Locations
from course.text import clean

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
HOSTILE = (
    '</pre></script><script>document.title = "stolen"</script>'
    "<img src=http://evil.example/x onerror=\"document.title='stolen'\">\n"
    "# ]]> --> &lt; ```` [link](javascript:alert(1)) | cell\n"
)


def attempt(
    session: Session,
    exercise: str,
    verdict: str = "passed",
    hints: int = 0,
    source: str = "x = 1\n",
) -> None:
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise=exercise,
            verdict=verdict,
            hints=hints,
            mistakes=(),
            seconds=0.1,
            tests={"a": verdict, "b": verdict},
            source_hash="",
            source=source,
        )
    )


@pytest.fixture
def job(own_course: Locations) -> Iterator[Session]:
    """The small course with what a job asks for."""
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        f"{text}"
        "job:\n"
        "  - {title: Writing, asks: Write functions., passes: 2, modules: [basics]}\n"
        "  - {title: Loops, asks: Go through lists., passes: 5, modules: [loops]}\n"
        "  - {title: Reviews, asks: Read changes., passes: 1, kinds: [review]}\n",
        encoding="utf-8",
    )
    session = Session.open(own_course, clock=lambda: NOW)
    yield session
    session.store.close()


# ---------------------------------------------------------------- counted


def test_nothing_done_is_nothing_shown(job: Session) -> None:
    found = overview(job)
    assert found.shown == 0
    assert {area.state for area in found.areas} <= {"open"}
    assert all(not skill.mastery and not skill.passed for skill in found.modules)
    assert found.areas[0].next == "basics/double"


def test_first_tries_hints_and_later_attempts_are_told_apart(job: Session) -> None:
    attempt(job, "basics/double")
    attempt(job, "basics/double", "failed")
    attempt(job, "basics/label", "failed")
    attempt(job, "basics/label", hints=1)
    attempt(job, "loops/total_weight", "failed")
    found = overview(job)

    double, label = found.practice["basics/double"], found.practice["basics/label"]
    assert double.first_try
    assert (label.attempts, label.hints, label.first_try) == (2, 1, False)
    assert found.practice["loops/total_weight"].passed_at is None
    basics, loops = found.modules
    assert (basics.passed, basics.first_try, basics.hints) == (2, 1, 1)
    assert (loops.passed, loops.exercises) == (0, 1)
    writing, loops_area, _ = found.areas
    assert (writing.state, writing.passes) == ("shown", ("basics/double", "basics/label"))
    assert (loops_area.state, loops_area.needed) == ("open", 1)


def test_the_first_answer_to_a_question_is_the_one_that_counts(job: Session) -> None:
    for question, correct in (("q1", False), ("q1", True), ("q2", True)):
        row = job.store.new_row()
        job.store.append(
            Answer(**row, lesson="basics/functions", step=2, question=question, correct=correct)
        )
    row = job.store.new_row()
    job.store.append(Review(**row, card="concept:return", rating=1, item="x"))
    found = overview(job)
    assert (found.questions, found.questions_at_once) == (2, 1)
    assert (found.reviews, found.reviews_known) == (1, 0)


def test_a_skipped_module_is_held_by_placement_and_shown_by_nothing(job: Session) -> None:
    finding = {"module": "basics", "likely": 0.95, "right": 2, "asked": 2, "skipped": True}
    job.decide("placement", {"round": "r", "findings": [finding]})
    found = overview(job)
    assert [area.state for area in found.areas][:2] == ["placed", "open"]
    assert found.shown == 0
    assert "held, by placement" in page(report.gather(job)) or report.gather(job).is_empty


def test_what_the_course_says_a_job_asks_for_can_be_shown_with_its_exercises() -> None:
    session = Session.open(locations.find())
    found = overview(session)
    assert len(found.areas) >= 10
    for area, asked in zip(found.areas, session.catalogue.job, strict=True):
        assert area.needed == asked.passes or area.title == "Building something whole", area
        assert area.next in session.catalogue.exercises
    session.store.close()


# ---------------------------------------------------------------- the report


class Tags(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.code: list[str] = []
        self._in_code = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "pre":
            self._in_code = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "pre"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._in_code:
            self.code[-1] += data


def test_an_empty_history_gives_an_honest_page(job: Session) -> None:
    found = report.gather(job)
    for text in (page(found), document(found)):
        assert "Nothing has been done yet" in text
        assert "0 records" in text
        assert "%" not in re.sub(r"(?s)<style>.*</style>", "", text)
    assert "passed on" not in page(found).lower()


def test_a_table_of_a_job_is_there_when_something_of_it_is_begun(job: Session) -> None:
    head = "| area | so far | counted from |"
    job.store.append(
        Answer(**job.store.new_row(), lesson="basics/functions", step=2, question="q", correct=True)
    )
    found = document(report.gather(job))
    assert "Not yet: Writing, Loops, Reviews." in found
    assert head not in found
    attempt(job, "basics/label")
    assert head in document(report.gather(job))


def test_every_claim_links_to_what_it_is_counted_from(job: Session) -> None:
    attempt(job, "basics/label", "failed")
    attempt(job, "basics/label", hints=2)
    attempt(job, "basics/double")
    text = page(report.gather(job, "Kim"))
    shown = Tags(text)
    ids = {value for name, value in shown.attributes if name == "id"}
    links = {value for name, value in shown.attributes if name == "href"}
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert {"#exercise-basics-double", "#exercise-basics-label"} <= links
    words = " ".join(" ".join(shown.words).split())
    assert "Python: what Kim has built" in words
    assert "2 of 3" in words
    assert "2 checks, 2 hints" in words
    assert "first check, no hint" in words
    assert "Not yet: Loops, Reviews" in words
    markdown = document(report.gather(job, "Kim"))
    assert "**2 of 3 exercises passed**, 1 at the first check" in markdown
    assert "| **Writing**: Write functions. | shown | 2 exercises passed, 1 at" in markdown


def test_the_page_asks_the_network_for_nothing_and_runs_nothing(job: Session) -> None:
    attempt(job, "basics/double")
    shown = Tags(page(report.gather(job)))
    assert not shown.tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not [name for name, _ in shown.attributes if name.startswith("on") or name == "src"]
    css = Path(report.__file__).with_name("report.css").read_text(encoding="utf-8")
    assert "url(" not in css
    assert "@import" not in css
    assert "@media print" in css


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&'\"`\n#|[]"))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(source=TEXTS, note=TEXTS, name=TEXTS)
def test_no_text_of_a_learner_becomes_markup(
    job: Session, source: str, note: str, name: str
) -> None:
    source, note, name = f"{source}{HOSTILE}", f"{note}{HOSTILE}", f"{name}{HOSTILE}"
    attempt(job, "basics/double", source=source)
    job.note("basics/functions", note)
    found = report.gather(job, name, code="all", notes=True)
    shown = Tags(page(found))
    assert not shown.tags & {"script", "img"}
    assert not [attribute for attribute, _ in shown.attributes if attribute.startswith("on")]
    assert shown.code
    assert shown.code[0].rstrip() == clean(source).strip("\n").rstrip()
    markdown = document(found)
    fences = [line for line in markdown.splitlines() if re.fullmatch(r"`{3,}(python)?", line)]
    opened, closed = fences[0].removesuffix("python"), fences[-1]
    assert opened == closed
    assert opened not in source
    outside = markdown[: markdown.index(fences[0])] + markdown[markdown.rindex(closed) :]
    assert "<script" not in outside
    assert "<" not in outside
    assert not re.search(r"(?<!\\)\]\(", outside)


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not here")
def test_a_real_browser_shows_it_and_runs_nothing_of_the_learners(
    job: Session, tmp_path: Path
) -> None:
    attempt(job, "basics/double", source=HOSTILE)
    job.note("basics/functions", HOSTILE)
    (file,) = report_files.write(report.gather(job, HOSTILE, "all", True), tmp_path / "r.html")
    done = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    assert "<title>Python: what" in done.stdout
    assert "<title>stolen" not in done.stdout
    assert "Every exercise passed" in done.stdout


def test_projects_show_their_code_and_exercises_only_where_it_is_wanted(job: Session) -> None:
    attempt(job, "basics/double", source="def double(n):\n    return n * 2\n")
    assert not Tags(page(report.gather(job))).code
    assert "return n * 2" not in document(report.gather(job))
    assert "return n * 2" in document(report.gather(job, code="all"))


def test_a_project_is_shown_with_its_stages_and_the_learners_code() -> None:
    session = Session.open(locations.find(), clock=lambda: NOW)
    attempt(session, "tools-of-the-trade/tdd_basket", "failed")
    attempt(session, "tools-of-the-trade/tdd_basket", source="class Basket:\n    mine = True\n")
    found = report.gather(session)
    (project,) = found.projects
    assert (project.milestones, project.attempts, project.tests) == (3, 2, 2)
    assert found.capstones_passed == 0
    shown = Tags(page(found))
    assert shown.code == ["class Basket:\n    mine = True\n"]
    assert "3 stages" in " ".join(shown.words)
    assert not Tags(page(report.gather(session, code="none"))).code
    session.store.close()


def test_weeks_without_a_check_are_in_the_plot(own_course: Locations) -> None:
    now = [NOW]
    session = Session.open(own_course, clock=lambda: now[0])
    attempt(session, "basics/double", "failed")
    now[0] = NOW + timedelta(weeks=3)
    attempt(session, "basics/double")
    assert report.gather(session).weeks == (
        (date(2026, 3, 16), 1, 0),
        (date(2026, 3, 23), 0, 0),
        (date(2026, 3, 30), 0, 0),
        (date(2026, 4, 6), 1, 1),
    )
    session.store.close()


def test_the_ending_says_what_is_written(job: Session, tmp_path: Path) -> None:
    found = report.gather(job)
    assert report_files.write(found, tmp_path) == [tmp_path / "report.html", tmp_path / "report.md"]
    assert report_files.write(found, tmp_path / "new") == [
        tmp_path / "new" / "report.html",
        tmp_path / "new" / "report.md",
    ]
    (markdown,) = report_files.write(found, tmp_path / "mine.MD")
    assert markdown.read_text(encoding="utf-8").startswith("# Python: what I have built")
    with pytest.raises(CourseError, match=r"ends in \.html or \.md"):
        report_files.write(found, tmp_path / "mine.pdf")
