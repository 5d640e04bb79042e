def fizz_buzz(number):
    said = ""
    if number % 3 == 0:
        said += "Fizz"
    if number % 5 == 0:
        said += "Buzz"
    return said or str(number)
