"""The curated world: what it must hold, how it is found, and which user files it refuses."""

from collections import Counter
from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.terms import Classes
from ontology.world import (
    WORLD_FILE,
    GazetteerError,
    World,
    fold_label,
    load_world,
    names_of,
    read_world,
    world_ntriples,
)
from ontology.world_model import ENTITY_KINDS

ID = "https://w3id.org/onrecord/id/"

HEAD = """
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix id: <https://w3id.org/onrecord/id/> .
"""


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def found(world: World, text: str) -> list[str]:
    return [entity.iri.removeprefix(ID) for entity in world.find(text)]


class TestNames:
    @pytest.mark.parametrize(
        ("text", "slug"),
        [
            ("Iraq", "country/iraq"),
            ("the U.S.", "country/united-states"),
            ("Ain al-Assad Airbase", "base/ain-al-asad"),
            ("Ain Al-Asad airbase", "base/ain-al-asad"),
            ("Sabit al-Abassi", "person/thabit-al-abbasi"),
            ("Thabet al-Abbasi", "person/thabit-al-abbasi"),
            ("Mohammad Shia al-Sudani", "person/mohammed-shia-al-sudani"),
            ("Erdoğan", "person/recep-tayyip-erdogan"),
            ("Kurdish autonomous region", "region/kurdistan-region"),
            ("US-led military coalition", "coalition/us-led-coalition"),
            ("Al-Hadath television channel", "outlet/al-hadath"),
            ("AP", "agency/associated-press"),
        ],
    )
    def test_a_spelling_leads_to_the_one_thing_that_bears_it(self, world, text, slug):
        assert found(world, text) == [slug]

    @pytest.mark.parametrize(
        ("text", "slug"),
        [
            ("Iraq’s foreign ministry", "body/foreign-ministry-iraq"),
            ("the Iraqi Ministry of Foreign Affairs", "body/foreign-ministry-iraq"),
            ("Iraqi Foreign Minister", "post/foreign-minister-iraq"),
            ("Prime Minister of Iraq", "post/prime-minister-iraq"),
            ("American troops", "force/united-states"),
            ("US Ambassador to Iraq", "post/ambassador-us-iraq"),
            ("French government", "government/france"),
        ],
    )
    def test_a_country_beside_a_generic_name_makes_a_name(self, world, text, slug):
        assert found(world, text) == [slug]

    @pytest.mark.parametrize("text", ["us", "Us", "turkey", "ap", "is", "foreign ministry", "May"])
    def test_ordinary_words_name_nothing(self, world, text):
        assert found(world, text) == []

    def test_an_outlet_whose_name_is_a_word_needs_its_article(self, world):
        assert found(world, "Guardian") == []
        assert found(world, "The Guardian") == ["outlet/guardian"]

    def test_the_base_and_the_former_president_do_not_share_a_bare_name(self, world):
        assert found(world, "al-Assad") == []
        assert found(world, "Bashar al-Assad") == ["person/bashar-al-assad"]

    def test_each_name_belongs_to_one_thing_of_each_kind(self, world):
        for key, iris in world.by_label.items():
            kinds = Counter(world.entities[iri].kind for iri in iris)
            assert max(kinds.values()) == 1, (key, iris)

    def test_each_word_for_a_people_belongs_to_one_country(self, world):
        words = [fold_label(w) for e in world.entities.values() for w in set(e.demonyms)]
        assert [w for w, count in Counter(words).items() if count > 1] == []

    def test_no_name_is_shorter_than_two_letters_once_folded(self, world):
        assert [key for key in world.by_label if len(key) < 2] == []

    def test_the_name_of_an_entity_leads_back_to_it(self, world):
        for entity in world.entities.values():
            assert entity in world.find(entity.name), entity.name


class TestFolding:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Al-Abassi", "al abassi"),
            ("U.S.", "US"),
            ("Iraq’s", "Iraq's"),
            ("Al-Qa'im", "Al-Qaim"),
            ("the United States", "United States"),
            ("Türkiye", "Turkiye"),
            ("Washington, D.C.", "Washington, DC"),
        ],
    )
    def test_spellings_that_differ_in_marks_alone_fold_to_one(self, one, other):
        assert fold_label(one) == fold_label(other)

    def test_a_possessive_stays_apart_from_the_name(self):
        assert fold_label("Iraq's") != fold_label("Iraq")


class TestPlaces:
    def test_the_area_around_erbil_is_the_kurdistan_region(self, world):
        erbil = world.entities[ID + "place/erbil"]
        assert erbil.around == (ID + "region/kurdistan-region",)
        assert erbil.containers == (ID + "region/kurdistan-region", ID + "country/iraq")
        assert erbil.reasons

    def test_the_base_ain_al_asad_lies_in_anbar_in_iraq(self, world):
        base = world.entities[ID + "base/ain-al-asad"]
        assert base.containers == (ID + "area/anbar-governorate", ID + "country/iraq")

    def test_a_place_directly_in_a_country_has_nothing_around_it(self, world):
        assert world.entities[ID + "region/kurdistan-region"].around == ()

    def test_every_place_below_a_country_reaches_one_or_says_why_not(self, world):
        silent = _without_container_on_purpose()
        for entity in world.entities.values():
            local = entity.kind in {"Settlement", "AdministrativeArea", "Facility", "Base"}
            if local and entity.iri not in silent:
                kinds = [world.entities[iri].kind for iri in entity.containers]
                assert kinds[-1:] == ["Country"], entity.iri

    def test_a_region_contains_the_places_curated_in_it(self, world):
        names = {e.name for e in world.places_in(ID + "region/kurdistan-region")}
        assert {"Erbil", "Erbil Air Base", "Duhok"} <= names


def _without_container_on_purpose() -> set[str]:
    from rdflib import SKOS, Graph

    notes = Graph().parse(WORLD_FILE).subject_objects(SKOS.scopeNote)
    return {str(thing) for thing, note in notes if str(note).startswith("No container:")}


class TestJudgements:
    PROPER = frozenset(
        {
            "Person", "Official", "Base", "Settlement", "AdministrativeArea", "ArmedForce",
            "ArmedGroup", "Coalition", "NewsAgency", "NewsOrganization", "GovernmentBody",
        }
    )  # fmt: skip

    def test_names_that_share_too_few_words_are_joined_with_a_reason(self, world):
        for entity in world.entities.values():
            own = set(fold_label(entity.name).split())
            others = [n for n in entity.labels if not set(fold_label(n).split()) <= own]
            assert not (entity.kind in self.PROPER and others and not entity.reasons), (
                entity.iri,
                others,
            )

    def test_descriptions_of_attackers_are_kept_apart_and_only_close(self, world):
        described = [e for e in world.entities.values() if e.is_description]
        assert len(described) >= 6
        for entity in described:
            assert entity.close_matches, entity.iri
            assert entity.reasons, entity.iri
            assert set(entity.close_matches) <= set(world.entities)

    def test_wikidata_items_are_given_once_each(self, world):
        items = [item for e in world.entities.values() for item in e.exact_matches]
        assert len(items) == len(set(items))
        assert all(item.startswith("http://www.wikidata.org/entity/Q") for item in items)


class TestPosts:
    def test_the_holder_of_a_post_depends_on_the_date(self, world):
        post = ID + "post/prime-minister-iraq"
        assert [p.name for p in world.holders(post, on="2024-09")] == ["Mohammed Shia al-Sudani"]
        assert [p.name for p in world.holders(post, on="2021")] == ["Mustafa al-Kadhimi"]

    def test_a_year_of_change_has_both_holders(self, world):
        names = [p.name for p in world.holders(ID + "post/secretary-of-defense", on="2025")]
        assert names == ["Lloyd Austin", "Pete Hegseth"]

    def test_every_holder_of_a_post_is_an_official_and_the_reverse(self, world):
        for entity in world.entities.values():
            if entity.is_person:
                assert (entity.kind == "Official") == bool(entity.tenures), entity.iri

    def test_every_post_belongs_to_an_organisation(self, world):
        posts = [e for e in world.entities.values() if e.kind == "Post"]
        assert all(post.post_in for post in posts)


class TestGovernments:
    def test_a_capital_may_stand_for_its_government(self, world):
        assert world.metonyms[ID + "place/baghdad"] == ID + "government/iraq"
        assert world.metonyms[ID + "place/washington"] == ID + "government/united-states"

    def test_a_city_that_is_no_capital_may_stand_for_one_too(self, world):
        assert world.metonyms[ID + "place/tel-aviv"] == ID + "government/israel"

    def test_the_government_of_a_country_is_found_by_the_country(self, world):
        government = world.government_of(ID + "country/france")
        assert government is not None
        assert government.name == "Government of France"

    def test_a_land_without_a_curated_government_has_none(self, world):
        assert world.government_of(ID + "country/djibouti") is None


class TestCoverage:
    def test_the_region_is_covered_and_not_only_five_reports(self, world):
        kinds = Counter(e.kind for e in world.entities.values())
        assert 40 <= kinds["Country"] <= 90
        assert kinds["Base"] >= 20
        governorates = [
            e for e in world.entities.values()
            if e.kind == "AdministrativeArea" and ID + "country/iraq" in e.containers
        ]  # fmt: skip
        assert len(governorates) == 19

    def test_every_kind_is_a_class_of_the_ontology(self, world):
        assert {e.kind for e in world.entities.values()} <= set(vars(Classes))
        assert set(vars(Classes)) >= ENTITY_KINDS

    def test_every_country_has_words_for_its_people(self, world):
        countries = [e for e in world.entities.values() if e.kind == "Country"]
        assert [c.name for c in countries if not c.demonyms] == []


@pytest.fixture(scope="module")
def ntriples() -> str:
    return world_ntriples()


class TestTriples:
    def test_containment_is_written_out_at_every_distance(self, ntriples):
        located = f"<{ID}base/ain-al-asad> <https://w3id.org/onrecord/ontology#locatedIn>"
        assert f"{located} <{ID}area/anbar-governorate> .\n" in ntriples
        assert f"{located} <{ID}country/iraq> .\n" in ntriples

    def test_the_area_around_a_place_is_written_out(self, ntriples):
        around = "<https://w3id.org/onrecord/ontology#around>"
        assert f"<{ID}place/erbil> {around} <{ID}region/kurdistan-region> .\n" in ntriples

    def test_a_description_has_no_proper_name(self, ntriples):
        group = f"<{ID}group/iran-backed-militias> <https://w3id.org/onrecord/ontology#"
        assert f"{group}sortName>" in ntriples
        assert f"{group}properName>" not in ntriples

    def test_lines_are_sorted_and_none_is_told_twice(self, ntriples):
        lines = ntriples.splitlines()
        assert lines == sorted(set(lines))

    def test_there_is_no_blank_node(self, ntriples):
        assert not any(line.startswith("_:") or " _:" in line for line in ntriples.splitlines())

    def test_every_term_of_ours_is_declared(self, ntriples):
        from ontology.terms import LEX, ONR, Properties

        declared = {f"<{ONR}{name}>" for name in (*vars(Properties), *vars(Classes))}
        lexical = {f"<{LEX}{name}>" for name in ("genericName", "standsFor", "isDescription")}
        used = {line.split(" ", 2)[1] for line in ntriples.splitlines()}
        ours = {term for term in used if term.startswith((f"<{ONR}", f"<{LEX}"))}
        assert ours <= declared | lexical


@pytest.mark.reasoner
def test_the_curated_world_does_not_contradict_the_ontology():
    from rdflib import Graph

    from ontology.reason import check_consistency

    assert check_consistency(Graph().parse(WORLD_FILE)).consistent


class TestUserFiles:
    BASIS = """
        id:iraq a onr:Country ; skos:prefLabel "Iraq"@en .
        id:erbil a onr:Settlement ; skos:prefLabel "Erbil"@en ; onr:directlyLocatedIn id:iraq .
        id:wire a onr:NewsAgency ; skos:prefLabel "The Wire"@en .
        id:ann a onr:Official ; skos:prefLabel "Ann Able"@en .
        id:mayor a onr:Post ; skos:prefLabel "Mayor"@en ; onr:postIn id:wire .
    """

    def load(self, tmp_path: Path, text: str) -> World:
        basis, mine = tmp_path / "basis.ttl", tmp_path / "mine.ttl"
        basis.write_text(HEAD + self.BASIS, encoding="utf-8")
        mine.write_text(HEAD + text, encoding="utf-8")
        return read_world([basis, mine])

    def test_a_user_adds_a_town_and_a_spelling(self, tmp_path):
        path = tmp_path / "mine.ttl"
        path.write_text(
            HEAD
            + """
            <https://w3id.org/onrecord/id/place/soran> a onr:Settlement ;
                skos:prefLabel "Soran"@en ;
                onr:directlyLocatedIn <https://w3id.org/onrecord/id/region/kurdistan-region> .
            <https://w3id.org/onrecord/id/place/erbil> skos:altLabel "Arbela"@en .
            """,
            encoding="utf-8",
        )
        world = load_world([path])
        assert found(world, "Soran") == ["place/soran"]
        assert found(world, "Arbela") == ["place/erbil"]
        assert world.entities[ID + "place/soran"].around == (ID + "region/kurdistan-region",)

    def test_the_basis_of_these_tests_is_good(self, tmp_path):
        assert len(self.load(tmp_path, "").entities) == 5

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("this is no turtle", "is not Turtle"),
            ('[] a onr:Country ; skos:prefLabel "Utopia"@en .', "blank node"),
            ('id:x a onr:Country ; skos:altLabel "Utopia"@en .', "no skos:prefLabel"),
            ('id:x a onr:Nation ; skos:prefLabel "Utopia"@en .', "no type that the gazetteer"),
            ('id:x skos:prefLabel "Utopia"@en .', "no type that the gazetteer"),
            ('id:x a onr:Country ; skos:prefLabel "U"@en .', "too short"),
            ('id:iraq skos:altLabel " Irak"@en .', "too short or padded"),
            (
                'id:x a onr:Base ; skos:prefLabel "Nowhere"@en ; onr:directlyLocatedIn id:y .',
                "not curated",
            ),
            (
                'id:x a onr:Base ; skos:prefLabel "Paper"@en ; onr:directlyLocatedIn id:wire .',
                "no place",
            ),
            ("id:iraq onr:directlyLocatedIn id:erbil .", "in itself"),
            (
                'id:iran a onr:Country ; skos:prefLabel "Iran"@en .'
                "id:erbil onr:directlyLocatedIn id:iran .",
                "more than one directlyLocatedIn",
            ),
            ("id:t a onr:Tenure ; onr:tenureOf id:ann .", "lacks onr:tenurePost"),
            (
                "id:t a onr:Tenure ; onr:tenureOf id:ann ; onr:tenurePost id:mayor ;"
                ' onr:tenureStart "March 2020" .',
                "no year, month or day",
            ),
            (
                "id:t a onr:Tenure ; onr:tenureOf id:ann ; onr:tenurePost id:mayor ;"
                ' onr:tenureStart "2021-05" ; onr:tenureEnd "2020" .',
                "before it starts",
            ),
        ],
    )
    def test_a_faulty_file_is_refused_with_its_name_and_the_reason(self, tmp_path, text, reason):
        with pytest.raises(GazetteerError, match=reason) as caught:
            self.load(tmp_path, text)
        assert caught.value.path == tmp_path / "mine.ttl"
        assert isinstance(caught.value, OntologyError)

    def test_a_missing_file_is_refused_with_its_name(self, tmp_path):
        with pytest.raises(GazetteerError, match=r"absent\.ttl: cannot be read"):
            read_world([tmp_path / "absent.ttl"])


def test_names_of_an_entity_hold_its_own_and_the_composed_ones(world):
    names = names_of(world.entities[ID + "government/iraq"], world.entities)
    assert {"Government of Iraq", "Iraqi government", "Iraq's government"} <= set(names)
    assert len(names) == len(set(names))
