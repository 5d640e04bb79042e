import copy

import pytest

from tiny_network import predict, train, train_step

START = {
    "hidden": [([0.5, -0.4], 0.1), ([-0.3, 0.8], -0.2), ([0.9, 0.7], -0.6)],
    "output": ([0.6, -0.5, 0.4], 0.2),
}
BY_HAND = {"hidden": [([20, 20], -10), ([-20, -20], 30)], "output": ([20, 20], -30)}
XOR = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]


def loss(network, inputs, target):
    return (predict(network, inputs) - target) ** 2 / 2


def numbers(network):
    """All weights and biases in a row, neuron by neuron."""
    neurons = [*network["hidden"], network["output"]]
    return [number for weights, bias in neurons for number in [*weights, bias]]


def network_of(n):
    """The network with those numbers; it has the shape of START."""
    return {"hidden": [(n[0:2], n[2]), (n[3:5], n[5]), (n[6:8], n[8])], "output": (n[9:12], n[12])}


def slope_by_nudging(place, inputs, target):
    """Nudge one number of START to both sides and see how the loss changes."""
    more, less = numbers(START), numbers(START)
    more[place] += 1e-5
    less[place] -= 1e-5
    return (loss(network_of(more), inputs, target) - loss(network_of(less), inputs, target)) / 2e-5


def moved_by(place, inputs, target, rate=1):
    """How far a step has moved one number of START."""
    stepped = train_step(START, inputs, target, rate)
    return numbers(stepped)[place] - numbers(START)[place]


def test_zero_weights_say_one_half():
    network = {"hidden": [([0, 0], 0)], "output": ([0], 0)}
    assert predict(network, [1, 1]) == pytest.approx(0.5)


def test_predicts_through_the_hidden_layer():
    assert predict(START, [1, 0]) == pytest.approx(0.6521266820512753)
    assert predict(START, [1, 1]) == pytest.approx(0.6306724173936773)


def test_the_network_made_by_hand_knows_xor():
    assert [round(predict(BY_HAND, inputs)) for inputs, _ in XOR] == [0, 1, 1, 0]


@pytest.mark.parametrize("place", range(9, 13))
def test_the_last_neuron_moves_against_its_slopes(place):
    slope = slope_by_nudging(place, [1, 0.5], 1)
    assert moved_by(place, [1, 0.5], 1) == pytest.approx(-slope, rel=1e-4)


@pytest.mark.parametrize("place", range(9))
def test_the_hidden_neurons_move_against_their_slopes(place):
    slope = slope_by_nudging(place, [1, 0.5], 0)
    assert moved_by(place, [1, 0.5], 0) == pytest.approx(-slope, rel=1e-4)


@pytest.mark.parametrize("place", [0, 2, 9, 12])
def test_a_smaller_rate_makes_a_smaller_step(place):
    large = moved_by(place, [1, 0], 1, rate=1)
    assert large != 0
    assert moved_by(place, [1, 0], 1, rate=0.25) == pytest.approx(large / 4)


def test_a_step_makes_the_loss_smaller():
    stepped = train_step(START, [1, 0], 1, 0.5)
    assert loss(stepped, [1, 0], 1) < loss(START, [1, 0], 1)


def test_other_numbers_of_inputs_and_neurons_work():
    network = {"hidden": [([0.1, 0.2, 0.3], 0)], "output": ([1], 0)}
    stepped = train_step(network, [1, 0, 1], 1, 1)
    assert len(stepped["hidden"][0][0]) == 3
    assert loss(stepped, [1, 0, 1], 1) < loss(network, [1, 0, 1], 1)


def test_each_of_five_hidden_neurons_learns():
    hidden = [([0.1 * n, 0.2], 0.3) for n in range(1, 6)]
    stepped = train_step({"hidden": hidden, "output": ([1, 1, 1, 1, 1], 0)}, [1, 1], 0, 1)
    assert len(stepped["hidden"]) == 5
    assert [bias < 0.3 for _, bias in stepped["hidden"]] == [True] * 5


def test_training_makes_one_step_for_each_example_in_order():
    by_steps = START
    shuffled = [XOR[2], XOR[0], XOR[3]]
    for inputs, target in shuffled + shuffled:
        by_steps = train_step(by_steps, inputs, target, 0.5)
    assert train(START, shuffled, 0.5, 2) == by_steps


def test_without_a_round_nothing_is_learnt():
    assert train(START, XOR, 0.5, 0) == START


def test_the_network_learns_xor():
    trained = train(START, XOR, 2, 1000)
    for inputs, target in XOR:
        assert predict(trained, inputs) == pytest.approx(target, abs=0.1)


def test_the_network_handed_in_is_not_changed():
    before = copy.deepcopy(START)
    trained = train(START, XOR, 0.5, 3)
    assert START == before
    assert trained != START
