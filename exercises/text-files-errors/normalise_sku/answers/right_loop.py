def normalise_sku(text):
    result = ""
    for character in text:
        result += character.upper() if character not in "-_ \n\t" else " "
    while "  " in result:
        result = result.replace("  ", " ")
    return result.strip().replace(" ", "-")
