from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.route("/")
def root():
    return "Harbour is open"


@app.route("/hello/<string:name>", methods=["GET"])
def greet(name):
    lang = request.args.get("lang", "en")
    word = GREETINGS[lang] if lang in GREETINGS else GREETINGS["en"]
    return {"greeting": ", ".join([word, name.split()[0]])}
