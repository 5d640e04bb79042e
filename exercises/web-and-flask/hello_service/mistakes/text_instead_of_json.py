"""The greeting comes back as plain text. A program that reads JSON finds nothing in it: return a
dictionary, and Flask makes JSON of it."""

from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.get("/")
def home():
    return "Harbour is open"


@app.get("/hello/<name>")
def hello(name):
    word = GREETINGS.get(request.args.get("lang"), GREETINGS["en"])
    return f"{word}, {name}"
