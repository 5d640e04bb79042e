import fizz_buzz


def test_an_ordinary_number_is_said_as_it_is():
    assert fizz_buzz.fizz_buzz(1) == "1"
    assert fizz_buzz.fizz_buzz(7) == "7"
    assert fizz_buzz.fizz_buzz(1001) == "1001"


def test_numbers_that_can_be_divided_by_3():
    assert fizz_buzz.fizz_buzz(3) == "Fizz"
    assert fizz_buzz.fizz_buzz(9) == "Fizz"
    assert fizz_buzz.fizz_buzz(33) == "Fizz"
    assert fizz_buzz.fizz_buzz(999) == "Fizz"


def test_numbers_that_can_be_divided_by_5():
    assert fizz_buzz.fizz_buzz(5) == "Buzz"
    assert fizz_buzz.fizz_buzz(10) == "Buzz"
    assert fizz_buzz.fizz_buzz(25) == "Buzz"
    assert fizz_buzz.fizz_buzz(35) == "Buzz"
    assert fizz_buzz.fizz_buzz(1000) == "Buzz"


def test_numbers_that_can_be_divided_by_both():
    assert fizz_buzz.fizz_buzz(15) == "FizzBuzz"
    assert fizz_buzz.fizz_buzz(30) == "FizzBuzz"
    assert fizz_buzz.fizz_buzz(45) == "FizzBuzz"
    assert fizz_buzz.fizz_buzz(300) == "FizzBuzz"


def test_a_3_or_a_5_in_the_number_is_not_enough():
    assert fizz_buzz.fizz_buzz(13) == "13"
    assert fizz_buzz.fizz_buzz(53) == "53"
