import pytest
from rename_photos import rename_photos


def fill(folder, *names):
    """Put files with these names into the folder; each holds its own first name."""
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")


def names(folder):
    """Return the names of all files in the folder, sorted."""
    return sorted([path.name for path in folder.iterdir()])


def test_numbers_the_photos_in_the_order_of_their_names(tmp_path):
    fill(tmp_path, "IMG_2.jpg", "IMG_1.jpg")
    rename_photos(tmp_path, "lisbon")
    assert names(tmp_path) == ["lisbon-001.jpg", "lisbon-002.jpg"]
    assert (tmp_path / "lisbon-001.jpg").read_text(encoding="utf-8") == "IMG_1.jpg"


def test_returns_old_and_new_names(tmp_path):
    fill(tmp_path, "DSC-7.jpeg", "IMG_0042.JPG")
    assert rename_photos(tmp_path, "lisbon") == {
        "DSC-7.jpeg": "lisbon-001.jpeg",
        "IMG_0042.JPG": "lisbon-002.jpg",
    }


def test_knows_three_endings(tmp_path):
    fill(tmp_path, "a.jpg", "b.jpeg", "c.png")
    assert rename_photos(tmp_path, "x") == {
        "a.jpg": "x-001.jpg",
        "b.jpeg": "x-002.jpeg",
        "c.png": "x-003.png",
    }


def test_writes_the_ending_in_lowercase(tmp_path):
    fill(tmp_path, "a.PNG", "b.Jpg")
    rename_photos(tmp_path, "x")
    assert names(tmp_path) == ["x-001.png", "x-002.jpg"]


def test_other_files_stay_and_are_not_counted(tmp_path):
    fill(tmp_path, "a-list.txt", "a.jpg.txt", "b.jpg", "jpg")
    assert rename_photos(tmp_path, "x") == {"b.jpg": "x-001.jpg"}
    assert names(tmp_path) == ["a-list.txt", "a.jpg.txt", "jpg", "x-001.jpg"]


def test_what_is_in_a_folder_inside_stays(tmp_path):
    fill(tmp_path, "b.jpg")
    (tmp_path / "old").mkdir()
    fill(tmp_path / "old", "a.jpg")
    assert rename_photos(tmp_path, "x") == {"b.jpg": "x-001.jpg"}
    assert names(tmp_path / "old") == ["a.jpg"]


def test_the_tenth_photo_has_three_digits(tmp_path):
    fill(tmp_path, *[f"p{number:02}.jpg" for number in range(10)])
    assert rename_photos(tmp_path, "x")["p09.jpg"] == "x-010.jpg"


def test_a_name_with_several_points_keeps_only_its_last_ending(tmp_path):
    fill(tmp_path, "beach.2026.jpg")
    assert rename_photos(tmp_path, "x") == {"beach.2026.jpg": "x-001.jpg"}


def test_says_which_name_is_taken(tmp_path):
    fill(tmp_path, "a.jpg", "x-001.jpg")
    with pytest.raises(FileExistsError, match="^x-001.jpg is already there$"):
        rename_photos(tmp_path, "x")


def test_renames_nothing_when_a_later_name_is_taken(tmp_path):
    fill(tmp_path, "a.jpg", "b.jpg", "x-002.jpg")
    with pytest.raises(FileExistsError):
        rename_photos(tmp_path, "x")
    assert names(tmp_path) == ["a.jpg", "b.jpg", "x-002.jpg"]


def test_an_empty_folder_gives_an_empty_dictionary(tmp_path):
    assert rename_photos(tmp_path, "x") == {}


def test_twenty_photos_are_all_in_the_result(tmp_path):
    fill(tmp_path, *[f"p{number:02}.jpg" for number in range(1, 21)])
    renamed = {f"p{number:02}.jpg": f"lisbon-{number:03}.jpg" for number in range(1, 21)}
    assert rename_photos(tmp_path, "lisbon") == renamed
