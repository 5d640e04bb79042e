"""What a learner has written, held against what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course import shapes
from course.plural import counted
from course.shift.history import QUIET, Happened, Incident, of_kind
from course.shift.repository import Version
from course.shift.scenario import Ask, Fact
from course.shift.scored_day import ScoredDay

_NEAR = 2  # minutes: people read a clock
_MOST_VALUES, _MOST_IN_ALL = 4, 8
"""How many different times or numbers a line, or a whole text, names and still says something."""
_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IN_WORDS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{
        f"{ten}{between}{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_SMALL[1:10], 1)
        for between in "- "
    },
    "none": 0, "nobody": 0,
}  # fmt: skip
_TIME = re.compile(
    r"(?<![\w:.])(?P<hour>\d{1,2})([:.h](?P<minutes>\d{2}))?(:\d{2})?\s?((?P<half>[ap])\.?m\b)?(?!\w)"
)
_WORD = re.compile(rf"\b({'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})\b")


def said(one: Ask, evidence: ScoredDay) -> tuple[bool, str]:
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
    facts = ", ".join(fact.what for fact in one.facts)
    return True, f"Held against what happened, this is right: {facts}."


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


def _differs(fact: Fact, said: str, evidence: ScoredDay) -> str:
    """Why a text is not right about a fact; nothing where it is."""
    incidents = evidence.world.incidents()
    if fact.value == "words":
        return _lacks_words(fact, said)
    if fact.value == "commit":
        return _lacks_commit(fact, said, evidence)
    if not incidents:
        return "" if re.search(r"\b(no|none|nothing|0)\b", said.casefold()) else "nothing failed"
    most = _MOST_VALUES if fact.label else _MOST_IN_ALL
    if fact.value in ("began", "over"):
        return _lacks_time(fact, _times(said), most, evidence)
    return _lacks_count(fact, _numbers(said), most, evidence)


def _around(one: Incident, fact: Fact, events: Sequence[Happened]) -> int:
    """How many failed in an incident and in the minutes without trouble that begin and end it."""
    names = [
        name
        for it in of_kind(events, "minute")
        if one.began - QUIET <= it.at < one.ends + QUIET
        for name in it.data["failed"]
    ]
    return len(names if fact.value == "failed" else set(names))


def _lacks_count(fact: Fact, numbers: set[int], most: int, evidence: ScoredDay) -> str:
    """Why none of these numbers is how many failed, in one trouble or in all of the day's."""
    found, events = evidence.world.incidents(), evidence.events
    if fact.value == "failed":
        noun, wanted = "failed request", [*(it.failed for it in found)]
        wanted.append(sum(wanted))
    else:
        noun, wanted = "customer", [len(it.customers) for it in found]
        wanted.append(len({name for it in found for name in it.customers}))
    if len(numbers) > most:
        return f"it names {len(numbers)} numbers; one is asked for"
    if any(abs(number - it) <= max(1, it // 10) for number in numbers for it in wanted):
        return ""
    # Who counts in the log sees those of the quieter minutes around as well.
    around = [_around(it, fact, events) for it in found]
    spans = list(zip(wanted, around, strict=False))
    if any(low <= number <= high for number in numbers for low, high in spans):
        return ""
    return f"the log has {' or '.join(counted(it, noun) for it in dict.fromkeys(wanted))}"


def _lacks_time(fact: Fact, times: set[str], most: int, evidence: ScoredDay) -> str:
    """Why these are not when customers began to fail, or were served again, in some trouble."""
    clock = evidence.scenario.clock
    incidents = evidence.world.incidents()
    wanted = [it.began if fact.value == "began" else it.over for it in incidents]
    known = [it for it in wanted if it is not None]
    if not known:
        return "customers were still failing at the end"
    if len(times) > most:
        return f"it names {len(times)} times; one is asked for"
    near = {clock(minute + by) for minute in known for by in range(-_NEAR, _NEAR + 1)}
    return "" if times & near else f"it was {' or '.join(map(clock, known))}"


def _times(said: str) -> set[str]:
    """The times of a text, as `13:45`: from `13.45`, `1:45 pm` or `1 pm` as well."""
    times = set()
    for match in _TIME.finditer(said.casefold()):
        hour, minutes = int(match["hour"]), match["minutes"] or "00"
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] == "p" else 0)
        elif not match["minutes"]:
            continue
        times.add(f"{hour:02}:{minutes}")
    return times


def _numbers(said: str) -> set[int]:
    """The numbers of a text, in digits or in words, without those of times and of versions."""
    low = said.casefold()
    plain = re.sub(r"\bv\d[\d.]*|\d+[:.]\d[\d:.]*", " ", re.sub(r"(?<=\d),(?=\d{3})", "", low))
    digits = {int(it) for it in re.findall(r"(?<!\w)\d{1,6}(?!\w)", plain)}
    return digits | {_IN_WORDS[it] for it in _WORD.findall(plain)}


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


def _lacks_commit(fact: Fact, said: str, evidence: ScoredDay) -> str:
    refs = of_kind(evidence.events, "start")[0].data["refs"]
    wanted = shapes.convert(refs[fact.ref], Version)
    low = said.casefold()
    hashes = re.findall(r"\b[0-9a-f]{6,40}\b", low)
    name = fact.ref.casefold().removeprefix("v")
    is_named = re.search(rf"(?<![\w.])v?{re.escape(name)}(?![\w.]*\w)", low)
    if is_named or any(wanted.commit.startswith(it) for it in hashes):
        return ""
    return "" if wanted.subject.casefold() in low else f"it was {fact.ref}, {wanted.name}"
