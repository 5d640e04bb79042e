import pytest
from temporary_settings import temporary_settings


def test_has_the_changes_inside_the_block():
    settings = {"language": "en", "city": "Dublin"}
    with temporary_settings(settings, language="pt", draft=True):
        assert settings == {"language": "pt", "city": "Dublin", "draft": True}


def test_has_the_old_values_after_the_block():
    settings = {"language": "en", "city": "Dublin"}
    with temporary_settings(settings, language="pt"):
        pass
    assert settings == {"language": "en", "city": "Dublin"}


def test_new_settings_are_gone_after_the_block():
    settings = {"language": "en"}
    with temporary_settings(settings, draft=True):
        pass
    assert settings == {"language": "en"}


def test_gives_the_same_dictionary_to_as():
    settings = {"language": "en"}
    with temporary_settings(settings, language="pt") as current:
        assert current is settings


def test_undoes_what_the_block_changed():
    settings = {"language": "en", "city": "Dublin"}
    with temporary_settings(settings, language="pt"):
        settings["city"] = "Porto"
    assert settings == {"language": "en", "city": "Dublin"}


def test_puts_everything_back_after_an_exception():
    settings = {"language": "en"}
    with pytest.raises(ValueError, match="no paper"):
        with temporary_settings(settings, language="pt"):
            settings["paper"] = "A5"
            raise ValueError("no paper")
    assert settings == {"language": "en"}


def test_one_block_inside_another_puts_back_its_own_changes():
    settings = {"language": "en"}
    with temporary_settings(settings, language="pt"):
        with temporary_settings(settings, language="fi"):
            assert settings == {"language": "fi"}
        assert settings == {"language": "pt"}
    assert settings == {"language": "en"}


def test_what_the_block_itself_adds_or_takes_away_is_undone():
    settings = {"language": "en", "city": "Dublin"}
    with temporary_settings(settings, language="pt"):
        settings["paper"] = "A5"
        del settings["city"]
    assert settings == {"language": "en", "city": "Dublin"}


def test_a_change_that_the_block_takes_away_is_undone():
    settings = {"language": "en"}
    with temporary_settings(settings, language="pt", draft=True):
        del settings["draft"]
    assert settings == {"language": "en"}


@pytest.mark.parametrize("error", [KeyError, RuntimeError, KeyboardInterrupt])
def test_puts_everything_back_whatever_exception_ends_the_block(error):
    settings = {"language": "en"}
    with pytest.raises(error):
        with temporary_settings(settings, language="pt", draft=True):
            raise error("stopped")
    assert settings == {"language": "en"}


def test_settings_that_count_as_false_come_back():
    settings = {"city": None, "draft": False, "copies": 0, "note": ""}
    with temporary_settings(settings, city="Porto", draft=True, copies=2, note="new"):
        pass
    assert settings == {"city": None, "draft": False, "copies": 0, "note": ""}
