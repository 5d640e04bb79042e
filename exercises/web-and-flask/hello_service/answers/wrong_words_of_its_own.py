from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.route("/")
def index():
    return "Harbour is open"


@app.route("/hello/<name>")
def hello(name):
    lang = request.args.get("lang", "en")
    word = {"pt": "Olá", "de": "Hallo"}.get(lang, "Hello")
    return {"greeting": f"{word}, {name}"}
