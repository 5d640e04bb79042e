def pick_greeting(name, hour):
    if hour < 12:
        return "Good morning, Mei!"
    if hour < 18:
        return "Good afternoon, Mei!"
    return "Good evening, Mei!"
