import random

number = random.choice(range(1, 101))
tries = 0
found = False
print("Guess my number!")
while not found:
    print("What do you think?")
    typed = input()
    try:
        guess = int(typed)
        tries = tries + 1
        if guess == number:
            found = True
        elif guess < number:
            print("My number is higher.")
        else:
            print("My number is lower.")
    except ValueError:
        print("Digits, please.")
print("You are right! Tries: " + str(tries))
