from random import randrange


def ask():
    while True:
        typed = input("Guess: ").strip()
        if typed.isdigit():
            return int(typed)
        print("That is not a number I know.")


def main():
    number = randrange(1, 101)
    count = 1
    guess = ask()
    while guess != number:
        if guess > number:
            print("It is LOWER.")
        else:
            print("It is HIGHER.")
        count += 1
        guess = ask()
    print("RIGHT, after", count, "attempts")


if __name__ == "__main__":
    main()
