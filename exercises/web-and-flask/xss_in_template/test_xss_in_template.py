import html

from xss_in_template import review_page


def test_a_plain_review():
    assert review_page("Erik", "good mug") == "<h2>Erik</h2><p>good mug</p>"


def test_line_breaks_stay():
    page = review_page("Mei", "good\nblue\nmug")
    assert page == "<h2>Mei</h2><p>good<br>blue<br>mug</p>"


def test_every_line_break_stays_and_every_space():
    page = review_page(" Mei ", "\n good\n\nmug \n")
    assert page == "<h2> Mei </h2><p><br> good<br><br>mug <br></p>"


def test_a_script_in_the_text_is_shown_not_run():
    page = review_page("Mei", "<script>alert(1)</script>")
    assert page == "<h2>Mei</h2><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_tags_in_the_name_are_shown():
    page = review_page("<i>Erik</i>", "good")
    assert page == "<h2>&lt;i&gt;Erik&lt;/i&gt;</h2><p>good</p>"


def test_a_break_that_the_customer_typed_is_shown():
    assert review_page("Mei", "a<br>b") == "<h2>Mei</h2><p>a&lt;br&gt;b</p>"


def test_signs_next_to_a_line_break_are_shown():
    assert review_page("Mei", "I <3 it\n& tea") == (
        "<h2>Mei</h2><p>I &lt;3 it<br>&amp; tea</p>"
    )


def test_what_looks_like_a_template_is_shown_as_it_is():
    page = review_page("{{ 7 * 7 }}", "{{ config }}\n{% raw %}")
    assert page == "<h2>{{ 7 * 7 }}</h2><p>{{ config }}<br>{% raw %}</p>"


def test_quotes_are_escaped_as_well():
    page = review_page('"Erik"', "Mei's \"blue\" mug")
    assert html.unescape(page) == '<h2>"Erik"</h2><p>Mei\'s "blue" mug</p>'
    assert not any(quote in page for quote in "\"'")


def test_what_is_escaped_already_is_shown_as_it_is():
    assert review_page("Mei", "&lt;b&gt; &amp;") == "<h2>Mei</h2><p>&amp;lt;b&amp;gt; &amp;amp;</p>"


def test_an_empty_review():
    assert review_page("", "") == "<h2></h2><p></p>"
