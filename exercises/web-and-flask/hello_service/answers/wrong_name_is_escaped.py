from markupsafe import escape
from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.get("/")
def home():
    """Say that the service is there."""
    return "Harbour is open"


@app.get("/hello/<name>")
def hello(name):
    """Greet a person in the language of the query parameter `lang`."""
    word = GREETINGS.get(request.args.get("lang"), GREETINGS["en"])
    return {"greeting": f"{word}, {escape(name)}"}
