import ast
import inspect

import merge_conflict
from merge_conflict import postage


def test_a_small_order_pays_postage():
    assert postage(1000, "PT") == 490


def test_postage_is_free_from_60_00_on():
    assert postage(6000, "PT") == 0


def test_just_below_60_00_it_is_not():
    assert postage(5999, "PT") == 490


def test_abroad_costs_more():
    assert postage(1000, "NO") == 1290


def test_abroad_is_never_free():
    assert postage(9000, "NO") == 1290


def test_abroad_is_every_other_country():
    assert postage(1000, "ES") == 1290
    assert postage(9000, "US") == 1290


def test_the_limit_has_its_name():
    assert merge_conflict.FREE_FROM == 6000


def test_there_is_one_function_of_that_name():
    source = inspect.getsource(merge_conflict)
    functions = [one for one in ast.parse(source).body if isinstance(one, ast.FunctionDef)]
    assert [one.name for one in functions].count("postage") == 1
