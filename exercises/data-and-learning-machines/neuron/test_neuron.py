import pytest

from neuron import neuron


def test_a_total_of_zero_gives_one_half():
    assert neuron([0.5, 3], -4, [8, 0]) == pytest.approx(0.5)


def test_a_positive_total_gives_more_than_one_half():
    assert neuron([0.5, 3], -4, [8, 1]) == pytest.approx(0.9525741268)


def test_a_negative_total_gives_less_than_one_half():
    assert neuron([0.5, 3], -4, [1, 1]) == pytest.approx(0.3775406688)


def test_each_weight_belongs_to_its_input():
    assert neuron([2, -1], 0, [1, 3]) == pytest.approx(0.2689414214)
    assert neuron([-1, 2], 0, [1, 3]) == pytest.approx(0.9933071491)


def test_the_bias_alone_decides_when_all_inputs_are_zero():
    assert neuron([5, 5], 1, [0, 0]) == pytest.approx(0.7310585786)


def test_a_neuron_without_inputs_has_its_bias():
    assert neuron([], -1, []) == pytest.approx(0.2689414214)
    assert neuron([], 0.5, []) == pytest.approx(0.6224593312)


@pytest.mark.parametrize("total", [720, 5000])
def test_a_huge_total_gives_one(total):
    assert neuron([1], 0, [total]) == pytest.approx(1)
    assert neuron([], total, []) == pytest.approx(1)


@pytest.mark.parametrize("total", [-720, -5000])
def test_a_huge_negative_total_gives_zero(total):
    assert neuron([1], 0, [total]) == pytest.approx(0)
    assert neuron([], total, []) == pytest.approx(0)


def test_as_many_weights_as_inputs():
    with pytest.raises(ValueError):
        neuron([1, 2], 0, [1])
    with pytest.raises(ValueError):
        neuron([1], 0, [1, 2])
    with pytest.raises(ValueError):
        neuron([1], 0, [])


def test_three_neurons_tell_whether_exactly_one_scanner_saw_it():
    def exactly_one(left, right):
        any_of_them = neuron([20, 20], -10, [left, right])
        not_both = neuron([-20, -20], 30, [left, right])
        return round(neuron([20, 20], -30, [any_of_them, not_both]))

    assert [exactly_one(0, 0), exactly_one(0, 1), exactly_one(1, 0), exactly_one(1, 1)] == [0, 1, 1, 0]


def test_a_total_of_minus_five_is_nearly_nothing():
    assert neuron([1], 0, [-5]) == pytest.approx(0.0066928509)
