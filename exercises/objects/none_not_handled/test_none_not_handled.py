from none_not_handled import Customer, contact_line, credit_line, total_credit


def test_a_customer_without_a_phone_has_a_line():
    assert contact_line(Customer("Erik")) == "Erik, no phone"


def test_a_phone_number_loses_its_spaces():
    assert contact_line(Customer("Amira", phone="91 555 02")) == "Amira, 9155502"


def test_a_credit_of_nothing_is_an_account():
    assert credit_line(Customer("Amira", credit=0)) == "0.00 credit"


def test_a_credit_is_shown_with_two_decimals():
    assert credit_line(Customer("Amira", credit=1250)) == "12.50 credit"


def test_without_an_account_the_line_says_so():
    assert credit_line(Customer("Erik")) == "no account"


def test_customers_without_an_account_do_not_count():
    customers = [Customer("Amira", credit=1250), Customer("Erik"), Customer("Tomás", credit=50)]
    assert total_credit(customers) == 1300


def test_a_debt_may_be_the_first_or_the_only_one():
    assert total_credit([Customer("Rui", credit=-200), Customer("Amira", credit=1250)]) == 1050
    assert total_credit([Customer("Rui", credit=-200)]) == -200


def test_a_customer_may_owe_something():
    assert credit_line(Customer("Rui", credit=-200)) == "-2.00 credit"
    assert total_credit([Customer("Amira", credit=1250), Customer("Rui", credit=-200)]) == 1050


def test_the_total_of_no_customers_is_0():
    assert total_credit([]) == 0


def test_the_total_without_any_account_is_nothing():
    assert total_credit([Customer("Erik"), Customer("Amira")]) == 0


def test_a_customer_still_has_neither_phone_nor_account_unless_given():
    jonas = Customer("Erik")
    assert jonas.phone is None
    assert jonas.credit is None


def test_asking_changes_no_customer():
    customer = Customer("Erik", phone=" 91 5")
    total_credit([customer])
    contact_line(customer)
    credit_line(customer)
    assert customer == Customer("Erik", phone=" 91 5")
