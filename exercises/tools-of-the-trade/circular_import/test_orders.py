import data.postage
from orders import goods_total, to_pay

TEA = {"sku": "TEA-01", "price": 450, "count": 2}
LAMP = {"sku": "LAMP-1", "price": 5000, "count": 1}


def test_adds_up_the_goods():
    assert goods_total([TEA, LAMP]) == 5900


def test_a_small_order_pays_goods_and_postage():
    assert to_pay([TEA]) == 1390


def test_a_large_order_pays_only_the_goods():
    assert to_pay([LAMP]) == 5000


def test_the_delivery_team_decides_what_large_means(monkeypatch):
    monkeypatch.setattr(data.postage, "FREE_FROM", 900)
    assert to_pay([TEA]) == 900


def test_the_rule_of_the_delivery_team_is_asked(monkeypatch):
    monkeypatch.setattr(data.postage, "goods_total", lambda lines: 5000)
    assert to_pay([TEA]) == 900


def test_no_goods_add_up_to_0():
    assert goods_total([]) == 0


def test_every_line_counts_for_the_postage():
    assert to_pay([TEA] * 5) == 4990
    assert to_pay([TEA] * 6) == 5400


def test_an_order_without_lines_pays_what_the_delivery_team_asks():
    assert to_pay([]) == 490
