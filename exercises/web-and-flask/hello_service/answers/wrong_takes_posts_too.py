from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.route("/")
def index():
    return "Harbour is open"


@app.route("/hello/<name>", methods=["GET", "POST"])
def hello(name):
    lang = request.args.get("lang", "en")
    word = GREETINGS.get(lang, GREETINGS["en"])
    return {"greeting": f"{word}, {name}"}
