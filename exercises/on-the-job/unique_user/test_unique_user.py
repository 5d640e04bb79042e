from unique_user import find, register

ONE_CHARACTER = "Zo\u00eb Wei\u00df"
TWO_CHARACTERS = "Zoe\u0308 Wei\u00df"


def test_a_new_name_is_registered():
    users = {}
    assert register(users, "Mei") is True
    assert find(users, "Mei") == "Mei"


def test_a_name_can_be_taken_only_once():
    users = {}
    register(users, "Mei")
    assert register(users, "Mei") is False
    assert len(users) == 1


def test_names_that_look_the_same_are_the_same():
    users = {}
    register(users, ONE_CHARACTER)
    assert register(users, TWO_CHARACTERS) is False
    assert len(users) == 1
    assert find(users, TWO_CHARACTERS) == ONE_CHARACTER


def test_it_does_not_matter_which_of_the_two_came_first():
    users = {}
    register(users, TWO_CHARACTERS)
    assert find(users, ONE_CHARACTER) == TWO_CHARACTERS


def test_zoe_finds_herself_in_capitals():
    users = {}
    register(users, ONE_CHARACTER)
    assert find(users, "ZO\u00cb WEISS") == ONE_CHARACTER


def test_two_different_names_are_two_users():
    users = {}
    register(users, "Zo\u00eb")
    assert register(users, "Zoe") is True
    assert find(users, "Zoe") == "Zoe"


def test_other_alphabets_work_too():
    users = {}
    register(users, "Мария")
    assert find(users, "Дарья") is None
    assert find(users, "МАРИЯ") == "Мария"


def test_spaces_do_not_matter():
    users = {}
    register(users, "Mei  Tanaka ")
    assert find(users, " mei tanaka") == "Mei  Tanaka "


def test_a_space_between_two_words_stays_a_space():
    users = {}
    register(users, "Mei Tanaka")
    assert find(users, "MeiTanaka") is None


def test_an_unknown_name_is_not_found():
    assert find({}, "Mei") is None
