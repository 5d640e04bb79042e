import json

import pytest

from settings_file import load, save


@pytest.fixture
def in_norway(tmp_path):
    text = '{"currency": "NOK"}'
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_was_saved_can_be_loaded(tmp_path):
    save(tmp_path, {"currency": "NOK", "page_size": 50})
    assert load(tmp_path) == {"currency": "NOK", "page_size": 50}


def test_without_a_file_there_are_the_defaults(tmp_path):
    assert load(tmp_path) == {"currency": "EUR", "page_size": 20}


def test_changing_what_was_loaded_leaves_the_defaults(tmp_path):
    load(tmp_path)["currency"] = "NOK"
    assert load(tmp_path)["currency"] == "EUR"


def test_the_file_wins_over_the_default(in_norway):
    assert load(in_norway)["currency"] == "NOK"


def test_what_the_file_leaves_out_has_its_default(in_norway):
    assert load(in_norway)["page_size"] == 20


def test_loading_leaves_the_file_alone(in_norway):
    load(in_norway)
    text = (in_norway / "settings.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"currency": "NOK"}


def test_a_setting_that_does_not_exist_is_an_error(tmp_path):
    save(tmp_path, {"curency": "NOK"})
    with pytest.raises(ValueError, match="no setting curency"):
        load(tmp_path)


def test_saving_makes_the_folders_it_needs(tmp_path):
    folder = tmp_path / "shops" / "oslo"
    save(folder, {"page_size": 5})
    assert load(folder)["page_size"] == 5


def test_saving_twice_keeps_the_second(tmp_path):
    save(tmp_path, {"page_size": 5})
    save(tmp_path, {"currency": "NOK"})
    assert load(tmp_path) == {"currency": "NOK", "page_size": 20}


def test_the_file_of_one_shop_is_not_the_default_of_another(in_norway):
    load(in_norway)
    assert load(in_norway / "faro")["currency"] == "EUR"


def test_saving_writes_json_into_settings_json(tmp_path):
    save(tmp_path, {"page_size": 5})
    text = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"page_size": 5}
