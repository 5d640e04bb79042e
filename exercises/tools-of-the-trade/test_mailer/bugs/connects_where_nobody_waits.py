"""It opens a connection where there are parcels, though none of them is waiting."""

import smtplib
from email.message import EmailMessage

SERVER = "mail.harbour.example"
SENDER = "counter@harbour.example"


def letter(parcel):
    """Return the message for the customer of one parcel."""
    message = EmailMessage()
    message["From"] = SENDER
    message["To"] = parcel["email"]
    message["Subject"] = f"Parcel {parcel['code']} is waiting for you"
    message.set_content("We keep it for seven days. Please bring this mail with you.")
    return message


def notify(parcels):
    """Write to the customers of all waiting parcels; return the codes whose address was refused.

    All messages go through one connection. Where nobody has to be told, none is opened.
    """
    waiting = [parcel for parcel in parcels if parcel["status"] == "waiting"]
    if not parcels:
        return []
    refused = []
    with smtplib.SMTP(SERVER, timeout=10) as server:
        for parcel in waiting:
            try:
                server.send_message(letter(parcel))
            except smtplib.SMTPRecipientsRefused:
                refused.append(parcel["code"])
    return refused
