import random

WORDS = ["honey", "marmalade", "biscuit", "teapot", "cinnamon", "parcel", "harbour"]

word = random.choice(WORDS)
guessed = set()
lives = 6

while True:
    shown = ""
    for letter in word:
        if letter in guessed:
            shown += letter + " "
        else:
            shown += "_ "
    print(f"{shown}   lives: {lives}")

    if set(word) <= guessed:
        print(f"You won! The word is {word}.")
        break
    if lives == 0:
        print(f"You lost. The word was {word}.")
        break

    letter = input("Letter? ").lower()
    if len(letter) != 1 or letter not in "abcdefghijklmnopqrstuvwxyz":
        print("One letter from a to z, please.")
        continue
    if letter not in word and letter not in guessed:
        lives -= 1
    guessed.add(letter)
