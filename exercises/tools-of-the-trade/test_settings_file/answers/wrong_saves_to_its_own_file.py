import json

import pytest
from settings_file import load, save


def test_defaults(tmp_path):
    assert load(tmp_path) == {"currency": "EUR", "page_size": 20}


def test_file(tmp_path):
    (tmp_path / "settings.json").write_text(json.dumps({"currency": "NOK"}))
    assert load(tmp_path) == {"currency": "NOK", "page_size": 20}


def test_save(tmp_path):
    save(tmp_path / "a" / "b", {"page_size": 5})
    assert load(tmp_path / "a" / "b")["page_size"] == 5


def test_unknown(tmp_path):
    (tmp_path / "settings.json").write_text(json.dumps({"curency": "NOK"}))
    with pytest.raises(ValueError):
        load(tmp_path)
