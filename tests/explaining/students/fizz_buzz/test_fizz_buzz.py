import fizz_buzz


def test_plain_numbers():
    assert fizz_buzz.fizz_buzz(1) == "1"
    assert fizz_buzz.fizz_buzz(7) == "7"


def test_threes():
    assert fizz_buzz.fizz_buzz(3) == "Fizz"
    assert fizz_buzz.fizz_buzz(9) == "Fizz"


def test_fives():
    assert fizz_buzz.fizz_buzz(5) == "Buzz"
    assert fizz_buzz.fizz_buzz(20) == "Buzz"


def test_both():
    assert fizz_buzz.fizz_buzz(15) == "FizzBuzz"
    assert fizz_buzz.fizz_buzz(30) == "FizzBuzz"
