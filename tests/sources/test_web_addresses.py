import pytest

from sources.web_address import piece_at, same_site, with_scheme, without_tracking


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://a.example/x?utm_source=y&id=3&fbclid=z#top", "https://a.example/x?id=3#top"),
        ("https://a.example/x?utm_campaign=y", "https://a.example/x"),
        ("https://a.example/x?q=a%20b+c&UTM_Medium=1", "https://a.example/x?q=a%20b+c"),
        ("https://a.example/x?mutmost=1", "https://a.example/x?mutmost=1"),
        ("https://[broken/", "https://[broken/"),
    ],
)
def test_what_only_tells_who_led_there_goes(given, kept):
    assert without_tracking(given) == kept


def test_spellings_of_one_address():
    spellings = [
        "https://www.a.example/x/",
        "http://a.example/x?utm_source=b",
        "https://m.a.example/x#part",
        "https://A.example/%78",
    ]
    assert len(set(map(piece_at, spellings))) == 1
    assert piece_at("https://a.example/x?id=2") != piece_at("https://a.example/x?id=3")
    assert piece_at("") == piece_at("mailto:a@b.example") == ""


def test_one_site():
    assert same_site("https://m.a.example/", "https://www.a.example/x")
    assert same_site("https://news.a.example/", "https://a.example/")
    assert not same_site("https://a.example/", "https://evil-a.example/")
    assert not same_site("https://a.example/", "")


def test_an_address_as_it_is_typed():
    assert with_scheme(" reuters.com/world ") == "https://reuters.com/world"
    assert with_scheme("http://a.example") == "http://a.example"
    assert with_scheme("") == ""
