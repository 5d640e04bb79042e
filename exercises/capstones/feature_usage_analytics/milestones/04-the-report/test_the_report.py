import csv
import io
import json
from datetime import date

from feature_usage_analytics.emails import Campaign
from feature_usage_analytics.report import Report, aligned, as_csv, as_json, as_text, bar, share
from feature_usage_analytics.usage import DayUsage

MONDAY = DayUsage(date(2026, 3, 2), {"search": 1, "basket": 2}, 2, True)
TUESDAY = DayUsage(date(2026, 3, 3), {"basket": 1499, "search": 1}, 980, False)
REPORT = Report([MONDAY, TUESDAY], [Campaign("spring-sale", 8, 2)], 30, bad_lines=4)

TEXT = """\
DAY          USES      USERS
2026-03-02      3          2  #
2026-03-03  1,500  about 980  ####################

FEATURE   USES   SHARE
basket   1,501  99.9 %  ####################
search       2   0.1 %  #

Clicks within 30 minutes:
E-MAIL       SENT  CLICKED   SHARE
spring-sale     8        2  25.0 %  #####

Left out: bad lines 4, events too late 0.
"""


def test_a_share_is_per_cent_with_one_decimal():
    assert share(1, 3) == 33.3
    assert share(2, 3) == 66.7
    assert share(5, 5) == 100.0


def test_a_share_of_nothing_is_nothing():
    assert share(0, 0) == 0.0


def test_a_bar_is_measured_against_the_largest():
    assert bar(50, 50) == "#" * 20
    assert bar(25, 50) == "#" * 10
    assert bar(9, 50) == "#" * 4


def test_the_smallest_bar_can_still_be_seen():
    assert bar(1, 1_000_000) == "#"
    assert bar(0, 50) == ""
    assert bar(0, 0) == ""


def test_columns_are_aligned():
    rows = [("NAME", "USES", ""), ("tracking", "7", "#"), ("help", "12,000", "##")]
    assert aligned(rows) == [
        "NAME        USES",
        "tracking       7  #",
        "help      12,000  ##",
    ]


def test_the_report_for_people():
    assert as_text(REPORT) == TEXT


def test_nothing_is_said_about_left_out_lines_when_there_are_none():
    text = as_text(Report([MONDAY], [], 45))
    assert "Left out" not in text
    assert "Clicks within 45 minutes:\n" in text
    late = as_text(Report([MONDAY], [], 45, too_late=2000))
    assert late.endswith("\n\nLeft out: bad lines 0, events too late 2,000.\n")


def test_emails_alone_are_worth_a_report():
    text = as_text(Report([], REPORT.campaigns, 30))
    assert "spring-sale     8        2  25.0 %  #####\n" in text


def test_the_bar_of_an_email_is_measured_against_what_was_sent_of_it():
    campaigns = [Campaign("news", 40_000, 1_000), Campaign("sale", 4, 2)]
    text = as_text(Report([], campaigns, 30))
    assert text.endswith(
        "E-MAIL    SENT  CLICKED   SHARE\n"
        "news    40,000    1,000   2.5 %  #\n"
        "sale         4        2  50.0 %  ##########\n"
    )


def test_an_empty_report_says_so():
    assert as_text(Report([], [], 30)) == "Nothing to report.\n"
    assert as_text(Report([], [], 30, bad_lines=7)) == (
        "Nothing to report.\n\nLeft out: bad lines 7, events too late 0.\n"
    )


def test_features_that_are_used_equally_stand_by_name():
    day = DayUsage(date(2026, 3, 2), {"search": 5, "help": 9, "basket": 5, "albums": 5}, 3, True)
    lines = as_text(Report([day], [], 30)).splitlines()
    assert [line.split()[0] for line in lines[4:8]] == ["help", "albums", "basket", "search"]
    assert list(json.loads(as_json(Report([day], [], 30)))["days"][0]["features"]) == [
        "help", "albums", "basket", "search",
    ]  # fmt: skip


def test_the_report_for_programs():
    text = as_json(REPORT)
    assert text.startswith('{\n  "days": [\n    {\n      "day": "2026-03-02",\n')
    assert text.endswith("}\n")
    assert json.loads(text) == {
        "days": [
            {
                "day": "2026-03-02",
                "users": 2,
                "exact": True,
                "features": {"basket": 2, "search": 1},
            },
            {
                "day": "2026-03-03",
                "users": 980,
                "exact": False,
                "features": {"basket": 1499, "search": 1},
            },
        ],
        "emails": [{"name": "spring-sale", "sent": 8, "clicked": 2, "share": 25.0}],
        "window": 30,
        "bad_lines": 4,
        "too_late": 0,
    }


def test_the_report_for_spreadsheets():
    text = as_csv(REPORT)
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert list(csv.reader(io.StringIO(text))) == [
        ["day", "feature", "uses", "share"],
        ["2026-03-02", "basket", "2", "66.7"],
        ["2026-03-02", "search", "1", "33.3"],
        ["2026-03-03", "basket", "1499", "99.9"],
        ["2026-03-03", "search", "1", "0.1"],
    ]


def test_a_name_with_a_comma_stays_in_one_cell():
    day = DayUsage(date(2026, 3, 2), {"search, again": 1}, 1, True)
    rows = list(csv.reader(io.StringIO(as_csv(Report([day], [], 30)))))
    assert rows[1] == ["2026-03-02", "search, again", "1", "100.0"]
