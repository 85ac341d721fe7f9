"""Pages in other scripts and with other marks keep their words as they are written, whole and in order."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest

from reader.article import Article, Capture
from reader.cleaning import clean
from reader.cleaning.language import language_of

GERMAN = (
    "Die Fähre nach Tarnby fährt ab Montag wieder, und der Hafenmeister ist froh darüber, wie er am Kai sagte.",
    "„Wir hatten die Hoffnung fast aufgegeben“, sagte Anna Scharf, die mit ihrem Bruder die Bäckerei am Kai führt.",
    "Niemand weiß, wie lange das zweite Schiff braucht; »bis Juni«, versprach die Werft in einem kurzen Schreiben.",
)
FRENCH = (
    "Le bac de Tarnby repart lundi, et le maître du port s’en réjouit, a-t-il dit devant les gens du quai.",
    "« Nous avions presque perdu espoir », a dit Anne Charpe, qui tient la boulangerie du quai avec son frère.",
    "— Et le second navire ? a demandé un voisin, qui attendait depuis l’aube avec son vélo et ses deux enfants.",
)
ARABIC = (
    "تعود العبّارة إلى العمل يوم الاثنين، وقال مدير الميناء إنه سعيد بذلك بعد شتاء طويل من العواصف والانتظار.",
    "«كدنا نفقد الأمل»، قالت ليلى حداد التي تدير المخبز على الرصيف مع أخيها منذ عشر سنوات في المدينة القديمة.",
    "لا أحد يعرف كم من الوقت تحتاجه السفينة الثانية، لكن حوض السفن وعد بأن يحاول إنهاء العمل قبل شهر يونيو.",
)
HEBREW = (
    "המעבורת חוזרת לפעול ביום שני, ומנהל הנמל אמר שהוא שמח על כך אחרי חורף ארוך של סערות והמתנה על הרציף.",
    "״כמעט איבדנו תקווה״, אמרה יעל שרף, שמנהלת את המאפייה על הרציף עם אחיה כבר עשר שנים בעיר העתיקה ליד הים.",
    "איש אינו יודע כמה זמן תיקח הספינה השנייה, אבל המספנה הבטיחה לנסות לסיים את העבודה עוד לפני חודש יוני.",
)
CHINESE = (
    "开往塔恩比的渡船将于星期一恢复航行，港口负责人说他对此感到十分高兴，因为整个冬天的风暴已经过去了。",
    "“我们几乎放弃了希望，”在码头上和哥哥一起经营面包店的安娜说，“现在我们又可以每天把面包送到对岸去。”",
    "没有人知道第二艘船还需要多长时间才能修好，但是船厂答应会尽力在六月之前完成全部的工作，让大家放心。",
)
JAPANESE = (
    "ターンビー行きの渡し船は月曜日に運航を再開する。港の責任者は、嵐の冬が終わったことを喜んでいると話した。",
    "「もうほとんどあきらめていました」と、兄と一緒に岸壁でパン屋を営むアンナさんは、笑顔を見せながら語った。",
    "二隻目の船の修理にどれだけかかるかは誰にも分からないが、造船所は六月までに終えるよう努力すると約束した。",
)
THAI = (
    "เรือข้ามฟากไปทาร์นบีจะกลับมาแล่นอีกครั้งในวันจันทร์ และนายท่าเรือกล่าวว่าเขาดีใจมากหลังจากพายุตลอดฤดูหนาว",
    "“เราเกือบจะหมดหวังแล้ว” แอนนาซึ่งเปิดร้านขนมปังที่ท่าเรือกับพี่ชายของเธอมาเป็นเวลาสิบปีกล่าวกับผู้สื่อข่าว",
    "ไม่มีใครรู้ว่าเรือลำที่สองจะใช้เวลานานเท่าใด แต่อู่ต่อเรือสัญญาว่าจะพยายามซ่อมให้เสร็จก่อนเดือนมิถุนายน",
)
LANGUAGES = [
    pytest.param("de", GERMAN, "Fähre kehrt nach Tarnby zurück", id="German"),
    pytest.param("fr", FRENCH, "Le bac revient à Tarnby", id="French"),
    pytest.param("ar", ARABIC, "عودة العبّارة إلى الميناء القديم", id="Arabic"),
    pytest.param("he", HEBREW, "המעבורת חוזרת אל הנמל הישן", id="Hebrew"),
    pytest.param("zh", CHINESE, "风暴过后渡船重返塔恩比", id="Chinese"),
    pytest.param("ja", JAPANESE, "嵐の後、渡し船がターンビーに戻る", id="Japanese"),
    pytest.param("th", THAI, "เรือข้ามฟากกลับมาที่ทาร์นบี", id="Thai"),
]


def cleaned(text: str, media_type: str) -> Article:
    return clean(Capture(text.encode(), media_type, "made up", "file", datetime(2031, 3, 4, tzinfo=UTC)))


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize(("language", "body", "title"), LANGUAGES)
def test_a_page_keeps_its_paragraphs(language: str, body: tuple[str, ...], title: str) -> None:
    direction = " dir='rtl'" if language in {"ar", "he"} else ""
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    found = cleaned(
        f"<html lang='{language}'{direction}><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f"<main><article><h1>{title}</h1>{paragraphs}</article></main></body></html>",
        "text/html",
    )
    assert [plain(block.text) for block in found.blocks] == [plain(text) for text in body]
    assert (found.title, found.language, found.warnings) == (title, language, ())


@pytest.mark.parametrize(("language", "body", "title"), LANGUAGES)
def test_a_pasted_text_keeps_its_paragraphs(language: str, body: tuple[str, ...], title: str) -> None:
    found = cleaned("\n\n".join([title, *body]), "text/plain")
    assert [plain(block.text) for block in found.blocks if block.start is not None] == [plain(text) for text in body]
    assert (found.title, found.language) == (title, language)


@pytest.mark.parametrize("text", ["", "Zu kurz.", "1 234 567 – 8 910 111 213 / 14 151 617 181 920"])
def test_what_is_too_short_or_no_words_has_no_language(text: str) -> None:
    assert language_of(text) is None


def test_norwegian_is_told_in_its_two_forms() -> None:
    assert language_of("Ferja går ikkje før måndag, seier hamnemeisteren, som ikkje veit kva tid ho kjem att.") == "nn"
    assert language_of("Fergen går ikke før mandag, sier havnesjefen, som ikke vet når den kommer tilbake.") == "nb"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "FOOTBALL - FIRST DIVISION RESULTS.\nResults of first division matches played on Sunday:\n"
            "Vandenbosch 2 Heerewaarden 1\nDe Graafschap 0 Willem Zwolle 3\nVan der Veen Rotterdam 1 Haarlem 1",
            "en",
        ),
        ("De schipper zei dat het veer maandag weer vaart, of het nu stormt of niet. Hij was er blij om.", "nl"),
    ],
    ids=["English between foreign names", "another language's own small words"],
)
def test_small_words_tell_english_from_its_neighbours(text: str, language: str) -> None:
    assert language_of(text) == language
