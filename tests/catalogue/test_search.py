"""Search finds what was meant, and nothing for nothing."""

from __future__ import annotations

import pytest

from course.catalogue import Catalogue
from course.catalogue.search import SearchHit, search
from course.locations import Locations


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("texts values", ("lesson", "basics/texts")),
        ("van", ("exercise", "loops/total_weight")),
        ("RUNNING TOTAL", ("concept", "accumulate")),
        ("total_weight", ("exercise", "loops/total_weight")),
    ],
)
def test_search_finds_what_was_meant(
    small_course: Locations, words: str, first: tuple[str, str]
) -> None:
    hit = Catalogue.open(small_course).search(words)[0]

    assert (hit.kind, hit.id) == first


def test_search_for_nothing_finds_nothing(small_course: Locations) -> None:
    assert Catalogue.open(small_course).search("  ") == []
    assert Catalogue.open(small_course).search("qqqq") == []


HITS = [
    SearchHit("concept", "for_loop", "The for loop", "repeat"),
    SearchHit("lesson", "loops/for", "Loops over lists", "a for loop in depth"),
    SearchHit("exercise", "loops/total-weight", "Add it up", "adds weights"),
    SearchHit("note", "n", "Whatfor", "nothing"),
    SearchHit("lesson", "added", "Add it up, add it up again", "sums"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("loop", ["loops/for", "for_loop", "loops/total-weight"]),  # begins, has, is in the id
        ("FOR_loop", ["for_loop", "loops/for"]),  # every word, and underscores are spaces
        ("for", ["loops/for", "for_loop", "n"]),  # the id; a word of a title before a part of one
        ("total weight", ["loops/total-weight"]),
        ("adds", ["loops/total-weight"]),
        ("loop absent", []),
        ("loops/total-weight", ["loops/total-weight"]),
        ("LOOPS/total_weight", ["loops/total-weight"]),
        ("the for loop", ["for_loop"]),
        ("add it up", ["loops/total-weight", "added"]),  # the exact title before more words
    ],
)
def test_titles_weigh_more_than_ids_and_these_more_than_what_is_about_it(
    words: str, found: list[str]
) -> None:
    assert [hit.id for hit in search(HITS, words)] == found


def test_of_ids_that_differ_in_a_hyphen_the_one_that_is_written_comes_first() -> None:
    both = [
        SearchHit("lesson", "ends/parcel-tracker", "A parcel tracker", ""),
        SearchHit("exercise", "ends/parcel_tracker", "A parcel tracker", ""),
    ]
    for words in ("ends/parcel_tracker", "Parcel_Tracker"):
        assert [it.kind for it in search(both, words)] == ["exercise", "lesson"]
    for words in ("ends/parcel-tracker", "parcel tracker"):
        assert [it.kind for it in search(both, words)] == ["lesson", "exercise"]


def test_the_kind_decides_between_equals_and_only_so_many_come() -> None:
    kinds = ("note", "module", "concept", "lesson", "command")
    hits = [SearchHit(kind, kind, "Loops", "") for kind in kinds]
    best_first = ["command", "lesson", "concept", "module", "note"]
    assert [hit.id for hit in search(hits, "loops")] == best_first
    assert len(search(hits, "loops", 2)) == 2


def test_a_command_that_begins_so_comes_before_what_only_speaks_of_it_and_after_a_name() -> None:
    hits = [
        SearchHit("lesson", "modules/import", "Ports and imports", "what a port is"),
        SearchHit("concept", "support", "Supported", "to support"),
        SearchHit("command", "Portfolio", "Portfolio", "your projects"),
        SearchHit("exercise", "net/port", "Numbers of a host", ""),
    ]
    found = [hit.id for hit in search(hits, "port")]
    assert found == ["net/port", "Portfolio", "modules/import", "support"]
