from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.get("/")
def home():
    return "Harbour is open"


@app.get("/hello/<name>")
def hello(name):
    word = GREETINGS.get(request.args.get("lang", "").lower(), GREETINGS["en"])
    return {"greeting": f"{word}, {name}"}
