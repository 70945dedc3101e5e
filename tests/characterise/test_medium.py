"""By what channel something is said."""

import pytest
from tests.judged import judged, words_under

MEDIUMS = [
    ("[source She] [cue said] in a statement [content that it rained].", "a statement"),
    ("[source She], on her Telegram channel, [cue said] [content it rained].", "her Telegram channel"),
    ("[source She] [cue wrote] on Twitter: [content it rained].", "Twitter"),
    ("[source She] [cue said] in an interview with the BBC [content that it rained].", "an interview with the BBC"),
    ("At a rally in Ohio, [source she] [cue said] [content it rained].", "a rally in Ohio"),
    ("[source She] [cue tweeted] [content it rained].", None),
    ("[source She] [cue told] reporters [content it rained].", None),
    ("[source She] [cue wrote] by email [content that it rained].", "email"),
    ("[source She] released a statement on Monday [cue denouncing] [content the march].", "a statement"),
    ("[source She] came on the intercom and [cue said]: [content “It rained.”]", "the intercom"),
    ("[source She] [cue said] in a statement to the BBC [content that it rained].", "a statement"),
    ("[source Neighbours interviewed on the radio] [cue said] [content that it rained].", "the radio"),
    ("Posters hung at a rally where [source she] [cue said] [content it rained].", None),
    ("[source She] [cue told] Reuters [content it rained].", None),
    ("[source She] [cue said] [content it rained in a statement of hers].", None),
    ("[source She] [cue said] [content it rained]. He said so in a statement.", None),
    ("[source She] [cue sent] angry, misspelt messages: [content “It rained.”]", "angry, misspelt messages"),
    ("[source She] [cue said] on “Face the Nation” [content that it rained].", "Face the Nation"),
    ("[source She] [cue filed] a lawsuit [content claiming that it rained].", "a lawsuit"),
    ("[source She] [cue issued an order] [content to leave].", None),
    ("[source She] [cue said] in a brief interview [content that it rained].", "a brief interview"),
    ("In a post-election speech, [source she] [cue said] [content it rained].", "a post-election speech"),
    ("In what [source she] [cue calls] [content a flood], it rained.", None),
    # A cue may hold its own channel.
    ("[content “It rained,”] [source she] [cue said in a statement].", "a statement"),
    ("[content “It rained,”] [source she] [cue said on Twitter].", "Twitter"),
    ("[source She] [cue issued another statement saying] [content it rained].", "another statement"),
    ("[source She] [cue put out a call for] [content help].", None),
    ("[source The paper] [cue ran an editorial saying] [content it rained].", "an editorial"),
    ("[source She] [cue said] on social media [content that it rained].", "social media"),
    ("[source She] [cue said] on the Senate floor [content that it rained].", "the Senate floor"),
    ("[source She] [cue said] during a televised debate [content that it rained].", "a televised debate"),
    ("[source She] [cue said] in a series of posts [content that it rained].", "a series of posts"),
    ("[source She] took to Instagram [cue to say] [content that it rained].", "Instagram"),
    ("[source She] responded with a letter [cue saying] [content that it rained].", "a letter"),
    ("[source She] [cue talked] in public [content of rain].", "public"),
    ("[source She] [cue said] under oath [content that it rained].", "under oath"),
    ("[source She] [cue said] through a spokesman [content that it rained].", "a spokesman"),
    ("[source She] [cue wrote] in the Orlec Gazette [content that it rained].", "the Orlec Gazette"),
    ("[source She] [cue said] in exchange for help [content that it rained].", None),
    ("[source She] [cue said] in her opinion [content that it rained].", None),
    ("He received a letter from [source the mayor] [cue warning] [content of rain].", "a letter"),
    ("In court, [source she] [cue denied] [content the theft].", "court"),
    # What leads to what it is about, or where somebody was, leads to no channel.
    ("[source She] [cue called on] Facebook [content to close].", None),
    ("Based on the interviews, [source she] [cue said] [content it rained].", None),
    ("[source She] cut through a debate over two calls, [cue saying] [content it rained].", None),
    ("[source She] [cue said] over the phone [content that it rained].", "the phone"),
    ("[source She] balked at long trial [cue and said] [content it rained].", None),
    ("At the rally in Orlec, Dorn left for the song of [source Bell], [cue singing]: [content “It rained.”]", None),
    # A participle tells the channel, a clause what was said there.
    ("Speaking to nurses at a rally, [source she] [cue said] [content it rained].", "a rally"),
    ("[content “It rained,”] [source she] [cue joked] when it was over, speaking to nurses at a rally.", "a rally"),
    (
        "She gave a long speech at the harbour in which [source she] [cue denied] [content the theft].",
        "a long speech",
    ),
    (
        "In its latest election forecast, [source the paper] [cue estimates] [content it will rain].",
        "its latest election forecast",
    ),
    # Two channels in a row are one, of the first to the last word.
    (
        "In a speech at a fundraising dinner in Orlec on Thursday night, [source Anna Bell, the former head of the port of "
        "Marl,] [cue called] [content the dam a fraud].",
        "a speech at a fundraising dinner in Orlec",
    ),
    ("[source She] [cue said] in a statement posted on Facebook [content that it rained].", "a statement posted on Facebook"),
    # One may be told in a part, in a cue's end, in quotation marks, with several adjectives.
    ("[source She] [cue said] at the start of an interview [content that it rained].", "an interview"),
    ("[source She] [cue said in] her remarks on Sunday [content that it rained].", "her remarks"),
    ("At the “Free Harbour” conference, [source she] [cue said] [content it rained].", "the “Free Harbour” conference"),
    ("In a short but angry letter, [source she] [cue said] [content it rained].", "a short but angry letter"),
    ("[source She] [cue said] in prepared remarks [content that it rained].", "prepared remarks"),
    ("[source She] [cue said at the 41st annual CPAC] [content that it rained].", "the 41st annual CPAC"),
    ("Through a spokeswoman, [source she] [cue denied] [content the theft].", "a spokeswoman"),
    # What commas close may hold clauses of its own.
    ("In a letter sent after the flood, [source Bell] [cue said] [content it rained].", "a letter"),
    ("In her testimony, [source Bell, who lives in Marl,] [cue said] [content it rained].", "her testimony"),
    ("In an email to Dorn, who led the port, [source Bell] [cue wrote] [content that it rained].", "an email"),
    ("[source The union], in a letter to nurses warning them, [cue said] [content it rained].", "a letter"),
    ("There was a stir on his radio show when [source he] [cue called] [content the dam a fraud].", "his radio show"),
    ("[source He] opened his radio show [cue by laying out] [content the charges].", "his radio show"),
    ("She gave a long interview to the Courier where [source she] [cue detailed] [content the theft].", "a long interview"),
    # What somebody else gives out, is told of, or hears it is no channel of the saying.
    ("After [source Bell] [cue said] [content it rained], the mayor took to Twitter to complain.", None),
    ("[source She] did not dispute a set of leaked emails, [cue saying] [content it rained].", None),
    ("In an appeal to [source friends] [cue opposed] [content to the dam], Bell spoke up.", None),
    ("In a town hall meeting Anna Bell, [source who] [cue opposed] [content the dam], was heckled.", None),
    ("[source The Courier] first [cue reported] on the text messages [content that it rained].", None),
    # What it is likely to be, a part of it, an occasion's name, an aside behind the source.
    ("In what was likely his last appearance, [source he] [cue said] [content it rained].", "his last appearance"),
    ("Over the course of the speech, [source she] [cue offered] [content hope].", "the speech"),
    ("At a Marl Harbour Breakfast, [source Bell] [cue added] [content that it rained].", "a Marl Harbour Breakfast"),
    ("[source She] [cue said] at a Chamber of Commerce event [content that it rained].", "a Chamber of Commerce event"),
    ("[source Dorn,] in an essay after the flood, [cue counseled] [content patience].", "an essay"),
    ("[source She] [cue said in statement] [content that it rained].", "statement"),
    ("Over the course of the harbour debate, [source bakers] [cue were promised] [content rain].", None),
    # A page's reference, a plan made, a party's name, what is weighed.
    ("It rained (Also on Politico: [source Bell] [cue says] [content it rained]).", None),
    ("[source She] launched a loan program, [cue saying] [content it rained].", None),
    ("[source She] [cue wrote] of a change in Republican views [content that it rained].", None),
    ("In her decision to quit, [source she] [cue gave] [content a reason].", None),
    ("In the debate over rents, [source bakers] [cue said] [content it rained].", None),
    ("[source Bell] lodged a response on the ruling, [cue saying] [content it rained].", None),
    ("[source Nurses] [cue trust] [content her], against a third of those asked the same thing in the poll.", None),
    ("[source She] was caught on video, leading to [cue questions] [content about the flood].", None),
    # A paper by its sort or behind "via"; an occasion; a hashtag; what stands between the source and the channel.
    ("[source A columnist in the left-wing daily Marlgazet] [cue said] [content it rained].", "the left-wing daily Marlgazet"),
    ("[source Bell] is quoted in the Orlec Gazette on Monday [cue as saying] [content it rained].", "the Orlec Gazette"),
    ("[source Bell] [cue responded to the letter, via the Orlec Gazette:] [content “It rained.”]", "the Orlec Gazette"),
    ("[source A report in the Orlec Gazette] [cue claims] [content it rained].", None),
    ("[source Bell] [cue said] at the annual dinner [content that it rained].", "the annual dinner"),
    (
        "During the June discussion on her Marl TV show, [source Bell] [cue said] [content it rained].",
        "the June discussion on her Marl TV show",
    ),
    ("[source She] [cue wrote] under the hashtag #marl [content that it rained].", "the hashtag"),
    ("[source The port], through radio and sirens, [cue urged] [content sailors to leave].", "radio"),
    ("[content “It rained,”] [cue said] [source Bell, who lives in Marl], over the radio.", "the radio"),
    ("On Twitter, where [source she] [cue posted this message:] [content “It rained.”]", "Twitter"),
    ("[content “It rained,”] [cue says] [source a nurse in the video].", "the video"),
    ("Appearing on Marl Radio, [source she] [cue said] [content it rained].", "Marl Radio"),
    ("[source She] [cue said] on “The Orlec Show” [content that it rained].", "The Orlec Show"),
    ("[source She] [cue wrote] on her Substack [content that it rained].", "her Substack"),
    ("[source She] [cue said], speaking on the BBC, [content that it rained].", "the BBC"),
    # Within the content, between whom and what of, or behind the words quoted.
    ("[source She] [cue accused] [content him in a lawsuit of hiding the leak].", "a lawsuit"),
    ("[source She] [cue said], [content “it rained” during a ceremony in Orlec].", "a ceremony in Orlec"),
    # A room, a host, a noun that tells nobody's saying, a passive with its own subject, a sentence cut off before.
    ("[source Bell,] speaking in the town briefing room, [cue pointed to] [content the dam].", None),
    ("It means ignoring shows on the Senate floor, the loud [cue promises] [content to close the port].", None),
    ("While Bell was hoarse in the first debate, [content:a she] [cue:a was not seen as] [content:a a risk].", None),
    ("She made the remark during a speech in Orlec, Va. [cue Arguing] [content that it rained], [source she] left.", None),
    ("[source Papers] [cue were hosting debates with headlines like] [content “Will it rain?”]", None),
]


@pytest.mark.parametrize(("marked", "medium"), MEDIUMS)
def test_medium(marked: str, medium: str | None) -> None:
    found = judged(marked)[0].medium
    assert (found.value if found else None) == medium


def test_a_medium_stands_on_its_words() -> None:
    marked = "[source She] [cue said] in a statement [content that it rained]."
    assert words_under(judged(marked)[0], marked, "medium") == ["a statement"]


SECOND = "In a letter on Monday, [source:a,b she] [cue:a said] [content:a it rained], [cue:b adding] [content:b that it snowed]."


def test_a_second_saying_has_the_first_ones_day_and_channel() -> None:
    second = judged(SECOND)[1]
    assert second.medium is not None
    assert second.time is not None
    assert (second.medium.value, second.time.value.interval) == ("a letter", "2026-11-16/2026-11-17")
