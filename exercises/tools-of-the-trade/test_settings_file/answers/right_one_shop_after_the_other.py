import json

import pytest
from settings_file import load, save


def test_a_new_shop(tmp_path):
    shop = tmp_path / "shops" / "faro"
    assert load(shop) == {"currency": "EUR", "page_size": 20}
    save(shop, {"page_size": 7})
    assert load(shop) == {"currency": "EUR", "page_size": 7}
    save(shop, {"currency": "NOK"})
    assert load(shop) == {"currency": "NOK", "page_size": 20}
    assert (shop / "settings.json").exists()


def test_nobody_changes_the_defaults(tmp_path):
    settings = load(tmp_path)
    settings.clear()
    assert load(tmp_path)["page_size"] == 20


def test_a_misspelt_setting_in_the_file(tmp_path):
    (tmp_path / "settings.json").write_text(json.dumps({"colour": "red"}))
    with pytest.raises(ValueError) as caught:
        load(tmp_path)
    assert "colour" in str(caught.value)
