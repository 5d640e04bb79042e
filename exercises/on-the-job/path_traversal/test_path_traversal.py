from pathlib import Path

import pytest

from path_traversal import NotAllowed, label_path

LABELS = Path("/srv/labels").resolve()


def test_a_label_is_found_in_the_folder():
    assert label_path("/srv/labels", "881.txt") == LABELS / "881.txt"


def test_a_label_is_found_in_a_folder_below():
    assert label_path("/srv/labels", "2026/881.txt") == LABELS / "2026" / "881.txt"


def test_the_name_from_the_ticket_is_refused():
    with pytest.raises(NotAllowed):
        label_path("/srv/labels", "2026/../../customers.csv")


def test_a_name_that_begins_with_dots_is_refused():
    with pytest.raises(NotAllowed):
        label_path("/srv/labels", "../customers.csv")


def test_a_name_that_begins_at_the_top_is_refused():
    with pytest.raises(NotAllowed):
        label_path("/srv/labels", str(Path("/etc/hosts").resolve()))


def test_a_folder_that_only_begins_with_the_same_letters_is_refused():
    with pytest.raises(NotAllowed):
        label_path("/srv/labels", "../labels-old/881.txt")
    with pytest.raises(NotAllowed):
        label_path("/srv/labels", "x/../../labels-old/881.txt")


def test_a_strange_name_does_not_lead_out_of_the_folder():
    path = label_path("/srv/labels", "2026/....//....//customers.csv")
    assert LABELS in path.parents


def test_a_detour_that_stays_inside_is_allowed():
    assert label_path("/srv/labels", "2025/../881.txt") == LABELS / "881.txt"


def test_a_name_with_dots_in_it_is_allowed():
    assert label_path("/srv/labels", "..881.txt") == LABELS / "..881.txt"


@pytest.mark.parametrize("name", ["", ".", "2026/.."])
def test_the_folder_itself_is_no_label(name):
    with pytest.raises(NotAllowed):
        label_path("/srv/labels", name)


def test_the_folder_may_be_written_with_a_detour_too():
    assert label_path("/srv/old/../labels", "881.txt") == LABELS / "881.txt"


def test_the_path_is_a_path():
    assert isinstance(label_path(Path("/srv/labels"), "881.txt"), Path)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path):
    labels = tmp_path / "labels"
    labels.mkdir()
    (tmp_path / "customers.csv").write_text("Mei", encoding="utf-8")
    try:
        (labels / "881.txt").symlink_to(tmp_path / "customers.csv")
    except OSError:
        pytest.skip("this system makes no links")
    with pytest.raises(NotAllowed):
        label_path(labels, "881.txt")


def test_a_link_to_another_label_is_followed(tmp_path):
    (tmp_path / "882.txt").write_text("Mei", encoding="utf-8")
    try:
        (tmp_path / "881.txt").symlink_to(tmp_path / "882.txt")
    except OSError:
        pytest.skip("this system makes no links")
    assert label_path(tmp_path, "881.txt") == (tmp_path / "882.txt").resolve()
