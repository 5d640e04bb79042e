"""The report as one page of HTML: nothing from the network, no script, good on paper.

Every text goes through `escape`; code through Pygments, which escapes as well. A policy in the
page forbids scripts and requests even so. What a browser obeys without showing it is written out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from course.learner.readiness import STATES, Area, ModuleSkill
from course.learner.report import ConceptLine, Report, Work
from course.learner.report_words import (
    EXAMS,
    LEFT_OUT,
    MIXED,
    PORTFOLIO,
    SHIFTS,
    counted_from,
    exam_told,
    heading,
    how,
    mixed_times,
    origin,
    shift_words,
    with_help,
)
from course.learner.shift_outcomes import Outcome
from course.plural import counted
from course.signs import AREAS, RIGHT, WRONG
from course.text import clean

_MOST_COLOURED = 100_000  # characters; colouring takes a second for as many

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = Path(__file__).with_name("report.css")


def page(report: Report) -> str:
    """The whole page."""
    title = escape(heading(report))
    parts = [_EMPTY] if report.is_empty else _content(report)
    whole = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}</title>\n<style>{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n"
        f"<header>\n<h1>{title}</h1>\n{_dates(report)}</header>\n"
        + "\n".join(parts)
        + f"\n<footer>{escape(origin(report))}</footer>\n</main>\n</body>\n</html>\n"
    )
    return clean(whole, sys.maxsize)


_EMPTY = "<p>Nothing has been done yet, so there is nothing to show.</p>"


def _content(report: Report) -> list[str]:
    return [
        _figures(report),
        _projects(report),
        _shifts(report),
        _job(report),
        _skills(report),
        _weeks(report),
        _evidence(report),
        _exams(report),
        _mixed(report),
        _notes(report),
    ]


def _dates(report: Report) -> str:
    if not report.first_day:
        return ""
    days = counted(report.days, "day")
    return f'<p class="soft">{days} of practice, {report.first_day} to {report.last_day}</p>\n'


def _figures(report: Report) -> str:
    counts = report.skills
    figures = [
        (
            f'<a href="#evidence">{len(report.work)}</a> of {report.exercises}',
            "exercises passed",
            f"{report.first_tries} at the first check, without a hint{with_help(report)}",
        )
    ]
    if report.capstones:
        figures.append(
            (f"{report.capstones_passed} of {report.capstones}", "capstones", "finished")
        )
    shown = sum(area.state == "shown" for area in counts.areas)
    if counts.areas:
        figures.append(
            (f'<a href="#job">{shown}</a> of {len(counts.areas)}', "areas of a job", "shown")
        )
    if counts.questions:
        at_once = f"{counts.questions_at_once} rightly at once"
        figures.append((f"{counts.questions:,}", "questions answered", at_once))
    if counts.reviews:
        figures.append((f"{counts.reviews:,}", "reviews", f"{counts.reviews_known} known"))
    items = "".join(
        f"<li><b>{number}</b><span>{words}</span><small>{more}</small></li>"
        for number, words, more in figures
    )
    return f'<ul class="figures">{items}</ul>'


def _job(report: Report) -> str:
    if not report.areas:
        return ""
    titles = {work.id: work.title for work in report.work}
    rows = "\n".join(_area(area, titles) for area in report.areas if area.state != "open")
    still = ", ".join(escape(area.title) for area in report.areas if area.state == "open")
    if still:
        rows += f'\n<tr><td colspan="3" class="open">{AREAS["open"]} Not yet: {still}</td></tr>'
    return (
        '<section id="job"><h2>What a junior job asks for</h2>\n<table><thead><tr><th>Area</th>'
        f"<th>So far</th><th>Counted from</th></tr></thead><tbody>\n{rows}\n</tbody></table>"
        "</section>"
    )


def _area(area: Area, titles: dict[str, str]) -> str:
    words = escape(counted_from(area))
    passes = [it for it in area.passes if it in titles]
    if passes:
        links = ", ".join(f'<a href="#{_anchor(it)}">{escape(titles[it])}</a>' for it in passes)
        words += f"<details><summary>which</summary><small>{links}</small></details>"
    return (
        f"<tr><td><b>{escape(area.title)}</b><br><small>{escape(area.asks)}</small></td>"
        f'<td class="state {area.state}">{AREAS[area.state]} {STATES[area.state]}</td>'
        f"<td>{words}</td></tr>"
    )


def _projects(report: Report) -> str:
    if not report.projects:
        return ""
    where = escape(report.portfolio)
    if where.startswith("http"):
        where = f'<a href="{where}" rel="noopener">{where}</a>'
    link = f"<p>{PORTFOLIO} {where}</p>\n" if where else ""
    return f"<section><h2>Built</h2>\n{link}{''.join(map(_card, report.projects))}</section>"


def _card(work: Work) -> str:
    stages = f", {counted(work.milestones, 'stage')}" if work.milestones else ""
    return (
        f'<article class="card"><h3>{escape(work.title)}</h3><p class="soft">'
        f"{escape(work.module_title)} · passed on {work.passed_on}{stages}, "
        f'<a href="#{_anchor(work.id)}">{counted(work.tests, "test")}</a> · {escape(how(work))}</p>'
        f"{_code(work.source)}</article>\n"
    )


def _shifts(report: Report) -> str:
    if not report.skills.shifts:
        return ""
    cards = "".join(map(_shift, report.skills.shifts))
    return f"<section><h2>Working days</h2>\n<p>{escape(SHIFTS)}</p>\n{cards}</section>"


def _shift(one: Outcome) -> str:
    items = "".join(
        f"<li>{RIGHT if mark.holds else WRONG} <b>{escape(mark.title)}</b><br>"
        f"<small>{'Shown' if mark.holds else 'Not shown'}. {escape(mark.words)}</small></li>"
        for mark in one.marks
    )
    return (
        f'<article class="card"><h3>{escape(one.run.title)}</h3>'
        f'<p class="soft">{escape(shift_words(one))}</p><ul>{items}</ul></article>\n'
    )


def _skills(report: Report) -> str:
    begun = [it for it in report.skills.modules if it.seen or it.passed or it.skipped]
    if not begun:
        return ""
    by_module: dict[str, list[ConceptLine]] = {}
    for line in report.concepts:
        by_module.setdefault(line.module, []).append(line)
    rows = "\n".join(_module(skill, by_module.get(skill.id, [])) for skill in begun)
    return (
        "<section><h2>Skills, with what shows them</h2>\n"
        '<p class="soft">Mastery is worked out from first tries, hints and reviews, newer ones '
        "weighing more; a concept nobody saw used counts as nothing.</p>\n<table><thead><tr>"
        '<th>Module</th><th>Mastery</th><th class="n">Exercises passed</th><th class="n">At the '
        f'first check</th><th class="n">Hints</th></tr></thead><tbody>\n{rows}\n</tbody></table>'
        "</section>"
    )


def _module(skill: ModuleSkill, concepts: Iterable[ConceptLine]) -> str:
    items = "".join(
        f"<li>{escape(it.name)}<b>{it.mastery:.0%}, {counted(it.evidence, 'time')}</b></li>"
        for it in sorted(concepts, key=lambda it: (-it.mastery, it.name))
    )
    more = ""
    if items:
        words = f"{skill.seen} of {skill.concepts} concepts seen used"
        more = (
            f'<tr class="more"><td colspan="5"><details><summary>{words}</summary>'
            f'<ul class="concepts">{items}</ul></details></td></tr>'
        )
    has_more = ' class="has-more"' if more else ""
    placed = f"<br><small>{escape(LEFT_OUT[skill.skipped])}</small>" if skill.skipped else ""
    return (
        f"<tr{has_more}><td><b>{escape(skill.title)}</b>{placed}</td>"
        f'<td class="mastery">{_bar(skill.mastery)} {skill.mastery:.0%}</td>'
        f'<td class="n"><a href="#module-{_plain(skill.id)}">{skill.passed}</a> of '
        f'{skill.exercises}</td><td class="n">{skill.first_try}</td>'
        f'<td class="n">{skill.hints}</td></tr>{more}'
    )


def _bar(share: float) -> str:
    return f'<span class="bar"><i style="width:{max(0.0, min(1.0, share)):.0%}"></i></span>'


def _weeks(report: Report) -> str:
    if not report.weeks:
        return ""
    most = max(checks for _, checks, _ in report.weeks)
    width, high = 760, 110
    step = min(46.0, width / len(report.weeks))
    every = max(1, round(70 / step))
    bars = []
    for place, (monday, checks, passes) in enumerate(report.weeks):
        x, room = place * step, max(1.0, step * 0.72)
        for count, look in (
            (checks, 'fill="#e5d8bf" stroke="#6b645a"'),
            (passes, 'fill="#8a4b08"'),
        ):
            height = high * count / most
            if height:
                bars.append(
                    f'<rect x="{x:.1f}" y="{high + 12 - height:.1f}" width="{room:.1f}" '
                    f'height="{height:.1f}" {look}/>'
                )
        if place % every == 0:
            bars.append(f'<text x="{x:.1f}" y="{high + 26}">{monday:%d %b %Y}</text>')
    passed = sum(passes for _, _, passes in report.weeks)
    words = (
        f"{counted(report.attempts, 'check')}, {passed:,} of them passed; at most {most} in a week"
    )
    return (
        f'<section class="whole"><h2>Practice, week by week</h2>\n<p>{words}. Each column is the '
        "checks of a week; its dark part the passed ones.</p>\n"
        f'<svg viewBox="0 0 {width} {high + 32}" role="img" aria-label="{words}">'
        f"{''.join(bars)}</svg></section>"
    )


def _evidence(report: Report) -> str:
    if not report.work:
        return ""
    rows, module = [], ""
    for work in report.work:
        if work.module != module:
            module = work.module
            rows.append(
                f'<tr id="module-{_plain(module)}"><th colspan="5">{escape(work.module_title)}'
                "</th></tr>"
            )
        code = _code(work.source) if work.kind != "project" else ""
        rows.append(
            f'<tr id="{_anchor(work.id)}"><td>{escape(work.title)}{code}</td>'
            f'<td class="wide">{escape(work.kind)}</td><td class="date">{work.passed_on}</td>'
            f'<td>{escape(how(work))}</td><td class="n">{work.tests}</td></tr>'
        )
    body = "\n".join(rows)
    return (
        '<section id="evidence"><h2>Every exercise passed</h2>\n<table><thead><tr><th>Exercise</th>'
        '<th class="wide">Kind</th><th>Passed on</th><th>How</th><th class="n">Tests</th></tr>'
        f"</thead><tbody>\n{body}\n</tbody></table></section>"
    )


def _exams(report: Report) -> str:
    if not report.skills.exams:
        return ""
    lines = "\n".join(
        f'<li><span class="date">{one.at[:10]}</span> {escape(exam_told(one))}</li>'
        for one in report.skills.exams
    )
    return f'<section id="exams"><h2>{EXAMS}</h2>\n<ul>\n{lines}\n</ul></section>'


def _mixed(report: Report) -> str:
    if not report.skills.mixed:
        return ""
    lines = "\n".join(
        f"<li>{escape(one.name)}: {escape(mixed_times(one))}</li>" for one in report.skills.mixed
    )
    return f'<section id="mixed"><h2>{MIXED}</h2>\n<ul>\n{lines}\n</ul></section>'


def _notes(report: Report) -> str:
    if not report.notes:
        return ""
    notes = "\n".join(
        f"<h3>{escape(title)}</h3><blockquote>{escape(text)}</blockquote>"
        for title, text in report.notes
    )
    return f"<section><h2>Notes</h2>\n{notes}</section>"


def _code(source: str) -> str:
    if not source.strip():
        return ""
    lines = counted(len(source.strip().splitlines()), "line")
    return f"<details><summary>the code, {lines}</summary><pre>{_coloured(source)}</pre></details>"


def _coloured(source: str) -> str:
    if len(source) > _MOST_COLOURED:
        return escape(source.strip("\n"))
    from pygments import highlight  # type: ignore[import-untyped]
    from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
    from pygments.lexers import PythonLexer  # type: ignore[import-untyped]

    return str(highlight(source.strip("\n"), PythonLexer(), HtmlFormatter(nowrap=True)))


def _anchor(ident: str) -> str:
    return f"exercise-{_plain(ident)}"


def _plain(ident: str) -> str:
    return re.sub(r"[^a-z0-9_-]", "-", ident.lower())
