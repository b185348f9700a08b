import random
import time

import pytest

from taxonomy.han import simplified
from taxonomy.near_duplicates import Likeness, Spelling, near_duplicates


def alike(*texts):
    spellings = [Spelling(key, text) for key, text in enumerate(texts)]
    return [
        (row.likeness, texts[row.first], texts[row.second]) for row in near_duplicates(spellings)
    ]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("AI", "A.I.", Likeness.SIGNS),
        ("AT&T", "ATT", Likeness.SIGNS),
        ("US-China relations", "U.S. China Relations", Likeness.SIGNS),
        ("São Paulo", "Sao Paulo", Likeness.SIGNS),
        ("中美贸易", "中美貿易", Likeness.SIGNS),
        ("chip", "Chips", Likeness.PLURAL),
        ("Trade policy", "trade policies", Likeness.PLURAL),
        ("China US relations", "US-China Relation", Likeness.ORDER),
        ("中美关系", "美中關係", Likeness.ORDER),
        ("Semiconductor", "Semiconducter", Likeness.CHARACTER),
        ("Inflation", "Infaltion", Likeness.CHARACTER),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", Likeness.CHARACTER),
        ("中美贸易", "中美贸易战", Likeness.CHARACTERS),
    ],
)
def test_these_may_be_the_same(one, other, likeness):
    assert alike(one, other) == [(likeness, one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPT-4", "GPT-5"),
        ("Election 2024", "Election 2025"),
        ("C++", "C"),
        ("C#", "C"),
        ("Iran", "Iraq"),
        ("中国", "美国"),
        ("中美关系", "中日关系"),
        ("AI", "UI"),
        ("🎉", "🚀"),
    ],
)
def test_these_are_not(one, other):
    assert alike(one, other) == []


def test_traditional_characters():
    assert simplified("貿易戰與臺灣半導體") == "贸易战与台湾半导体"


def test_twenty_thousand_take_seconds():
    chance = random.Random(1)  # noqa: S311 — the same ones each time
    words = ["".join(chance.choices("abcdefghijklmnoprstuv", k=8)) for _number in range(4000)]
    han = [chr(0x4E00 + number) for number in range(1000)]
    texts = [" ".join(chance.choices(words, k=2)) for _number in range(15_000)]
    texts += ["".join(chance.choices(han, k=4)) for _number in range(5_000)]
    start = time.perf_counter()
    near_duplicates(Spelling(key, text) for key, text in enumerate(texts))
    assert time.perf_counter() - start < 15
