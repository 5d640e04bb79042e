from clicks_per_campaign import ask, clicks_per_campaign_sql

TEA_AND_MUGS = [(1, "Tea"), (2, "Mugs")]


def report(campaigns, clicks):
    return ask(clicks_per_campaign_sql(), campaigns, clicks)


def test_counts_the_clicks_of_a_campaign():
    clicks = [(1, "Mei"), (1, "Jonas")]
    assert report([(1, "Tea")], clicks) == [("Tea", 2)]


def test_a_campaign_without_clicks_has_zero():
    assert report(TEA_AND_MUGS, [(1, "Mei")]) == [("Tea", 1), ("Mugs", 0)]


def test_a_visitor_who_clicks_twice_counts_twice():
    assert report([(1, "Tea")], [(1, "Mei"), (1, "Mei")]) == [("Tea", 2)]


def test_robots_do_not_count():
    assert report([(1, "Tea")], [(1, None), (1, "Mei")]) == [("Tea", 1)]


def test_a_visitor_without_a_name_is_no_robot():
    assert report([(1, "Tea")], [(1, ""), (1, None), (1, "NULL")]) == [("Tea", 2)]


def test_a_campaign_that_only_robots_visited_has_zero():
    assert report(TEA_AND_MUGS, [(1, None), (2, "Mei")]) == [("Mugs", 1), ("Tea", 0)]


def test_a_click_of_an_unknown_campaign_appears_nowhere():
    assert report([(1, "Tea")], [(7, "Mei"), (7, "Ana"), (1, "Mei")]) == [("Tea", 1)]


def test_campaigns_with_the_same_name_stay_apart():
    clicks = [(1, "Mei"), (2, "Ana")]
    assert report([(1, "Tea"), (2, "Tea")], clicks) == [("Tea", 1), ("Tea", 1)]


def test_most_clicks_come_first():
    clicks = [(1, "Mei"), (2, "Ana"), (2, "Jonas")]
    assert report(TEA_AND_MUGS, clicks) == [("Mugs", 2), ("Tea", 1)]


def test_equals_are_sorted_by_name():
    campaigns = [(1, "Mugs"), (2, "Lamps"), (3, "Tea")]
    clicks = [(1, "Mei"), (2, "Ana"), (3, "Mei")]
    assert report(campaigns, clicks) == [("Lamps", 1), ("Mugs", 1), ("Tea", 1)]


def test_no_campaigns_give_no_rows():
    assert report([], []) == []


def test_a_long_report_is_whole():
    campaigns = [(number, f"Campaign {number:02}") for number in range(60)]
    assert report(campaigns, []) == [(name, 0) for _, name in campaigns]


def test_campaigns_without_clicks_are_sorted_by_name_too():
    assert report([(1, "Tea"), (2, "Mugs"), (3, "Ale")], []) == [("Ale", 0), ("Mugs", 0), ("Tea", 0)]


def test_clicks_are_whole_numbers():
    assert str(report(TEA_AND_MUGS, [(1, "Mei")])) == "[('Tea', 1), ('Mugs', 0)]"
