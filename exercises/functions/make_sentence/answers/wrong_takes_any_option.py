def make_sentence(*words, **options):
    if not words:
        return ""
    return " ".join(words) + options.get("end", ".")
