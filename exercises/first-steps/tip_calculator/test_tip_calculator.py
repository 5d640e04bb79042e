from tip_calculator import tip_calculator


class Customer:
    """Answers the questions of the till, one after the other, and remembers them."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.questions = []

    def __call__(self, question=""):
        self.questions.append(question)
        return self.answers.pop(0) if self.answers else ""


def test_prints_tip_and_total(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", Customer("2500", "10"))
    tip_calculator()
    assert capsys.readouterr().out == "Tip: 250 cents\nTotal: 2750 cents\n"


def test_drops_what_is_not_a_full_cent(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", Customer("999", "10"))
    tip_calculator()
    assert capsys.readouterr().out == "Tip: 99 cents\nTotal: 1098 cents\n"


def test_no_tip_leaves_the_bill_as_it_is(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", Customer("1000", "0"))
    tip_calculator()
    assert capsys.readouterr().out == "Tip: 0 cents\nTotal: 1000 cents\n"


def test_another_percentage(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", Customer("1250", "15"))
    tip_calculator()
    assert capsys.readouterr().out == "Tip: 187 cents\nTotal: 1437 cents\n"


def test_a_tip_of_100_per_cent(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", Customer("350", "100"))
    tip_calculator()
    assert capsys.readouterr().out == "Tip: 350 cents\nTotal: 700 cents\n"


def test_29_per_cent_of_100_is_29(monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", Customer("100", "29"))
    tip_calculator()
    assert capsys.readouterr().out == "Tip: 29 cents\nTotal: 129 cents\n"


def test_the_first_question_is_about_the_bill(monkeypatch):
    till = Customer("2500", "10")
    monkeypatch.setattr("builtins.input", till)
    tip_calculator()
    first_question = till.questions[0].lower()
    assert "bill" in first_question


def test_the_second_question_is_about_the_tip(monkeypatch):
    till = Customer("2500", "10")
    monkeypatch.setattr("builtins.input", till)
    tip_calculator()
    second_question = till.questions[1].lower()
    assert "tip" in second_question


def test_asks_two_questions(monkeypatch):
    till = Customer("2500", "10")
    monkeypatch.setattr("builtins.input", till)
    tip_calculator()
    how_many_questions = len(till.questions)
    assert how_many_questions == 2
