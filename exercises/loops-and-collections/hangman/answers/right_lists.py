import random

WORDS = ["tea", "mug", "honey", "cake", "parcel"]
word = WORDS[random.randint(0, len(WORDS) - 1)]
shown = ["_"] * len(word)
tried = []
lives = 6
while "_" in shown and lives > 0:
    print(lives * "<3 ")
    print(*shown)
    guess = input("Your letter: ")
    guess = guess.lower()
    if len(guess) != 1 or guess not in "abcdefghijklmnopqrstuvwxyz":
        print("Please type one letter.")
    elif guess in tried:
        print("You had that one already.")
    else:
        tried.append(guess)
        hit = False
        for index in range(len(word)):
            if word[index] == guess:
                shown[index] = guess
                hit = True
        if not hit:
            lives = lives - 1
if lives > 0:
    print("You have won, the word is", word)
else:
    print("You have lost, the word is", word)
