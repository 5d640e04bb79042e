def fizz_buzz(number):
    if number % 3 == 0 and number % 5 == 0:
        word = "FizzBuzz"
    elif number % 5 == 0:
        word = "Buzz"
    elif number % 3 == 0:
        word = "Fizz"
    else:
        word = f"{number}"
    return word
