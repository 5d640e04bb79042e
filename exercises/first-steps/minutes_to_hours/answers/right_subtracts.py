def minutes_to_hours(minutes):
    hours = minutes // 60
    minutes = minutes - hours * 60
    print(hours, "h", minutes, "min")
