def fizz_buzz(number):
    said = ""
    if number % 3 == 0 or "3" in str(number):
        said += "Fizz"
    if number % 5 == 0 or "5" in str(number):
        said += "Buzz"
    return said or str(number)
