import random

from cheapest_route import cheapest_route

TOWN = {
    "harbour": {"mill": 200, "market": 700, "church": 350},
    "mill": {"market": 300, "harbour": 200},
    "market": {"castle": 250, "mill": 300},
    "church": {"castle": 900, "harbour": 350},
}


def test_takes_the_only_road():
    assert cheapest_route({"mill": {"market": 300}}, "mill", "market") == (300, ["mill", "market"])


def test_a_detour_may_be_cheaper_than_the_direct_road():
    assert cheapest_route(TOWN, "harbour", "market") == (500, ["harbour", "mill", "market"])


def test_the_direct_road_may_be_cheaper_than_a_detour():
    roads = {"a": {"b": 4, "c": 2}, "c": {"b": 3}}
    assert cheapest_route(roads, "a", "b") == (4, ["a", "b"])


def test_finds_a_way_over_several_places():
    assert cheapest_route(TOWN, "harbour", "castle") == (750, ["harbour", "mill", "market", "castle"])


def test_a_cheap_first_road_may_lead_to_an_expensive_way():
    roads = {"a": {"b": 1, "c": 2}, "b": {"d": 9}, "c": {"d": 2}}
    assert cheapest_route(roads, "a", "d") == (4, ["a", "c", "d"])


def test_a_dead_end_is_no_trap():
    roads = {"a": {"end": 1, "b": 5}, "b": {"c": 5}}
    assert cheapest_route(roads, "a", "c") == (10, ["a", "b", "c"])


def test_roads_are_one_way():
    assert cheapest_route({"a": {"b": 1}}, "b", "a") is None


def test_circles_without_a_way_to_the_goal_end_with_none():
    assert cheapest_route(TOWN, "castle", "harbour") is None
    assert cheapest_route(TOWN, "harbour", "moon") is None


def test_who_starts_at_the_goal_has_arrived():
    assert cheapest_route(TOWN, "mill", "mill") == (0, ["mill"])
    assert cheapest_route({}, "mill", "mill") == (0, ["mill"])


def test_a_road_may_cost_nothing():
    assert cheapest_route({"a": {"b": 0}, "b": {"c": 1}}, "a", "c") == (1, ["a", "b", "c"])


def test_a_large_town_is_no_problem():
    rng = random.Random(7)
    size = 18
    roads = {}
    for x in range(size):
        for y in range(size):
            near = [(x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)]
            roads[(x, y)] = {
                (a, b): rng.randrange(100, 10_000)
                for a, b in near
                if 0 <= a < size and 0 <= b < size
            }
    cost, route = cheapest_route(roads, (0, 0), (size - 1, size - 1))
    assert cost == sum(roads[a][b] for a, b in zip(route, route[1:]))
    assert cost == 81277


def test_the_roads_stay_as_they_were():
    roads = {"a": {"b": 1, "c": 3}, "b": {}}
    assert cheapest_route(roads, "a", "c") == (3, ["a", "c"])
    assert cheapest_route(roads, "c", "b") is None
    assert roads == {"a": {"b": 1, "c": 3}, "b": {}}
