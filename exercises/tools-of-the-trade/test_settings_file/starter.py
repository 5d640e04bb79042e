from settings_file import load, save


def test_what_was_saved_can_be_loaded(tmp_path):
    save(tmp_path, {"currency": "NOK", "page_size": 50})
    assert load(tmp_path) == {"currency": "NOK", "page_size": 50}
