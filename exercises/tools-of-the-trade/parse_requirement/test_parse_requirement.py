import pytest

from parse_requirement import parse_requirement


def test_takes_name_operator_and_version_apart():
    assert parse_requirement("flask>=3.0") == ("flask", ">=", (3, 0))


def test_a_version_may_have_three_numbers():
    assert parse_requirement("httpx==0.27.10") == ("httpx", "==", (0, 27, 10))


def test_a_version_may_have_one_number():
    assert parse_requirement("django<6") == ("django", "<", (6,))


@pytest.mark.parametrize("operator", [">=", "<=", "==", "!=", "~=", ">", "<"])
def test_knows_every_operator(operator):
    assert parse_requirement(f"flask{operator}3") == ("flask", operator, (3,))


def test_a_name_alone_has_no_operator_and_no_version():
    assert parse_requirement("flask") == ("flask", None, None)


def test_spaces_do_not_matter():
    assert parse_requirement("  flask >= 3.0  ") == ("flask", ">=", (3, 0))


def test_the_name_is_in_lowercase_with_hyphens():
    assert parse_requirement("Flask_SQLAlchemy>=3")[0] == "flask-sqlalchemy"


def test_every_underscore_becomes_a_hyphen():
    assert parse_requirement("shop_print_labels")[0] == "shop-print-labels"


def test_a_name_alone_is_tidied_as_well():
    assert parse_requirement("My_Shop ")[0] == "my-shop"


def test_a_comment_is_left_out():
    assert parse_requirement("flask>=3.0  # for the <old> site") == ("flask", ">=", (3, 0))
    assert parse_requirement("flask  # any will do") == ("flask", None, None)


@pytest.mark.parametrize("line", ["", "   ", "# only a comment"])
def test_a_line_without_a_requirement_is_an_error(line):
    with pytest.raises(ValueError):
        parse_requirement(line)
