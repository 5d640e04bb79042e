from read_events import read_events

BASKET = {"time": "09:00", "user": "mei", "feature": "basket"}
SEARCH = {"time": "09:01", "user": "amira", "feature": "search"}


def test_reads_one_event():
    assert list(read_events(["09:00,mei,basket"])) == [BASKET]


def test_reads_every_line():
    assert list(read_events(["09:00,mei,basket\n", "09:01,amira,search\n"])) == [BASKET, SEARCH]


def test_an_empty_log_has_no_events():
    assert list(read_events([])) == []


def test_skips_empty_lines():
    assert list(read_events(["\n", "09:00,mei,basket\n", "\n"])) == [BASKET]


def test_skips_comments():
    assert list(read_events(["# day,number,one\n", "09:00,mei,basket\n"])) == [BASKET]


def test_skips_a_line_that_was_cut_off():
    assert list(read_events(["09:00,mei\n", "09:01,amira,search\n"])) == [SEARCH]


def test_skips_a_line_with_too_many_parts():
    assert list(read_events(["09:00,mei,basket,09:01\n"])) == []


def test_a_hash_inside_a_line_is_no_comment():
    assert list(read_events(["09:02,jonas,tag#7\n"]))[0]["feature"] == "tag#7"


def test_reads_a_line_only_when_it_is_asked_for():
    read = []

    def log():
        for line in ["09:00,mei,basket\n", "09:01,amira,search\n"]:
            read.append(line)
            yield line

    events = read_events(log())
    assert read == []
    assert next(events) == BASKET
    assert len(read) == 1


def test_a_part_may_be_empty():
    assert list(read_events(["09:00,,basket\n"])) == [
        {"time": "09:00", "user": "", "feature": "basket"}
    ]


def test_a_long_log_is_read_to_its_end():
    events = list(read_events(["09:00,mei,basket\n"] * 30))
    assert events == [BASKET] * 30
