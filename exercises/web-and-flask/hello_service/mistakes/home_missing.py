"""The greeting works, but `/` answers 404: no function is registered for that path. A route needs its
decorator right above the function."""

from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


def home():
    return "Harbour is open"


@app.get("/hello/<name>")
def hello(name):
    word = GREETINGS.get(request.args.get("lang"), GREETINGS["en"])
    return {"greeting": f"{word}, {name}"}
