def minutes_to_hours(minutes):
    if minutes < 60:
        print(minutes, "min")
    else:
        print(minutes // 60, "h", minutes % 60, "min")
