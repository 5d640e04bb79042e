from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.route("/")
def index():
    return "Harbour is open"


last = "en"

@app.route("/hello/<name>")
def hello(name):
    global last
    last = lang = request.args.get("lang") or last
    word = GREETINGS.get(lang, GREETINGS["en"])
    return {"greeting": f"{word}, {name}"}
