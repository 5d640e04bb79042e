import random

secret = random.randint(1, 100)
tries = 0
while True:
    try:
        guess = int(input("Your guess? "))
    except ValueError:
        print("A number, please.")
        continue
    tries += 1
    if guess < secret:
        print("lower")
    elif guess > secret:
        print("higher")
    else:
        break
print(f"Right! {tries} tries.")
