secret = 42
tries = 0
while True:
    try:
        guess = int(input("Your guess? "))
    except ValueError:
        print("A number, please.")
        continue
    tries += 1
    if guess < secret:
        print("higher")
    elif guess > secret:
        print("lower")
    else:
        break
print(f"Right! {tries} tries.")
