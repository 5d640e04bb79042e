"""What helps while code is typed: functions of a text and a cursor, without the app."""
