"""The two words have changed places: *Fizz* belongs to 3 and *Buzz* to 5."""


def fizz_buzz(number):
    if number % 15 == 0:
        return "FizzBuzz"
    if number % 3 == 0:
        return "Buzz"
    if number % 5 == 0:
        return "Fizz"
    return str(number)
