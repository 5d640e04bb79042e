import pytest
from settings_file import load, save

DEFAULTS = {"currency": "EUR", "page_size": 20}


@pytest.mark.parametrize(
    "saved", [{}, {"currency": "NOK"}, {"page_size": 1}, {"currency": "SEK", "page_size": 3}]
)
def test_the_file_wins_and_defaults_fill_up(tmp_path, saved):
    save(tmp_path / "a" / "b", {"currency": "XXX"})
    save(tmp_path / "a" / "b", saved)
    assert load(tmp_path / "a" / "b") == DEFAULTS | saved


def test_no_file(tmp_path):
    first = load(tmp_path)
    assert first == DEFAULTS
    first["page_size"] = 99
    assert load(tmp_path) == DEFAULTS


def test_unknown(tmp_path):
    save(tmp_path, {"page_sise": 5})
    with pytest.raises(ValueError, match="page_sise"):
        load(tmp_path)
