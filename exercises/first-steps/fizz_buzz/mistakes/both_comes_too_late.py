"""For 15 and 30 you say only one of the words. Where a number can be divided by 3, you do not ask
whether it can be divided by 5, too."""


def fizz_buzz(number):
    if number % 3 == 0:
        return "Fizz"
    if number % 5 == 0:
        return "Buzz"
    if number % 15 == 0:
        return "FizzBuzz"
    return str(number)
