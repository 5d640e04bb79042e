import random

WORDS = ["banana", "kitten", "pepper", "coffee", "butter"]
word = random.choice(WORDS)
shown = ["_"] * len(word)
lives = 6
while "_" in shown and lives > 0:
    print(" ".join(shown))
    guess = input("Letter? ").lower()
    if guess in word:
        shown[word.find(guess)] = guess
    else:
        lives -= 1
print("won" if lives else "lost", word)
