import json

texts = {
    "Kitchen": "The kettle is still warm.",
    "Hall": "Six coats, and it is July.",
    "Garden": "Someone has dug a hole.",
    "Street": "Your bicycle is gone.",
}
doors = {
    "Kitchen": {"east": "Hall"},
    "Hall": {"west": "Kitchen", "north": "Garden", "east": "Street"},
    "Garden": {"south": "Hall"},
    "Street": {"west": "Hall"},
}
places = {"spoon": "Kitchen", "spade": "Garden", "letter": "Garden"}
here = "Hall"


def show():
    print()
    print("==", here, "==")
    print(texts[here])
    seen = [thing for thing, place in places.items() if place == here]
    if seen:
        print("You see:", ", ".join(seen))
    print("Doors:", ", ".join(doors[here]))


show()
while True:
    words = input("What now? ").casefold().split()
    command = words[0] if words else ""
    what = words[1] if len(words) == 2 else None
    if words == ["quit"]:
        break
    if words == ["look"]:
        show()
    elif words == ["things"]:
        print(
            "You carry:", ", ".join(t for t, place in places.items() if place == "me") or "nothing"
        )
    elif command == "go" and what in doors[here]:
        here = doors[here][what]
        show()
    elif command == "take" and places.get(what) == here:
        places[what] = "me"
        print("Got it.")
    elif command == "drop" and places.get(what) == "me":
        places[what] = here
        print("Done.")
    elif command == "save" and what:
        with open(what, "w", encoding="utf-8") as file:
            json.dump([here, places], file)
        print("Saved.")
    elif command == "load" and what:
        try:
            with open(what, encoding="utf-8") as file:
                here, places = json.load(file)
        except (OSError, ValueError):
            print("No such game.")
        else:
            show()
    else:
        print("Hm?")
