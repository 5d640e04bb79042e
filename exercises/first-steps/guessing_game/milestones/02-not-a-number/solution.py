import random

secret = random.randint(1, 100)

while True:
    try:
        guess = int(input("Your guess? "))
    except ValueError:
        print("Please type a whole number.")
        continue
    if guess < secret:
        print("higher")
    elif guess > secret:
        print("lower")
    else:
        break

print("Right!")
