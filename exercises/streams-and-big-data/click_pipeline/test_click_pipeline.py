from click_pipeline import all_lines, first_clicks, landing_pages, parse


def watched(values, taken):
    """Hand out the values and note in `taken` which ones were asked for."""
    for value in values:
        taken.append(value)
        yield value


def test_landing_pages_over_two_days():
    monday = ["mei,spring,/tea\n", "mei,spring,/mugs\n"]
    tuesday = ["jonas,spring,/mugs\n"]
    assert list(landing_pages([monday, tuesday], "spring")) == ["/tea", "/mugs"]


def test_landing_pages_leave_out_other_campaigns():
    assert list(landing_pages([["mei,winter,/tea\n", "jonas,spring,/mugs\n"]], "spring")) == [
        "/mugs"
    ]


def test_a_click_in_another_campaign_before_does_not_count():
    day = ["mei,winter,/tea\n", "mei,spring,/lamps\n"]
    assert list(landing_pages([day], "spring")) == ["/lamps"]


def test_a_campaign_with_a_longer_name_is_another_one():
    day = ["mei,spring-sale,/tea\n", "mei,spring,/lamps\n"]
    assert list(landing_pages([day], "spring")) == ["/lamps"]


def test_no_days_give_no_pages():
    assert list(landing_pages([], "spring")) == []


def test_all_lines_goes_from_day_to_day():
    assert list(all_lines([["a", "b"], [], ["c"]])) == ["a", "b", "c"]


def test_parse_gives_tuples_without_the_line_end():
    assert list(parse(["mei,spring,/tea\n", "jonas,winter,/"])) == [
        ("mei", "spring", "/tea"),
        ("jonas", "winter", "/"),
    ]


def test_first_clicks_keeps_one_click_a_user_in_order():
    clicks = [("mei", "s", "/a"), ("jonas", "s", "/b"), ("mei", "s", "/c")]
    assert list(first_clicks(clicks)) == [("mei", "s", "/a"), ("jonas", "s", "/b")]


def test_first_clicks_looks_at_users_only():
    clicks = [("mei", "s", "/a"), ("mei", "w", "/b"), ("jonas", "w", "/b"), ("mei", "s", "/c")]
    assert list(first_clicks(clicks)) == [("mei", "s", "/a"), ("jonas", "w", "/b")]


def test_first_clicks_remembers_every_user():
    clicks = [(user, "s", "/") for user in ["zoe", "ana", "mei", "zoe", "mei", "ana"]]
    assert [user for user, _, _ in first_clicks(clicks)] == ["zoe", "ana", "mei"]


def test_all_lines_reads_only_what_is_asked_for():
    taken = []
    lines = all_lines([watched(["a", "b"], taken)])
    assert next(lines) == "a"
    assert taken == ["a"]


def test_parse_reads_only_what_is_asked_for():
    taken = []
    clicks = parse(watched(["mei,s,/a", "mei,s,/b"], taken))
    assert next(clicks) == ("mei", "s", "/a")
    assert taken == ["mei,s,/a"]


def test_first_clicks_reads_only_what_is_asked_for():
    taken = []
    clicks = first_clicks(watched([("mei", "s", "/a"), ("jonas", "s", "/b")], taken))
    assert next(clicks) == ("mei", "s", "/a")
    assert taken == [("mei", "s", "/a")]


def test_landing_pages_reads_only_what_is_asked_for():
    taken = []
    pages = landing_pages([watched(["mei,s,/a", "jonas,s,/b"], taken)], "s")
    assert taken == []
    assert next(pages) == "/a"
    assert taken == ["mei,s,/a"]


def test_a_day_is_opened_only_when_the_one_before_is_over():
    taken = []
    lines = all_lines(watched([["a"], ["b"]], taken))
    assert next(lines) == "a"
    assert taken == [["a"]]


def test_two_users_may_land_on_the_same_page():
    day = ["mei,spring,/tea\n", "jonas,spring,/tea\n"]
    assert list(landing_pages([day], "spring")) == ["/tea", "/tea"]


def test_a_campaign_has_exactly_the_name():
    day = ["mei,spr,/tea\n", "jonas,Spring,/mugs\n", "amira,spring,/lamps\n"]
    assert list(landing_pages([day], "spring")) == ["/lamps"]


def test_thirty_lines_go_through_every_generator():
    lines = [f"user {number},spring,/tea\n" for number in range(30)]
    clicks = [(f"user {number}", "spring", "/tea") for number in range(30)]
    assert list(all_lines([lines])) == lines
    assert list(parse(lines)) == clicks
    assert list(first_clicks(clicks)) == clicks
    assert list(landing_pages([lines], "spring")) == ["/tea"] * 30
