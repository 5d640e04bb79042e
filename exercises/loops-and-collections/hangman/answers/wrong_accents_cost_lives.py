import random

WORDS = ["lamp", "teapot", "harbour", "banana", "parcel"]
secret = random.choice(WORDS)
guessed = []
lives = 6
while lives > 0:
    shown = ""
    for letter in secret:
        if letter in guessed:
            shown += letter + " "
        else:
            shown += "_ "
    print(shown, "lives:", lives)
    if "_" not in shown:
        print("You won! The word was", secret)
        break
    guess = input("Letter? ").lower()
    if len(guess) > 1 or not guess.isalpha():
        print("One letter, please.")
        continue
    if guess not in guessed and guess not in secret:
        lives -= 1
    guessed.append(guess)
else:
    print("You lost! The word was", secret)
