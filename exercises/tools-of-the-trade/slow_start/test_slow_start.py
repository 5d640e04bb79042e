import importlib

import pytest

import slow_start
from data import archive


@pytest.fixture(autouse=True)
def started_anew():
    """The program as it is when it has just been started."""
    importlib.reload(slow_start)


def cost(work):
    """Return how often the list was read and gone through during some work."""
    reads, walks = archive.reads, archive.walks
    work()
    return archive.reads - reads, archive.walks - walks


def test_starting_it_reads_nothing():
    assert cost(lambda: importlib.reload(slow_start)) == (0, 0)


def test_its_version_is_known_without_the_list(capsys):
    assert cost(lambda: slow_start.main(["--version"])) == (0, 0)
    assert slow_start.main(["--version"]) == 0
    assert capsys.readouterr().out == "2.3\n2.3\n"


def test_without_a_label_nothing_is_read():
    assert cost(lambda: slow_start.main([])) == (0, 0)


def test_the_list_is_read_once_for_many_labels(capsys):
    arguments = [f"Amira={number}" for number in range(10_000, 10_040)]
    reads, _ = cost(lambda: slow_start.main(arguments))
    assert reads == 1


def test_nobody_goes_through_the_whole_list():
    slow_start.zone("10000")
    assert cost(lambda: [slow_start.zone(f"{number}") for number in range(12_000, 12_040)]) == (0, 0)


def test_a_zone_is_found():
    assert [slow_start.zone("10000"), slow_start.zone("12999")] == ["Z4", "Z0"]


def test_an_unknown_postcode_has_no_zone():
    assert slow_start.zone("99999") == "?"


def test_a_label_has_zone_name_and_postcode():
    assert slow_start.label("Erik", "10001") == "Z5 Erik, 10001"


def test_labels_come_zone_by_zone(capsys):
    assert slow_start.main(["Nuno=10001", "Erik=10000", "Mei=99999", "Ana=10008"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "? Mei, 99999",
        "Z4 Erik, 10000",
        "Z5 Nuno, 10001",
        "Z5 Ana, 10008",
    ]


def test_an_unknown_postcode_is_no_reason_to_read_again(capsys):
    reads, _ = cost(lambda: slow_start.main(["Mei=99999", "Ana=99998", "Erik=10000"]))
    assert reads == 1
