"""Classes that a third set of fresh articles showed: whose name is given, and where none is."""

import pytest
from tests.judged import last_speaker

NAMED = [
    # A name written twice in two ways.
    ("Ilya Shandro came. [source Shandor] [cue said] [content no].", "Ilya Shandro"),
    ("Justice John Robard’s vote counted. [source Robards] [cue said] [content no].", "John Robard"),
    ("President Luis Pablo Vega Mora came. [source Vega] [cue said] [content no].", "Luis Pablo Vega Mora"),
    ("[source Tam] [cue said] [content no].\nEditing by Tam Krog and Ida Bell", "Tam"),
    # A namesake who has just been named.
    (
        "Peter Bell said so. Bell left. Ida Bell, his wife, came. It rained. [source Bell] [cue said] [content no].",
        None,
    ),
    # Documents that are known by their maker and their noun.
    ("[source An Orlec Bell/Krona Times poll] [cue found] [content it rained].", "Orlec Bell/Krona Times poll"),
    ("[source A recent Krona Research study] [cue found] [content it rained].", "Krona Research study"),
    ("[source A June survey] [cue found] [content it rained].", None),
    ("[source A Republican poll] [cue found] [content it rained].", None),
    # A name begins with a capital.
    ("[source the embattled Trade Ministry] [cue said] [content no].", "Trade Ministry"),
    ("[source the 15-member Grain Council] [cue said] [content no].", "Grain Council"),
    ("[source veto-wielding council members China and Russia] [cue said] [content no].", "China and Russia"),
    ("[source China’s and Russia’s ambassadors] [cue said] [content no].", None),
    # A pronoun is no name.
    ("Peter Dorn came. [source He and his running mate, Anna Bell,] [cue said] [content no].", "Peter Dorn"),
    # Two trades of one, and the name behind what somebody is.
    ("[source Harbour strategist and SuperPAC sponsor Anna Bell] [cue said] [content no].", "Anna Bell"),
    ("[source a teacher and Anna Bell] [cue said] [content no].", None),
    ("[source Orlec Tool and Mold manager Jeremy Dorn] [cue said] [content no].", "Jeremy Dorn"),
    ("[source Organizing for Harbours Executive Director Jon Bell] [cue said] [content no].", "Jon Bell"),
    ("[source Tree of Harbours Rabbi Jeffrey Dorn,] [cue said] [content no].", "Jeffrey Dorn"),
    # One who speaks, and others in what is said of him.
    ("[source Steve Dorn, a clerk who worked for Mary Bell and Bob Krog] [cue said] [content no].", "Steve Dorn"),
    ("[source Dorn, along with Sens. Marco Bell, R-Florida, and Lindsey Krog, R-Ohio,] [cue said] [content no].", "Dorn"),
    ("[source Russia - one of the parties beside China and the European Union -] [cue said] [content no].", "Russia"),
    ("[source Anna Bell, a mayor, and Peter Dorn, a teacher,] [cue said] [content no].", "Anna Bell and Peter Dorn"),
    ("[source KRN's Philip Dorn and Tamara Bell] [cue said] [content no].", "Philip Dorn and Tamara Bell"),
    # A son is not his father, a saint's name is whole, an address is no name.
    ("Donald Trump Jr. came. [source Trump Jr.] [cue said] [content no].", "Donald Trump Jr"),
    ("Donald Trump Jr. came. Trump Jr. left. [source Trump] [cue said] [content no].", "Trump"),
    ("Donald Dorn Jr. came. [source Dorn] [cue said] [content no].", "Donald Dorn Jr"),
    ("Hillary Clinton, the secretary, came. [source former President Clinton] [cue said] [content no].", "Clinton"),
    ("Donald Trump and Ivanka Trump came. [source President Trump] [cue said] [content no].", "Donald Trump"),
    ("[source the founder of the magazine The Intercept , Jeremy Dorn,] [cue said] [content no].", "Jeremy Dorn"),
    ("[source Bell's lawyers, Peter Dorn and Ida Krog,] [cue said] [content no].", "Peter Dorn and Ida Krog"),
    (
        "[source Two members of the board, Reps. Peter Dorn of Ohio and Ida Krog of Iowa] [cue said] [content no].",
        "Peter Dorn and Ida Krog",
    ),
    ("[source Critics, including Peter Dorn and Ida Krog,] [cue said] [content no].", None),
    ("[source Mayor Anna Bell and his Mini-Me, Council Speaker Ida Krog,] [cue said] [content no].", "Anna Bell"),
    ("[source some Kremlin-watchers] [cue said] [content no].", None),
    ("[source many former Bellies] [cue said] [content no].", None),
    ("[source University of California, San Diego scholar Ida Krog] [cue said] [content no].", "Ida Krog"),
    ("[source the Islamic State, al Qaeda and the Taliban] [cue said] [content no].", "Islamic State, al Qaeda and Taliban"),
    ("[source Sen. Marco Dorn and former Ohio Gov. Ida Krog] [cue said] [content no].", "Marco Dorn and Ida Krog"),
    ("Ida Krog came. She was glad. [source the Seattle activist] [cue said] [content no].", None),
    ("Ida Krog came. She was glad. [source the local fire chief] [cue said] [content no].", None),
    ("[source A constituent visiting D.C. on Tuesday] [cue said] [content no].", None),
    ("[source Rev. Gary Hall, the dean,] [cue said] [content no].", "Gary Hall"),
    ("The 7th Circuit Court of Appeals met. [source The court] [cue said] [content no].", "7th Circuit Court of Appeals"),
    ("[source Maryland-based Dornware LLC] [cue said] [content no].", "Dornware LLC"),
    ("[source St. Clair] [cue said] [content no].", "St. Clair"),
    ("[source Mr.] [cue said] [content no].", None),
    ("He wrote: “Slippery James Dorn lied.” James Dorn came. [source Dorn] [cue said] [content no].", "James Dorn"),
    ("[source Rep. Charlie Dorn Charles (Charlie) Wieder DornMore] [cue said] [content no].", "Charlie Dorn"),
    # A label tells of whom it stands behind before, and a quotation before a noun is none of its phrases.
    ("[source The Ohio senator] [cue said] [content no]. Anna Dorn, R-Ohio, came.", None),
    ("[source the “Band of Nine” senators who wrote the bill] [cue said] [content no].", None),
    ("Dina Bell came. [source sources Dina has spoken with] [cue said] [content no].", None),
    ("[source some fighters battling President Karim al-Dorn] [cue said] [content no].", None),
    ("[source Many of the activists Vargas and Andiola] [cue said] [content no].", None),
    ("The Norwegian Islamists came. [source thousands of Islamists] [cue said] [content no].", None),
    ("[source KRN and Orlec News polls published on Friday] [cue said] [content no].", None),
    ("Ida Krog came. [source the main actress] [cue said] [content no].", None),
    ("It rained. [cue Added] [source Ola Amey], [content no].", "Ola Amey"),
    ("[source Wednesday’s Fox] [cue said] [content no].", "Fox"),
    ("[source Britain ’s prime minister, David Bell ,] [cue said] [content no].", "David Bell"),
    ("[source Rep. Luis V. Gutierrez, Illinois Democrat] [cue said] [content no].", "Luis V. Gutierrez"),
    (
        "[source Sens. John Dorn of Arizona, Ida Bell of Iowa and Kelly Krog of Ohio] [cue said] [content no].",
        "John Dorn, Ida Bell and Kelly Krog",
    ),
    ("[source the makers of the film “The Bridge”] [cue said] [content no].", None),
    ("[source a state police Facebook statement] [cue said] [content no].", None),
    ("[source Mr. Dorn’s wife, Judy,] [cue said] [content no].", "Judy"),
    ("Neil Dorn came. [source Peter’s brother, Neil,] [cue said] [content no].", "Neil Dorn"),
    ("[source his dad - Peter H. Dorn -] [cue said] [content no].", "Peter H. Dorn"),
]


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_whose_name_is_given(marked: str, name: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name


BODIES = [
    ("[source South Korea’s military] [cue said] [content no].", "South Korea’s military", "government"),
    ("[source White House press] [cue said] [content no].", "White House press", "outlet"),
    ("[source Recent Fox News] [cue said] [content no].", "Fox News", "outlet"),
    (
        "[source Orlec Research & Communications, a pollster,] [cue said] [content no].",
        "Orlec Research & Communications",
        "organisation",
    ),
    ("[source Sen. Bill Dorn of Florida] [cue said] [content no].", "Bill Dorn", "named person"),
    ("[source The Clean Harbours Bill] [cue said] [content no].", "Clean Harbours Bill", "document"),
    ("[source Yashar Dorn 🐘 (@yashar)] [cue wrote] [content no].", "Yashar Dorn", "named person"),
    # Names that hold small words, begin with a place, or stand before somebody's.
    ("[source the High Court of Justice] [cue said] [content no].", "High Court of Justice", "government"),
    ("[source New Mexico Health Connections] [cue said] [content no].", "New Mexico Health Connections", "organisation"),
    (
        "A leader of Al-Qaida in the Arabian Peninsula came. [source Al-Qaida in Yemen] [cue said] [content no].",
        "Al-Qaida in the Arabian Peninsula",
        "organisation",
    ),
    (
        "[source Ida Krog, administrator for the Centers for Medicare and Medicaid Services (CMS),] [cue said] [content no].",
        "Ida Krog",
        "named person",
    ),
    ("[source Director of HRA’s Institute for Harbour Action Chris Dorn] [cue said] [content no].", "Chris Dorn", "named person"),
    ("He saw the Joel Dorn DVD. [source Dorn’s] [cue theory] that [content no].", "Joel Dorn", "named person"),
    ("[source Jean-Michel Priest, prosecutor of Nice,] [cue said] [content no].", "Jean-Michel Priest", "named person"),
    ("[source the 9th Circuit Court of Appeals] [cue said] [content no].", "9th Circuit Court of Appeals", "government"),
    ("[source House Speaker Paul Dorn’s office] [cue said] [content no].", "House Speaker Paul Dorn’s office", "government"),
    ("[source Mr. Dorn’s campaign] [cue said] [content no].", "Dorn’s campaign", "organisation"),
    (
        "[source the Taskforce on Hate and Terrorism in Orlec] [cue said] [content no].",
        "Taskforce on Hate and Terrorism",
        "organisation",
    ),
    ("[source Knights of Mercy] [cue said] [content no].", "Knights of Mercy", "organisation"),
    ("[source Dorn Industries of Orlec, Norway,] [cue said] [content no].", "Dorn Industries", "organisation"),
    (
        "[source The International Brotherhood of Ferry Workers] [cue said] [content no].",
        "International Brotherhood of Ferry Workers",
        "organisation",
    ),
    ("[source MK Tamar Levin] [cue said] [content no].", "Tamar Levin", "named person"),
    # The noun of a name that tells what it is for.
    (
        "The U.S. Chamber of Commerce met. [source the Chamber] [cue said] [content no].",
        "U.S. Chamber of Commerce",
        "organisation",
    ),
    ("The Orlec Bureau of Bridges met. [source The bureau] [cue said] [content no].", "Orlec Bureau of Bridges", "government"),
    # Names beside a noun in small letters.
    ("[source Kaleva's official KANA news agency] [cue said] [content no].", "KANA", "outlet"),
    ("[source Norlandian Channel 4 news] [cue said] [content no].", "Norlandian Channel 4 news", "outlet"),
    ("[cue According to] [source krona.com], [content no].", "krona.com", "outlet"),
    ("[source the Hezbollah group] [cue said] [content no].", "Hezbollah", "organisation"),
    ("[source The government of Costa Rica] [cue said] [content no].", "government of Costa Rica", "government"),
    ('[source An animated film "Ferries of the Gulf II,"] [cue depicts] [content rain].', "Ferries of the Gulf II", "document"),
]


@pytest.mark.parametrize(("marked", "name", "kind"), BODIES)
def test_what_a_name_is(marked: str, name: str, kind: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == (name, kind)


MEANT = [
    # A poll, a paper and a spokeswoman by their noun; somebody just named by a trade that tells a gender.
    ("[source A Krona poll] [cue found] [content no]. [source The poll, taken in May,] [cue found] [content so].", "Krona poll"),
    ("[source The Orlec Times] [cue found] [content no]. [source The paper] [cue adds] [content so].", "Orlec Times"),
    (
        "[source A spokeswoman] [cue said] [content no]. “It rained,” spokeswoman Ida Krog said. "
        "[source The spokeswoman] [cue added] [content so].",
        "Ida Krog",
    ),
    ("Ida Krog met Peter Dorn. The actress came. It rained. [source The actress] [cue said] [content no].", "Ida Krog"),
    # Who speaks is he who opens what is said, and who spoke just before and is the likeliest.
    (
        "Peter Dorn met Karl Bell. [source Bell] [cue wrote] on Monday that [content [source he] [cue hoped] [content so]].",
        "Karl Bell",
    ),
    # A comment's author, and whom a relative word means behind a state or a capital.
    (
        "Anna Bell is a lawyer. The opinions expressed in this commentary are hers.\n\n[source I] [cue think] [content so].",
        "Anna Bell",
    ),
    ("They met Sen. Peter Dorn, Utah, [source who] [cue fears] [content rain].", "Peter Dorn"),
    # A day behind a name is no part of it.
    ("They had talks with Mr. Dorn Friday on the bridge. [source Mr. Dorn] [cue said] [content no].", "Dorn"),
    ("The test angered Pyongyang [source which] [cue fears] [content rain].", "North Korea"),
]


@pytest.mark.parametrize(("marked", "name"), MEANT)
def test_who_is_meant(marked: str, name: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name
