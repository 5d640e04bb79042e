"""A language that is not in `GREETINGS` ends in an error 500, because square brackets demand that the
key exists. Ask the dictionary in a way that has an answer for missing keys."""

from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.get("/")
def home():
    return "Harbour is open"


@app.get("/hello/<name>")
def hello(name):
    word = GREETINGS[request.args.get("lang", "en")]
    return {"greeting": f"{word}, {name}"}
