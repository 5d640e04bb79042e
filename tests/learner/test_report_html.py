"""The report as a page: safe with any text, every claim linked to what it is counted from."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from course import locations
from course.learner import report, report_files
from course.learner.exam import ExamResult
from course.learner.mixed_up import MixedUp
from course.learner.report_html import _bar, _code, _coloured, _weeks, page
from course.learner.report_markdown import document
from course.learner.session import Session
from course.text import clean
from tests.learner.conftest import NOW, attempt
from tests.learner.made_report import AREAS, CAPSTONE, FOUND, MORE, REPORT

HOSTILE = (
    '</pre></script><script>document.title = "stolen"</script>'
    "<img src=http://evil.example/x onerror=\"document.title='stolen'\">\n"
    "# ]]> --> &lt; ```` [link](javascript:alert(1)) | cell\n"
)


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


# ---------------------------------------------------------------- the report


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


def shown_of(made: report.Report) -> str:
    return re.sub(r"(?s)<style>.*</style>", "", page(made))


def test_one_of_everything(snapshot: SnapshotAssertion) -> None:
    assert shown_of(REPORT) == snapshot
    assert shown_of(MORE) == snapshot


def test_a_beginner_who_answered_and_passed_nothing_is_shown_what_there_is() -> None:
    found = replace(FOUND, modules=(), areas=(), reviews=0, questions=0)
    bare = replace(REPORT, first_day=None, work=(), notes=(), capstones=0, weeks=(), skills=found)
    assert between_heading_and_footer(bare) == (
        "</header>\n"
        '<ul class="figures"><li><b><a href="#evidence">0</a> of 10</b>'
        "<span>exercises passed</span>"
        "<small>0 at the first check, without a hint</small></li></ul>\n"
    )
    nothing = replace(bare, attempts=0)
    assert between_heading_and_footer(nothing) == (
        "</header>\n<p>Nothing has been done yet, so there is nothing to show.</p>\n"
    )


def between_heading_and_footer(made: report.Report) -> str:
    between = shown_of(made).partition("</h1>\n")[2].partition("<footer>")[0]
    return re.sub(r"\n+", "\n", between)


def test_areas_that_are_all_begun_leave_no_row_for_others() -> None:
    begun = replace(REPORT, skills=replace(FOUND, areas=(AREAS["begun"],)))
    assert "Not yet:" not in shown_of(begun)


def test_code_that_is_too_long_is_shown_without_colours() -> None:
    line = "x = 1  # <b>"
    most = line + "\n#" * ((100_000 - len(line)) // 2)
    assert _coloured(most).count("<span") > 40_000
    assert _coloured(f"\n{most}#\n") == f"{most}#".replace("<b>", "&lt;b&gt;")
    text = shown_of(replace(REPORT, work=(replace(CAPSTONE, source=f"{most}#"),)))
    assert "the code, 49,995 lines" in text


def test_code_of_nothing_but_spaces_is_not_offered() -> None:
    assert _code(" \n") == ""


def test_a_bar_is_never_longer_than_its_room() -> None:
    shares = (-1.0, 0.0, 0.254, 1.0, 3.0)
    widths = [re.findall(r"width:(\d+%)", _bar(share)) for share in shares]
    assert widths == [["0%"], ["0%"], ["25%"], ["100%"], ["100%"]]


@pytest.mark.parametrize(
    ("weeks", "width", "dates"),
    [
        (1, "33.1", [0.0]),
        (16, "33.1", [0.0, 92.0, 184.0, 276.0, 368.0, 460.0, 552.0, 644.0]),
        (40, "13.7", [0.0, 76.0, 152.0, 228.0, 304.0, 380.0, 456.0, 532.0, 608.0, 684.0]),
        (51, "10.7", [0.0, 74.5, 149.0, 223.5, 298.0, 372.5, 447.1, 521.6, 596.1, 670.6, 745.1]),
        (1_000, "1.0", [0.0, 69.9, 139.8, 209.8, 279.7, 349.6, 419.5, 489.4, 559.4, 629.3, 699.2]),
    ],
)
def test_many_weeks_have_room_and_not_all_of_them_a_date(
    weeks: int, width: str, dates: list[float]
) -> None:
    drawn = tuple((date(2006, 1, 2) + timedelta(weeks=it), 1, 0) for it in range(weeks))
    text = _weeks(replace(REPORT, weeks=drawn))
    assert [float(x) for x in re.findall(r'<text x="([\d.]+)"', text)] == dates
    assert re.findall(r'<rect x="[\d.]+" y="12.0" width="([\d.]+)"', text) == [width] * weeks
    places = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', text)]
    assert max(places) < 760


def test_exams_with_their_uncertainty_and_what_was_mixed_up_are_in_both_forms() -> None:
    mixed = MixedUp("m", "Printing <and> returning", "w", "a", 3, "2026-03-01T00", "l", 2)
    exam = ExamResult("r", 11, 15, 15, 2, 3, 45, "2026-03-02T10")
    shown = replace(REPORT, skills=replace(FOUND, mixed=(mixed,), exams=(exam,)))
    words = "11 of 15 tasks right, 2 of 3 exercises solved in code, in 45 minutes and without hints"
    for text in (page(shown), document(shown)):
        assert words in text
        assert "true share between 48 % and 89 %" in text
        assert "3 times, last on 2026-03-01" in text
    assert "Printing &lt;and&gt; returning" in page(shown)
    assert "Mixed up" not in page(REPORT)
