"""On the five seeds and on clean news, furniture is found and the report left whole."""

import gzip
import json

from graph_build.read import find_zones

NAMES = ("000_", "001_", "002_", "003_", "004_")


def characters_of(spans):
    return {i for start, end in spans for i in range(start, end)}


def seeds_with_gold(shared):
    for name in NAMES:
        (seed,) = (shared / "seeds").glob(f"{name}*.txt")
        gold = json.loads((shared / "gold" / f"{seed.stem}.json").read_text(encoding="utf-8"))
        yield seed.read_bytes().decode("utf-8"), gold["not_article_text"]


def furniture_of(text):
    zones = [zone for zone in find_zones(text) if zone.kind.value == "furniture"]
    return characters_of((zone.span.start, zone.span.end) for zone in zones)


def test_every_stretch_that_is_no_article_text_is_furniture(shared):
    for text, stretches in seeds_with_gold(shared):
        furniture = furniture_of(text)
        for start, end in stretches:
            assert len(furniture & set(range(start, end))) >= 0.9 * (end - start)


def test_no_article_text_is_furniture(shared):
    for text, stretches in seeds_with_gold(shared):
        assert furniture_of(text) - characters_of(stretches) == set()


def test_hardly_any_statement_of_clean_news_is_lost_to_furniture(shared):
    lost = total = 0
    with gzip.open(shared / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            furniture = furniture_of(report["text"])
            for attribution in report["attributions"]:
                total += 1
                lost += attribution["content"][0][0] in furniture
    assert total > 2000
    assert lost <= 0.002 * total
