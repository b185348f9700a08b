from copy import deepcopy

import pytest

from bench.lighthouse.kinds import chosen
from bench.lighthouse.measured import read

SITE = "http://127.0.0.1:8000"


def request(path, kind, sent=1000, unpacked=2000):
    address = path if "://" in path else SITE + path
    return {"url": address, "resourceType": kind, "transferSize": sent, "resourceSize": unpacked}


@pytest.fixture
def result():
    """As Lighthouse says it of a page at which nothing is wrong."""
    reference = [{"id": "target-size", "weight": 7}, {"id": "insight", "weight": 0}]
    return {
        "finalDisplayedUrl": f"{SITE}/en/",
        "categories": {
            "performance": {"score": 1, "auditRefs": []},
            "accessibility": {"score": 1, "auditRefs": reference},
            "best-practices": {"score": 1, "auditRefs": []},
            "seo": {"score": 1, "auditRefs": []},
        },
        "audits": {
            "target-size": {"id": "target-size", "score": 1},
            "insight": {"id": "insight", "score": 0},
            "is-crawlable": {"id": "is-crawlable", "score": 1},
            "largest-contentful-paint": {"numericValue": 1200},
            "cumulative-layout-shift": {"numericValue": 0},
            "network-requests": {
                "details": {
                    "items": [
                        request("/en/", "Document"),
                        request("/static/site.css", "Stylesheet"),
                        request("/static/icon.svg", "Other"),
                        request("/en/manifest.webmanifest", "Manifest"),
                        # From the cache, and pictures: neither counts.
                        request("/static/icon.svg", "Other", sent=0),
                        request("/media/a.webp", "Image", sent=90_000, unpacked=90_000),
                        request("https://pictures.example/a.png", "Image"),
                    ]
                }
            },
        },
    }


def faults(result, *requests):
    changed = deepcopy(result)
    changed["audits"]["network-requests"]["details"]["items"] += requests
    return list(read(changed).faults())


def test_nothing_is(result):
    assert faults(result) == []


@pytest.mark.parametrize(
    ("path", "kind", "size", "expected"),
    [
        ("/a.woff2", "Font", 1, ["5 requests of 4"]),
        ("/a.js", "Script", 0, [f"scripts: {SITE}/a.js"]),
        ("https://others.example/a", "Font", 0, ["asks elsewhere: https://others.example/a"]),
        ("/b.css", "Stylesheet", 20_480, ["5 requests of 4", "22,480 bytes style of 20,480"]),
    ],
)
def test_what_is_asked_for(result, path, kind, size, expected):
    assert faults(result, request(path, kind, sent=size, unpacked=size)) == expected


def test_scores_name_what_fails(result):
    result["categories"]["accessibility"]["score"] = 0.95
    result["audits"]["target-size"] |= {"score": 0, "displayValue": "2 elements"}
    assert faults(result) == ["accessibility 95: target-size 2 elements"]


def test_a_page_that_is_not_to_be_found_has_no_figure_for_it(result):
    result["categories"]["seo"]["score"] = 0.6
    result["audits"]["is-crawlable"]["score"] = 0
    assert "seo" not in read(result).scores
    assert faults(result) == []


def test_time_and_shift(result):
    result["audits"]["largest-contentful-paint"]["numericValue"] = 1300
    result["audits"]["cumulative-layout-shift"]["numericValue"] = 0.02
    assert read(result).is_slow()
    assert faults(result) == [
        "the largest paint comes after 1.30 s of 1.2",
        "the layout shifts by 0.020",
    ]


def test_pages_are_chosen_by_name():
    assert list(chosen(["tag"])) == ["tag"]
    assert len(chosen([])) > 20
    with pytest.raises(ValueError, match="no page is called nothing"):
        chosen(["tag", "nothing"])
