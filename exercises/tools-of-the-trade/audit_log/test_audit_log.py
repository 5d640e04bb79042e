import logging

import pytest

from audit_log import audit, audit_line


@pytest.fixture
def logger():
    logger = logging.getLogger("shop.audit")
    logger.setLevel(logging.INFO)
    return logger


def test_an_event_without_details_is_its_action():
    assert audit_line("login", {}) == "action=login"


def test_details_follow_as_name_and_value():
    assert audit_line("refund", {"cents": 1890}) == "action=refund cents=1890"


def test_details_are_sorted_by_name():
    line = audit_line("refund", {"order": 4711, "cents": 1890, "user": 218})
    assert line == "action=refund cents=1890 order=4711 user=218"


def test_the_action_comes_before_every_detail():
    assert audit_line("refund", {"account": 7}) == "action=refund account=7"


@pytest.mark.parametrize("name", ["password", "token", "card"])
def test_secrets_are_hidden(name):
    assert audit_line("login", {name: "tea4two"}) == f"action=login {name}=***"


def test_whether_there_is_a_secret_is_hidden_too():
    assert audit_line("login", {"password": ""}) == "action=login password=***"


@pytest.mark.parametrize("text", ["two words", "ok\naction=refund", " edge", "tab\there", "ok\rno", ""])
def test_a_value_with_spaces_cannot_pretend_to_be_more_than_one(text):
    assert audit_line("note", {"text": text, "user": 218}) == f"action=note text={text!r} user=218"


def test_hiding_changes_nothing_for_the_caller():
    details = {"password": "tea4two"}
    audit_line("login", details)
    assert details == {"password": "tea4two"}


def test_what_went_well_is_info(logger, caplog):
    audit(logger, "refund", cents=1890)
    record = caplog.records[0]
    assert (record.levelname, record.getMessage()) == (
        "INFO",
        "action=refund cents=1890 ok=True",
    )


def test_what_did_not_is_a_warning(logger, caplog):
    audit(logger, "refund", ok=False, cents=1890)
    record = caplog.records[0]
    assert (record.levelname, record.getMessage()) == (
        "WARNING",
        "action=refund cents=1890 ok=False",
    )


def test_ok_is_sorted_like_every_other_detail(logger, caplog):
    audit(logger, "refund", user=218, cents=1890)
    assert caplog.messages == ["action=refund cents=1890 ok=True user=218"]


def test_the_log_has_no_secrets_either(logger, caplog):
    audit(logger, "login", ok=False, user=218, password="tea4two")
    assert "tea4two" not in caplog.text


def test_one_event_is_one_line_in_the_log(logger, caplog):
    audit(logger, "login", user=218)
    assert len(caplog.records) == 1


def test_a_percent_sign_is_nothing_special(logger, caplog):
    audit(logger, "promotion", name="20%soap")
    assert caplog.messages == ["action=promotion name=20%soap ok=True"]


def test_a_level_that_is_switched_off_writes_nothing(logger, caplog):
    logger.setLevel(logging.WARNING)
    audit(logger, "login", user=218)
    assert caplog.records == []


@pytest.mark.parametrize("text", ["a=b", "20%", "tea-01", "'quoted'", "crème"])
def test_every_other_value_is_written_as_it_is(text):
    assert audit_line("note", {"text": text}) == f"action=note text={text}"


@pytest.mark.parametrize("name", ["postcard", "tokens"])
def test_a_name_that_only_contains_a_secret_one_is_no_secret(name):
    assert audit_line("print", {name: 3}) == f"action=print {name}=3"
