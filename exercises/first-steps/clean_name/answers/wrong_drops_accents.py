def clean_name(typed):
    clean = ""
    for letter in typed.strip().upper():
        if letter == " ":
            clean += "."
        elif letter == "." or "A" <= letter <= "Z":
            clean += letter
    return clean
