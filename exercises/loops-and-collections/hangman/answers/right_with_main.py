from random import choice

WORDS = ["python", "snake", "banana", "kiwi", "jazz", "queue"]


def show(word, letters):
    return "".join(c if c in letters else "_" for c in word)


def main():
    word = choice(WORDS)
    right, wrong = set(), set()
    while len(wrong) < 6:
        print("Wrong:", sorted(wrong))
        print("Word: " + show(word, right))
        if "_" not in show(word, right):
            break
        typed = input("> ").strip().lower()
        if len(typed) != 1 or not "a" <= typed <= "z":
            print("???")
        elif typed in word:
            right.add(typed)
        else:
            wrong.add(typed)
    if len(wrong) < 6:
        print("WON: " + word)
    else:
        print("LOST: " + word)


if __name__ == "__main__":
    main()
