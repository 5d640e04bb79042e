import pytest
from settings_file import load, save


def test_defaults(tmp_path):
    settings = load(tmp_path)
    assert settings == {"currency": "EUR", "page_size": 20}
    settings["currency"] = "NOK"
    assert load(tmp_path)["currency"] == "EUR"


def test_saved(tmp_path):
    save(tmp_path / "oslo", {"currency": "SEK"})
    save(tmp_path / "oslo", {"currency": "NOK"})
    assert load(tmp_path / "oslo") == {"currency": "NOK", "page_size": 20}


def test_unknown(tmp_path):
    save(tmp_path, {"curency": "NOK"})
    with pytest.raises(ValueError):
        load(tmp_path)
