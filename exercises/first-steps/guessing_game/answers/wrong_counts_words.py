import random

secret = random.randint(1, 100)
tries = 0
while True:
    tries += 1
    try:
        guess = int(input("Your guess? "))
    except ValueError:
        print("A number, please.")
        continue
    if guess < secret:
        print("higher")
    elif guess > secret:
        print("lower")
    else:
        break
print(f"Right! {tries} tries.")
