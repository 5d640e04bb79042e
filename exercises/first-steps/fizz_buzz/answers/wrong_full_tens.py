def fizz_buzz(number):
    if number % 15 == 0:
        return "FizzBuzz"
    if number % 3 == 0:
        return "Fizz"
    if number % 10 == 0 or number == 5:
        return "Buzz"
    return str(number)
