import random

secret = random.randint(1, 100)

while True:
    guess = int(input("Your guess? "))
    if guess < secret:
        print("higher")
    elif guess > secret:
        print("lower")
    else:
        break

print("Right!")
