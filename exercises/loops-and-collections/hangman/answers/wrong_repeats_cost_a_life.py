import random

WORDS = ["honey", "marmalade", "biscuit", "teapot", "cinnamon"]
word = random.choice(WORDS)
guessed = set()
lives = 6
while lives > 0 and not set(word) <= guessed:
    print(" ".join(letter if letter in guessed else "_" for letter in word))
    letter = input("Letter? ").lower()
    if len(letter) != 1 or not letter.isalpha():
        print("One letter, please.")
        continue
    if letter not in word:
        lives -= 1
    guessed.add(letter)
print("won" if lives else "lost", word)
