import json
from pathlib import Path

OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


class Room:
    """A place with doors to other rooms, and things that lie in it."""

    def __init__(self, name, description, things=()):
        self.name = name
        self.description = description
        self.things = list(things)
        self.exits = {}

    def connect(self, direction, other):
        """Make a door that can be used from both sides."""
        self.exits[direction] = other
        other.exits[OPPOSITE[direction]] = self

    def show(self):
        """Print the room, as somebody sees who has come in."""
        print(f"== {self.name} ==")
        print(self.description)
        if self.things:
            print(f"You see: {', '.join(self.things)}")
        print(f"Doors: {', '.join(self.exits)}")


class Game:
    """A world, and the player in it."""

    def __init__(self, rooms):
        self.rooms = {room.name: room for room in rooms}
        self.here = rooms[0]
        self.carried = []

    def go(self, direction):
        """Walk through a door, if there is one."""
        if direction not in self.here.exits:
            print("There is no door.")
            return
        self.here = self.here.exits[direction]
        self.here.show()

    def take(self, thing):
        """Take a thing that lies here."""
        if thing not in self.here.things:
            print("I see no such thing.")
            return
        self.carried.append(thing)
        print(f"You take the {thing}.")

    def drop(self, thing):
        """Put down a thing that is carried."""
        if thing not in self.carried:
            print("You have no such thing.")
            return
        self.carried.remove(thing)
        self.here.things.append(thing)
        print(f"You drop the {thing}.")

    def save(self, name):
        """Write everything that can change to a file."""
        lying = {room.name: room.things for room in self.rooms.values()}
        state = {"here": self.here.name, "carried": self.carried, "lying": lying}
        Path(name).write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
        print("Saved.")

    def load(self, name):
        """Bring a saved game back, if there is one."""
        try:
            state = json.loads(Path(name).read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            print("I can't load that game.")
            return
        self.here = self.rooms[state["here"]]
        self.carried = state["carried"]
        for room in self.rooms.values():
            room.things = state["lying"][room.name]
        self.here.show()

    def obey(self, words):
        """Do what one command says; return whether the game goes on."""
        match words:
            case ["go", direction]:
                self.go(direction)
            case ["look"]:
                self.here.show()
            case ["take", thing]:
                self.take(thing)
            case ["drop", thing]:
                self.drop(thing)
            case ["things"]:
                print(f"You carry: {', '.join(self.carried) or 'nothing'}")
            case ["save", name]:
                self.save(name)
            case ["load", name]:
                self.load(name)
            case ["quit"]:
                return False
            case _:
                print("I don't understand.")
        return True


def build_world():
    """Return the rooms, the first one first."""
    tower = Room("Lighthouse", "It smells of salt and old rope.", ["lamp"])
    beach = Room("Beach", "Gulls fight over something shiny.", ["key"])
    cave = Room("Cave", "It is dark, and something drips.")
    tower.connect("south", beach)
    beach.connect("east", cave)
    return [tower, beach, cave]


game = Game(build_world())
game.here.show()
while game.obey(input("> ").lower().split()):
    pass
print("Goodbye.")
