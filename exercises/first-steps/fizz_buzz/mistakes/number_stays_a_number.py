"""For an ordinary number you return the number itself. What is said is always a string."""


def fizz_buzz(number):
    if number % 15 == 0:
        return "FizzBuzz"
    if number % 3 == 0:
        return "Fizz"
    if number % 5 == 0:
        return "Buzz"
    return number
