from parse_git_log import parse_git_log


def test_reads_a_commit():
    assert parse_git_log("3f1c2a9|Nadia|2026-03-02|Round VAT per line") == [
        {
            "commit": "3f1c2a9",
            "author": "Nadia",
            "day": "2026-03-02",
            "subject": "Round VAT per line",
            "ticket": None,
        }
    ]


def test_keeps_the_order_of_the_log():
    log = "b7d04e1|Mei|2026-03-03|Sort the list\n3f1c2a9|Nadia|2026-03-02|Add the list\n"
    assert [one["commit"] for one in parse_git_log(log)] == ["b7d04e1", "3f1c2a9"]


def test_a_subject_may_have_bars_in_it():
    log = "3f1c2a9|Nadia|2026-03-02|Allow | and || in names"
    assert parse_git_log(log)[0]["subject"] == "Allow | and || in names"


def test_the_ticket_is_a_number():
    log = "3f1c2a9|Nadia|2026-03-02|Fix old orders (#4711)"
    assert parse_git_log(log)[0]["ticket"] == 4711


def test_the_subject_keeps_its_ticket():
    log = "3f1c2a9|Nadia|2026-03-02|#12: fix the label"
    commit = parse_git_log(log)[0]
    assert (commit["ticket"], commit["subject"]) == (12, "#12: fix the label")


def test_of_two_tickets_the_first_counts():
    log = "3f1c2a9|Nadia|2026-03-02|Fix #31 and #7"
    assert parse_git_log(log)[0]["ticket"] == 31


def test_a_hash_without_a_number_is_no_ticket():
    log = "3f1c2a9|Nadia|2026-03-02|Allow # in names"
    assert parse_git_log(log)[0]["ticket"] is None


def test_a_number_without_a_hash_is_no_ticket():
    log = "3f1c2a9|Nadia|2026-03-02|Ship 40 parcels"
    assert parse_git_log(log)[0]["ticket"] is None


def test_empty_lines_are_left_out():
    log = "\n3f1c2a9|Nadia|2026-03-02|Add the list\n   \n"
    assert len(parse_git_log(log)) == 1


def test_spaces_around_a_line_do_not_matter():
    log = "  3f1c2a9|Nadia|2026-03-02|Add the list  "
    commit = parse_git_log(log)[0]
    assert (commit["commit"], commit["subject"]) == ("3f1c2a9", "Add the list")


def test_an_empty_log_has_no_commits():
    assert parse_git_log("") == []


def test_other_numbers_do_not_belong_to_the_ticket():
    log = "3f1c2a9|Nadia|2026-03-02|Fix #12: 3 labels, # and #7"
    assert parse_git_log(log)[0]["ticket"] == 12


def test_a_hash_before_the_ticket_is_passed_over():
    log = "3f1c2a9|Nadia|2026-03-02|Allow # in names (#58)"
    assert parse_git_log(log)[0]["ticket"] == 58


def test_a_number_in_the_name_of_the_author_is_no_ticket():
    log = "3f1c2a9|Robot #2|2026-03-02|Fix the label"
    assert parse_git_log(log)[0]["ticket"] is None


def test_a_ticket_belongs_to_its_own_commit():
    log = "b7d04e1|Mei|2026-03-03|Fix #12\n3f1c2a9|Nadia|2026-03-02|Add the list"
    assert [one["ticket"] for one in parse_git_log(log)] == [12, None]


def test_a_subject_keeps_its_ticket_in_parentheses():
    log = "3f1c2a9|Nadia|2026-03-02|Fix old orders (#4711)"
    assert parse_git_log(log)[0]["subject"] == "Fix old orders (#4711)"


def test_letters_may_touch_the_ticket():
    log = "b7d04e1|Mei|2026-03-03|Fix shop#12\n3f1c2a9|Nadia|2026-03-02|Redo #58b"
    assert [one["ticket"] for one in parse_git_log(log)] == [12, 58]


def test_two_lines_that_are_alike_are_two_commits():
    line = "3f1c2a9|Nadia|2026-03-02|Add the list"
    assert len(parse_git_log(f"{line}\n{line}")) == 2


def test_a_log_of_twenty_commits_is_read_to_its_end():
    days = [f"2026-03-{number:02}" for number in range(1, 21)]
    log = "\n".join(f"b7d04e1|Mei|{day}|Sort the list" for day in days)
    assert [one["day"] for one in parse_git_log(log)] == days
