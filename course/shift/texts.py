"""What a learner has written, held against what happened."""

from __future__ import annotations

import re

import msgspec

from course.plural import counted
from course.shift.events import of_kind
from course.shift.evidence import Evidence
from course.shift.repository import Version
from course.shift.scenario import Ask, Fact

_NEAR = 2  # minutes: people read a clock


def said(one: Ask, evidence: Evidence) -> tuple[bool, str]:
    """Whether a text says what it has to, and what of it does not agree."""
    text = evidence.sent(one.file.partition(".")[0])
    if text is None:
        return False, "Nothing was sent."
    wrong = [
        f"{fact.what}: {trouble}"
        for fact in one.facts
        if (trouble := _differs(fact, _line(text, fact, one), evidence))
    ]
    if wrong:
        return False, f"Held against what happened: {'; '.join(wrong)}."
    told = ", ".join(fact.what for fact in one.facts)
    return True, f"Held against what happened, this is right: {told}."


def _line(text: str, fact: Fact, ask: Ask) -> str:
    """What the text says after a label, or all of it, without the words of its template."""
    lines = text.splitlines()
    if not fact.label:
        given = {line.strip() for line in ask.template.splitlines()}
        return "\n".join(line for line in lines if line.strip() not in given)
    found, inside = [], False
    labels = [it.label.casefold() for it in ask.facts if it.label]
    for line in lines:
        low = line.strip().lstrip("-*# ").casefold()
        if low.startswith(fact.label.casefold()):
            inside = True
            found.append(low.removeprefix(fact.label.casefold()).lstrip(":* "))
        elif any(low.startswith(it) for it in labels):
            inside = False
        elif inside:
            found.append(line)
    return "\n".join(found)


def _differs(fact: Fact, said: str, evidence: Evidence) -> str:
    """Why a text is not right about a fact; nothing where it is."""
    found = evidence.world.incidents()
    clock = evidence.scenario.clock
    if fact.value == "words":
        return _lacks_words(fact, said)
    if fact.value == "commit":
        return _lacks_commit(fact, said, evidence)
    if not found:
        return "" if re.search(r"\b(no|none|nothing|0)\b", said.casefold()) else "nothing failed"
    if fact.value in ("began", "over"):
        minute = found[0].began if fact.value == "began" else found[-1].over
        if minute is None:
            return "customers were still failing at the end"
        near = {clock(minute + by) for by in range(-_NEAR, _NEAR + 1)}
        times = {f"{int(h):02}:{m}" for h, m in re.findall(r"\b(\d{1,2})[:.](\d{2})\b", said)}
        return "" if times & near else f"it was {clock(minute)}"
    failed = sum(it.failed for it in found)
    customers = len({name for it in found for name in it.customers})
    wanted = failed if fact.value == "failed" else customers
    numbers = {int(it) for it in re.findall(r"(?<![\d:.])\d{1,5}(?![\d:])", said)}
    slack = max(1, wanted // 10)
    if any(abs(number - wanted) <= slack for number in numbers):
        return ""
    what = "failed request" if fact.value == "failed" else "customer"
    return f"the log has {counted(wanted, what)}"


def _lacks_words(fact: Fact, said: str) -> str:
    low = said.casefold()
    if fact.any_of:
        if any(_has(low, it.casefold()) for it in fact.any_of):
            return ""
        return "it does not say" if low.strip() else "nothing is said"
    return "" if len(re.findall(r"\w+", low)) >= 4 else "it says too little"


def _has(text: str, word: str) -> bool:
    """Whether a word is there, or, but for the shortest, one that begins with it, as `cards`."""
    end = r"\b" if len(word) <= 3 else ""
    return re.search(rf"\b{re.escape(word)}{end}", text) is not None


def _lacks_commit(fact: Fact, said: str, evidence: Evidence) -> str:
    refs = of_kind(evidence.events, "start")[0].data["refs"]
    wanted = msgspec.convert(refs[fact.ref], Version)
    low = said.casefold()
    hashes = re.findall(r"\b[0-9a-f]{6,40}\b", low)
    if fact.ref.casefold() in low or any(wanted.commit.startswith(it) for it in hashes):
        return ""
    return "" if wanted.subject.casefold() in low else f"it was {fact.ref}, {wanted.name}"
