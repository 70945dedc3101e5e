"""What more words give: the kind of cues that a tagger may find, and what is said with them."""

import pytest
from tests.judged import judged

ACTS = [
    # What people hold to be so, want, and feel.
    ("[source She] [cue reckons] [content it rained].", "attitude"),
    ("[source She] [cue is convinced] [content that it rained].", "attitude"),
    ("[source Her] [cue view] [content that it rained] won.", "attitude"),
    ("[source She] [cue suspects] [content it rained].", "attitude"),
    ("[source She] [cue noticed] [content that it rained].", "attitude"),
    ("[source She] [cue is glad] [content that it rained].", "attitude"),
    ("[source I] [cue agree] [content that it rained].", "attitude"),
    ("[source She] [cue agreed] [content that it rained].", "assertion"),
    ("[source She] [cue plans] [content to march].", "attitude"),
    ("[source She] [cue is considering] [content a march].", "attitude"),
    ("[source Her] [cue goal] [content to march] stands.", "attitude"),
    ("[source She] [cue is determined] [content to march].", "attitude"),
    ("[source The army] [cue determined] [content that it rained].", "assertion"),
    ("[source The bridge] [cue is widely seen] [content as safe].", "attitude"),
    # Doubt and worry, demands.
    ("[source She] [cue was not sure] [content it rained].", "doubt"),
    ("[source She] [cue is worried] [content that it rained].", "concern"),
    ("[source She] [cue cautioned] [content against a march].", "demand"),
    ("[source The law] [cue requires] [content towns to pay].", "demand"),
    ("[source Her] [cue request] [content for a map] failed.", "demand"),
    ("[source She] [cue called] [content for help].", "demand"),
    ("[source She] [cue told] them [content to leave].", "demand"),
    ("[source She] [cue asked] [content that the army be told].", "demand"),
    # Offers, refusals, answers.
    ("[source She] [cue agreed] [content to march].", "promise"),
    ("[source She] [cue agreed] [content that she would march].", "promise"),
    ("[source She] [cue reassured] them [content that she will march].", "promise"),
    ("[source The army] [cue proposed] [content talks].", "promise"),
    ("[source She] [cue proposed] [content a new bridge].", "demand"),
    ("[source She] [cue offered] [content her condolences].", "attitude"),
    ("[source She] [cue refused] [content to march].", "rejection"),
    ("[source She] [cue disputed] [content any wrongdoing].", "denial"),
    ("[source The court] [cue affirmed] [content the order].", "confirmation"),
    ("[source They] [cue are investigating] [content whether it rained].", "question"),
    ("[source She] [cue wrote]: [content “Did it rain?”]", "question"),
    ("[source She] [cue would not elaborate] [content on the march].", "no comment"),
    # Blame, praise, scorn.
    ("[cue On suspicion] [content of theft] he was held.", "accusation"),
    ("[source She] [cue complained] [content of threats].", "accusation"),
    ("[source She] [cue vented her frustration] [content at the mayor].", "criticism"),
    ("[source She] [cue expressed rage] [content at the mayor].", "criticism"),
    ("[source Their] [cue backlash] [content against the mayor] grew.", "criticism"),
    ("[source She] [cue called] [content the plan a disgrace].", "criticism"),
    ("[source She] [cue gushed] [content over the bridge].", "praise"),
    ("[source She] [cue said]: [content “Thank you all.”]", "praise"),
    # Making known, foretelling.
    ("[source She] [cue rolled out] [content a plan].", "announcement"),
    ("[source The mayor] [cue disclosed] [content the inquiry].", "announcement"),
    ("[source She] [cue said] [content she will resign].", "announcement"),
    ("[source She] [cue said] [content she would be glad].", "assertion"),
    ("[source She] [cue estimated] [content it will rain].", "prediction"),
    ("[source She] [cue estimated] [content that ten came].", "assertion"),
    ("[source She] [cue said] [content they expect rain].", "prediction"),
    ("[source They] [cue said]: [content “We can confirm the count.”]", "confirmation"),
    ("[source She] [cue said]: [content “I’m worried it will rain.”]", "concern"),
    # What is needed is no demand where nobody is asked for it.
    ("[source She] [cue wrote]: [content “We don’t have to agree.”]", "assertion"),
]


@pytest.mark.parametrize(("marked", "kind"), ACTS)
def test_act(marked: str, kind: str) -> None:
    assert judged(marked)[0].kind.value.value == kind
