import random

secret = random.randint(1, 100)
tries = 0

print("I am thinking of a number from 1 to 100.")
while True:
    try:
        guess = int(input("Your guess? "))
    except ValueError:
        print("Please type a whole number.")
        continue
    tries += 1
    if guess < secret:
        print("higher")
    elif guess > secret:
        print("lower")
    else:
        break

print(f"Right! You needed {tries} tries.")
