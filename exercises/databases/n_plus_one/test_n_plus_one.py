from n_plus_one import order_totals, shop_with


def test_adds_up_the_lines_of_an_order():
    shop = shop_with([(1, "Mei")], [(1, 450), (1, 990)])
    assert order_totals(shop) == [(1, "Mei", 1440)]


def test_an_order_without_lines_has_the_total_zero():
    assert order_totals(shop_with([(2, "Jonas")], [])) == [(2, "Jonas", 0)]


def test_each_order_has_its_own_lines():
    shop = shop_with([(1, "Mei"), (2, "Jonas")], [(2, 300), (1, 450), (2, 20)])
    assert order_totals(shop) == [(1, "Mei", 450), (2, "Jonas", 320)]


def test_two_orders_of_a_customer_stay_apart():
    shop = shop_with([(1, "Mei"), (2, "Mei")], [(1, 450), (2, 450)])
    assert order_totals(shop) == [(1, "Mei", 450), (2, "Mei", 450)]


def test_orders_are_sorted_by_id():
    shop = shop_with([(9, "Mei"), (4, "Jonas")], [(9, 100), (4, 200)])
    assert order_totals(shop) == [(4, "Jonas", 200), (9, "Mei", 100)]


def test_the_order_does_not_depend_on_how_the_tables_are_kept():
    shop = shop_with([(9, "Mei"), (4, "Jonas"), (7, "Ana")], [(9, 100), (4, 200)])
    shop.execute("PRAGMA reverse_unordered_selects = ON")
    assert order_totals(shop) == [(4, "Jonas", 200), (7, "Ana", 0), (9, "Mei", 100)]


def test_lines_of_the_same_price_all_count():
    assert order_totals(shop_with([(1, "Mei")], [(1, 450), (1, 450)])) == [(1, "Mei", 900)]


def test_money_that_is_given_back_counts():
    assert order_totals(shop_with([(1, "Mei")], [(1, 450), (1, -990)])) == [(1, "Mei", -540)]


def test_totals_are_whole_cents():
    totals = order_totals(shop_with([(1, "Mei"), (2, "Jonas")], [(1, 450)]))
    assert [str(cents) for _, _, cents in totals] == ["450", "0"]


def test_a_new_line_counts_when_the_page_is_asked_for_again():
    shop = shop_with([(1, "Mei")], [(1, 450)])
    order_totals(shop)
    shop.execute("INSERT INTO lines VALUES (1, 990)")
    assert order_totals(shop) == [(1, "Mei", 1440)]


def test_no_orders_give_an_empty_list():
    assert order_totals(shop_with([], [])) == []


def test_an_order_that_costs_nothing_is_listed():
    assert order_totals(shop_with([(1, "Mei")], [(1, 450), (1, -450)])) == [(1, "Mei", 0)]
