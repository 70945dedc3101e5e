"""Which speakers of different articles are one, which are not, and what is left open."""

from __future__ import annotations

import pytest

from allegedly.model.identity import Identity, Profile, Sort, profile_key
from allegedly.resolve.identity_clusters import identify
from allegedly.resolve.identity_lexicon import load_spellings

SPELLINGS = load_spellings("en")


def said(
    article: str,
    name: str,
    role: str | None = None,
    of: str | None = None,
    country: str | None = None,
    *,
    sort: Sort = Sort.PERSON,
    outlet: str | None = None,
    day: str | None = "2026-11-20",
    joint: bool = False,
) -> Profile:
    roles, bodies, countries = ((value,) if value else () for value in (role, of, country))
    return Profile(profile_key(article, sort, name), article, name, sort, roles, bodies, countries, joint, outlet, day)


def groups(*profiles: Profile) -> list[list[str]]:
    """The articles of each identity."""
    return sorted([one.article for one in identity.profiles] for identity in identify(profiles, (), SPELLINGS))


def identities(*profiles: Profile) -> dict[str, Identity]:
    """The identity of each article's profile."""
    return {one.article: identity for identity in identify(profiles, (), SPELLINGS) for one in identity.profiles}


SPOKESMAN = ("spokesman", "Kremlin", "RU")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Dmitry Peskov",), ("Dmitry Peskov",)),
        (("DMITRY PESKOV",), ("Dmitry Peskov", *SPOKESMAN)),
        (("Dmitry Peskov", *SPOKESMAN), ("Dmitri Peskov", "spokesperson", None, "RU")),
        (("Dmitry Peskov", *SPOKESMAN), ("D. Peskov", "spokesman", "Kremlin")),
        (("Dmitry Peskov", *SPOKESMAN), ("Peskov", *SPOKESMAN)),
        (("Andrii Yermak", "head", "presidential office", "UA"), ("Andriy Ermak", None, None, "UA")),
        (("Volodymyr Zelensky", "president", None, "UA"), ("Volodymyr Zelenskyy", "president")),
        (("Muammar Gaddafi", None, None, "LY"), ("Moammar Kaddafi", None, None, "LY")),
        (("Mohammed Ali Ruz", "minister", None, "JO"), ("Muhammad Ali Ruz", "minister", None, "JO")),
        (("José Álvarez-Ruiz",), ("Jose Alvarez-Ruiz",)),
        (("Jean-Claude Morel",), ("Jean Claude Morel",)),
        (("Ursula von der Mark", "president"), ("von der Mark", "president")),
        (("Vladimir Putin", "president", None, "RU"), ("V. Putin", "president", None, "RU")),
        (("Bashar al-Assad", "president"), ("Assad", "president")),
        (("Xi Jinping", "president", None, "CN"), ("Xi", "president", None, "CN")),
        (("Kim Jong-un",), ("Kim Jong Un",)),
        (("William Hart", "governor"), ("Bill Hart", "governor")),
        (("John F. Hart", "senator"), ("John Hart", "senator")),
        (("Mirela Kosta", "governor"), ("Mirela Kosta", "former engineer")),
        (("Ann Hart", "chairwoman", "House Budget Committee"), ("Ann Hart", "speaker", "House")),
    ],
)
def test_these_are_one(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert groups(said("a", *left), said("b", *right)) == [["a", "b"]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("John Smith", "mayor", "Lakeside Council"), ("John Smith", "engineer", "Volta Motors")),
        (("John Smith", None, None, "GB"), ("John Smith", None, None, "US")),
        (("George Bush", "president", None, "US"), ("George W. Bush", "governor", None, None)),
        (("George W. Bush", "president"), ("George H.W. Bush", "president")),
        (("George Bush",), ("George W. Bush",)),
        (("Martin Hale Jr.", "pastor"), ("Martin Hale Sr.", "pastor")),
        (("Martin Hale Jr.", "pastor", None, "US"), ("Martin Hale", "pastor", None, "US")),
        (("Stephen Miller", "adviser"), ("Steven Miller", "adviser")),
        (("Dmitry Peskov",), ("Dmitri Peskov",)),
        (("Dmitry Peskov", *SPOKESMAN), ("Peskov",)),
        (("Dmitry Peskov", *SPOKESMAN), ("Peskov", "economist", None, "US")),
        (("Peskov",), ("Peskov",)),
        (("Hart",), ("Hart", "senator")),
        (("Ann Hart",), ("Anna Hart",)),
        (("Ivan Petrov",), ("Petrov Ivan",)),
        (("Vladimir Putin",), ("V. Putin",)),
        (("William Hart",), ("Bill Hart",)),
    ],
)
def test_these_are_not_or_not_for_sure(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert groups(said("a", *left), said("b", *right)) == [["a"], ["b"]]


def test_a_surname_means_nobody_where_two_may_be_meant() -> None:
    lena, otto = said("a", "Lena Hart", "senator"), said("b", "Otto Hart", "senator")
    assert groups(lena, otto, said("c", "Hart", "senator")) == [["a"], ["b"], ["c"]]
    assert groups(lena, said("c", "Hart", "senator")) == [["a", "c"]]


def test_an_initial_means_nobody_where_two_may_be_meant() -> None:
    people = (said("a", "John Hart", "senator"), said("b", "Jane Hart", "senator"), said("c", "J. Hart", "senator"))
    assert groups(*people) == [["a"], ["b"], ["c"]]
    found = identities(*people)
    assert {doubt.name for doubt in found["c"].doubts} == {"John Hart", "Jane Hart"}


def test_a_short_name_is_not_taken_for_one_of_two_middle_names() -> None:
    found = groups(
        said("a", "George W. Bush", "president"),
        said("b", "George H.W. Bush", "president"),
        said("c", "George Bush", "president"),
    )
    assert found == [["a"], ["b"], ["c"]]


def test_a_surname_is_out_of_reach_after_years() -> None:
    long_ago = said("a", "Lena Hart", "president", day="1990-01-01")
    assert groups(long_ago, said("b", "Hart", "president", day="2020-01-01")) == [["a"], ["b"]]
    assert groups(long_ago, said("b", "Hart", "president", day="1991-01-01")) == [["a", "b"]]


def test_who_says_nothing_of_himself_goes_to_neither_of_two_namesakes() -> None:
    found = identities(
        said("a", "John Smith", "mayor", "Lakeside Council"),
        said("b", "John Smith", "engineer", "Volta Motors"),
        said("c", "John Smith"),
    )
    assert len({one.id for one in found.values()}) == 3
    assert {doubt.other for doubt in found["c"].doubts} == {found["a"].id, found["b"].id}


def test_what_one_article_says_amiss_does_not_part_what_many_say() -> None:
    many = [said(f"a{number}", "Lena Hart", "senator", "Senate", "US") for number in range(30)]
    plain = [said(f"b{number}", "Lena Hart") for number in range(30)]
    odd = said("c", "Lena Hart", "president", "Volta Motors", "FR")
    assert sorted(map(len, groups(*many, *plain, odd))) == [1, 60]


def test_a_rare_rival_does_not_take_a_surname_from_the_one_everybody_means() -> None:
    many = [said(f"a{number}", "Lena Hart", "president") for number in range(40)]
    rival = said("b", "Otto Hart", "president")
    assert sorted(map(len, groups(*many, rival, said("c", "Hart", "president")))) == [1, 41]


def test_two_named_together_are_nobody_else() -> None:
    both = said("a", "Lena Hart and Otto Ruz", "senator", joint=True)
    assert groups(both, said("b", "Lena Hart and Otto Ruz", joint=True), said("c", "Otto Ruz", "senator")) == [
        ["a"],
        ["b"],
        ["c"],
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("UN", "United Nations", "the U.N."), 1),
        (("Ukraine’s Foreign Ministry", "Ukrainian Foreign Ministry", "Ministry of Foreign Affairs of Ukraine"), 1),
        (("Ukrainian Foreign Ministry", "Russian Foreign Ministry"), 2),
        (("Human Rights Watch", "the Human Rights Watch"), 1),
        (("Times", "New York Times"), 2),
        (("Ardovian Defence Union", "Ardovian Defense Union"), 1),
        (("Foreign Ministry", "Ukrainian Foreign Ministry"), 2),
        (("Health Department", "Health Department"), 2),
    ],
)
def test_bodies_are_one_by_their_normal_form_and_country(names: tuple[str, ...], expected: int) -> None:
    profiles = [said(str(at), name, sort=Sort.BODY, outlet=f"outlet {at}") for at, name in enumerate(names)]
    assert len(groups(*profiles)) == expected


def test_a_name_that_every_country_has_is_one_within_an_outlet() -> None:
    here = [said(str(at), "Senate", sort=Sort.BODY, outlet="Orlec Courier") for at in range(2)]
    there = said("3", "Senate", sort=Sort.BODY, outlet="Example Wire")
    assert groups(*here, there) == [["0", "1"], ["3"]]


def test_a_name_that_every_town_has_is_one_within_an_article_only() -> None:
    here = [said(str(at), "Health Department", sort=Sort.BODY, outlet="Orlec Courier") for at in range(2)]
    assert groups(*here) == [["0"], ["1"]]
    assert len(identities(*here)["0"].doubts) == 1


def test_a_body_takes_its_country_from_its_name_or_from_what_is_said() -> None:
    left = said("a", "Foreign Ministry", country="UA", sort=Sort.BODY)
    assert groups(left, said("b", "Ukraine's Foreign Ministry", sort=Sort.BODY)) == [["a", "b"]]
    assert groups(left, said("b", "Foreign Ministry", country="FR", sort=Sort.BODY)) == [["a"], ["b"]]


def test_a_state_is_one_by_country_whatever_stood_for_it() -> None:
    profiles = [said(name, name, country="IR", sort=Sort.STATE) for name in ("Iran", "Tehran")]
    assert len(groups(*profiles, said("x", "France", country="FR", sort=Sort.STATE))) == 2


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    assert len(groups(said("a", "Hart"), said("b", "Hart", sort=Sort.BODY))) == 2


def test_an_identity_says_what_joined_it_and_bears_its_fullest_common_name() -> None:
    found = identities(
        said("a", "Peskov", *SPOKESMAN, day="2026-11-18"),
        said("b", "Dmitry Peskov", *SPOKESMAN, day="2026-11-19"),
        said("c", "Dmitri Peskov", "spokesman", None, "RU", day="2026-11-20"),
        said("d", "Dmitry Peskov", day="2026-11-21"),
    )
    (identity,) = {one.id: one for one in found.values()}.values()
    assert identity.name == "Dmitry Peskov"
    assert identity.id == profile_key("a", Sort.PERSON, "peskov")
    assert identity.reasons == (
        "Dmitri Peskov: given name spelt in two ways, role spokesman, country RU",
        "Peskov: surname alone, role spokesman, affiliation kremlin, country RU",
    )


def test_a_later_article_changes_no_id_and_an_older_key_still_leads_there() -> None:
    first = said("a", "Lena Hart", day="2026-11-20")
    before = identities(first)["a"].id
    after = identities(first, said("b", "Lena Hart", day="2026-11-21"), said("c", "Otto Ruz"))["a"]
    assert after.id == before
    earlier = identities(first, said("z", "Lena Hart", day="2026-11-01"))["a"]
    assert before in {profile.key for profile in earlier.profiles}


@pytest.mark.parametrize(
    "name", ["X", "習近平", "Дмитрий Песков", "V.", "-", "'", "Jr.", "a" * 3000, "מירה כהן", "\u0301", "Dr.", "12", "al-"]
)
def test_any_name_is_answered(name: str) -> None:
    for sort in Sort:
        assert groups(said("a", name, sort=sort), said("b", "Lena Hart", sort=sort))


JFK = said("a", "John F. Kennedy", "president", None, "US", day="2013-11-20")
TED = said("b", "Edward M. Kennedy", "senator", None, "US", day="2009-08-20")
JOHN = said("c", "John Kennedy", "senator", None, "US", day="2018-05-01")
HELD = [
    (("Kennedy", "President", None, "US", "2016-05-01"), "a"),
    (("Kennedy", "Sen.", None, "US", "2008-05-01"), "b"),
    (("Kennedy", "Sen.", None, None, "2019-05-01"), "c"),
]


@pytest.mark.parametrize(("bare", "meant"), HELD)
def test_a_surname_behind_an_office_is_who_held_it_then(bare: tuple[str, str, None, str | None, str], meant: str) -> None:
    name, role, of, country, day = bare
    found = identities(JFK, TED, JOHN, said("d", name, role, of, country, day=day))
    assert found["d"].id == found[meant].id


def test_a_surname_behind_an_office_is_nobody_who_did_not_hold_it() -> None:
    assert groups(TED, said("d", "Kennedy", "President", None, "US", day="2009-09-01")) == [["b"], ["d"]]


def test_a_surname_alone_is_joined_to_whom_the_office_tells_among_others() -> None:
    toomey = said("a", "Pat Toomey", "senator", None, "US", day="2016-05-01")
    other = said("b", "Rex Toomey", "senator", None, "US", day="2016-05-01")
    found = identities(toomey, other, said("c", "Toomey", "Sen.", None, "US", day="2016-06-01"))
    assert found["c"].id == found["a"].id != found["b"].id


def test_two_whose_offices_are_a_generation_apart_are_two() -> None:
    president = said("a", "John F. Kennedy", "president", None, "US", day="2013-11-20")
    senator = said("b", "John Kennedy", "senator", None, "US", day="2018-05-01")
    other = said("c", "John Kennedy", "president", None, "US", day="2013-11-22")
    assert groups(president, senator) == [["a"], ["b"]]
    assert groups(president, other) == [["a", "c"]]
