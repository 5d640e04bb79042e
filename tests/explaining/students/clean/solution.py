def tidy(text):
    return " ".join(word.capitalize() for word in text.split())


def is_palindrome(text):
    letters = [c for c in text.lower() if c.isalpha()]
    return letters == letters[::-1]
