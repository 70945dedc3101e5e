# ruff: noqa: E501
"""Languages: told by the commonest words and the script; an article keeps the code of its own."""

from __future__ import annotations

import pytest

from allegedly.errors import LanguageError
from allegedly.languages import load_language
from allegedly.model import Origin
from allegedly.read import read
from allegedly.read.language import guess_language

TEXTS = {
    "en": "The mayor of Orlec said on Friday that the old bridge was unsafe and that nobody would be allowed to cross it for a week.",
    "de": "Der Bürgermeister von Orlec sagte am Freitag, dass die alte Brücke nicht sicher ist und dass sie für eine Woche gesperrt wird.",
    "fr": "Le maire a dit vendredi que le vieux pont est dangereux et que les voitures ne sont pas autorisées à passer dans la vallée.",
    "es": "El alcalde dijo el viernes que el puente viejo es peligroso y que los coches no pueden pasar por la ciudad en una semana.",
    "it": "Il sindaco ha detto venerdì che il vecchio ponte è pericoloso e che le auto non possono passare per la città di notte.",
    "nl": "De burgemeester zei vrijdag dat de oude brug niet veilig is en dat er een week lang geen auto's op het eiland zijn.",
    "pl": "Burmistrz powiedział w piątek, że stary most nie jest bezpieczny i że nie wolno z niego korzystać do czasu, jak się wyjaśni.",
    "ru": "Мэр сказал в пятницу, что старый мост опасен и что по нему не будут ездить, как это было и в прошлом году, на неделю.",
    "uk": "Мер сказав у п'ятницю, що старий міст небезпечний і що до нього не пустять, як це було й торік, та про це знали всі.",
    "el": "Ο δήμαρχος είπε την Παρασκευή ότι η παλιά γέφυρα είναι επικίνδυνη.",
    "ar": "قال رئيس البلدية يوم الجمعة إن الجسر القديم غير آمن.",
    "zh": "市长星期五说，旧桥不安全，一周内任何人都不得通过。",
    "ja": "市長は金曜日に、古い橋は危険なので、だれも渡ってはならないと述べた。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_is_told(code: str) -> None:
    assert guess_language(TEXTS[code]) == code


@pytest.mark.parametrize("code", [code for code in TEXTS if code != "en"])
def test_what_is_not_english_is_an_article_of_its_language(code: str) -> None:
    article = read(TEXTS[code].encode(), Origin())
    assert article.language == code
    assert article.capture.notes == (f"the text is in '{code}' by its words",)
    with pytest.raises(LanguageError, match=f"no language data for '{code}'; there is data for: en"):
        load_language(article.language)


@pytest.mark.parametrize("text", ["Goals: Holt 12, Brook 34, Field 56.", "ORLEC 2 : 1 VALLEY", "“No.”"])
def test_what_is_too_short_to_tell_is_taken_as_english(text: str) -> None:
    assert guess_language(text) is None
    assert read(text.encode(), Origin()).language == "en"


def test_foreign_words_in_an_english_text_do_not_matter() -> None:
    text = f"{TEXTS['en']} “Die Brücke ist nicht sicher, und das ist der Grund,” he said. {TEXTS['en']}"
    assert read(text.encode(), Origin()).language == "en"
