def looks_like_email(text):
    return text == text.replace(" ", "") and text.find("@") >= 0 and text.count(".") > 0
