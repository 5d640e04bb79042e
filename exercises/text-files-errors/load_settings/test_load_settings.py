import re

import pytest
from load_settings import load_settings


def settings_file(folder, text):
    """Write a file `labels.json` with that text and return its path."""
    path = folder / "labels.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_changes_a_setting(tmp_path):
    path = settings_file(tmp_path, '{"rows": 8}')
    assert load_settings(path, {"rows": 4}) == {"rows": 8}


def test_a_setting_that_the_file_does_not_name_has_its_default(tmp_path):
    path = settings_file(tmp_path, '{"rows": 8}')
    assert load_settings(path, {"rows": 4, "font": "mono"}) == {"rows": 8, "font": "mono"}


def test_values_may_be_false_or_null(tmp_path):
    path = settings_file(tmp_path, '{"border": false, "logo": null}')
    settings = load_settings(path, {"border": True, "logo": "ship"})
    assert settings == {"border": False, "logo": None}


def test_letters_with_accents_come_through(tmp_path):
    path = settings_file(tmp_path, '{"sender": "Tomás"}')
    assert load_settings(path, {"sender": "Harbour"}) == {"sender": "Tomás"}


def test_an_empty_object_changes_nothing(tmp_path):
    path, defaults = settings_file(tmp_path, "{}"), {"rows": 4}
    settings = load_settings(path, defaults)
    assert settings == {"rows": 4}
    assert settings is not defaults


def test_without_a_file_all_settings_have_their_defaults(tmp_path):
    assert load_settings(tmp_path / "none.json", {"rows": 4}) == {"rows": 4}


def test_a_setting_that_nobody_knows_is_left_out(tmp_path):
    path = settings_file(tmp_path, '{"colour": "red", "rows": 8}')
    assert load_settings(path, {"rows": 4}) == {"rows": 8}


def test_the_defaults_stay_as_they_are(tmp_path):
    defaults = {"rows": 4}
    load_settings(settings_file(tmp_path, '{"rows": 8}'), defaults)
    assert defaults == {"rows": 4}


def test_without_a_file_the_result_is_a_copy(tmp_path):
    defaults = {"rows": 4}
    assert load_settings(tmp_path / "none.json", defaults) is not defaults


def test_a_broken_file_is_named_with_its_line(tmp_path):
    path = settings_file(tmp_path, '{\n  "font": "mono",\n  "rows": ?\n}')
    with pytest.raises(ValueError) as caught:
        load_settings(path, {"rows": 4})
    message = str(caught.value)
    numbers_in_the_message = re.findall(r"\d+", message.replace(str(tmp_path), ""))
    assert "labels.json" in message
    assert "3" in numbers_in_the_message


def test_an_empty_file_is_not_json(tmp_path):
    path = settings_file(tmp_path, "")
    with pytest.raises(ValueError, match="labels.json"):
        load_settings(path, {"rows": 4})


@pytest.mark.parametrize("text", ['["rows"]', "[]", "5", "null", '"rows"'])
def test_other_json_is_not_settings(tmp_path, text):
    path = settings_file(tmp_path, text)
    with pytest.raises(ValueError, match="labels.json"):
        load_settings(path, {"rows": 4})


def test_settings_with_the_same_value_all_stay(tmp_path):
    path = settings_file(tmp_path, '{"rows": 4}')
    settings = load_settings(path, {"rows": 1, "columns": 4, "copies": 4})
    assert settings == {"rows": 4, "columns": 4, "copies": 4}


def test_twenty_settings_are_all_there(tmp_path):
    path = settings_file(tmp_path, '{"row 19": 100}')
    defaults = {f"row {number}": number for number in range(20)}
    assert load_settings(path, defaults) == {**defaults, "row 19": 100}


def test_a_file_that_has_changed_is_read_again(tmp_path):
    defaults = {"rows": 4}
    path = settings_file(tmp_path, '{"rows": 8}')
    assert load_settings(path, defaults) == {"rows": 8}
    settings_file(tmp_path, '{"rows": 2}')
    assert load_settings(path, defaults) == {"rows": 2}
