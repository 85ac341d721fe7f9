"""The invented articles that the gallery shows beside the samples: other scripts, long titles, a long report."""

from __future__ import annotations

ARABIC = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>مكتبة المرفأ تعود إلى فتح أبوابها بعد الفيضان</title>
<meta property="og:site_name" content="صحيفة الساحل">
<meta property="og:description" content="آلاف الكتب جُففت ورقةً ورقة، والأطفال أول من دخل">
<meta property="article:published_time" content="2023-05-14T08:30:00+03:00">
<meta name="author" content="سلمى النجار"></head><body><main><article>
<h1>مكتبة المرفأ تعود إلى فتح أبوابها بعد الفيضان</h1>
<p>فتحت مكتبة المرفأ أبوابها صباح الأحد للمرة الأولى منذ الفيضان الذي أغرق طابقها السفلي في الشتاء الماضي، ووقف مئات القراء في صف طويل أمام بابها الأزرق.</p>
<p>وقالت مديرة المكتبة ليلى منصور: «جففنا أربعة آلاف كتاب ورقةً ورقة، ولم نرمِ منها إلا سبعة». وأضافت أن المتطوعين عملوا في ثلاث نوبات كل يوم.</p>
<p>أما رئيس البلدية كريم حداد فقال إن السد الجديد سيكتمل قبل الخريف. «لن نترك النهر يقرأ كتبنا مرة أخرى»، قال للصحفيين وهو يضحك.</p>
<p>وفي قاعة الأطفال جلست ياسمين، وعمرها تسعة أعوام، ومعها كتاب عن الحيتان. «كنت أخاف أن يكون قد غرق»، قالت، «لكنه يعرف السباحة».</p>
<p>وستبقى المكتبة مفتوحة حتى العاشرة مساءً طوال هذا الأسبوع، ويستطيع القراء إعادة الكتب المتأخرة من غير غرامة.</p>
</article></main></body></html>"""

CHINESE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">
<title>老渡口的最后一班船</title>
<meta property="og:site_name" content="江岸日报">
<meta property="og:description" content="大桥通车之后，撑船人陈阿水把桨挂在了墙上">
<meta property="article:published_time" content="2022-11-03T09:00:00+08:00">
<meta name="author" content="林晓雨"></head><body><main><article>
<h1>老渡口的最后一班船</h1>
<p>星期四清晨六点，陈阿水最后一次把渡船撑到对岸。船上坐着十一个人，其中三个是从省城赶来的学生，他们想看一看再也不会开的船。</p>
<p>“我在这条江上来回了四十一年，”陈阿水说，“算起来够走到月亮上去了。”他的父亲和祖父也都在这个渡口撑船。</p>
<p>新的大桥上个月通车，从南岸到北岸只要两分钟。镇长周立民表示，渡口将改成一座小小的博物馆，旧船会留在岸边。</p>
<p>“桥很好，下雨天孩子上学不用等，”对岸开茶馆的吴秀兰说，“可是桥上没有人跟你打招呼。”她打算把茶馆搬到桥头去。</p>
<p>傍晚时分，陈阿水把两支桨擦干，挂在堂屋的墙上。江面上只剩下桥的影子。</p>
</article></main></body></html>"""

LONG_TITLE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>After eleven years, four inquiries, two changes of government and one very patient archivist, the town of Little Averham has been told, in a letter of nine lines, that its missing bell was never missing at all</title>
<meta property="og:site_name" content="The Averham and District Intelligencer and Weekly Advertiser">
<meta property="article:published_time" content="2024-02-09T11:00:00">
<meta name="author" content="Bartholomew Featherstonehaugh-Cholmondeley, Maria-Magdalena Wolfeschlegelsteinhausen, Oluwaseun Adeyemi-Okonkwo"></head><body><main><article>
<h1>After eleven years, four inquiries, two changes of government and one very patient archivist, the town of Little Averham has been told, in a letter of nine lines, that its missing bell was never missing at all</h1>
<p>The bell of Little Averham has hung since 2013 in the tower of Great Averham, four miles away, where it was taken to be mended and where, the county said on Friday, nobody thought to ask about it.</p>
<p>“I had it on my list,” said the archivist, Edith Prowse, who found the receipt. “It was between a chair and a duck.”</p>
<p>The councillor responsible, Hugh Dalloway, said the county regretted the length of the correspondence. The address www.averham.example/records/2013/bells/removal-and-restoration/correspondence-with-the-county/part-4-of-19/the-letter-in-nine-lines.html holds all of it.</p>
<p>The bell will come home on a hay cart in May, and the school has been given the day off.</p>
</article></main></body></html>"""

_REPORT_PARTS = (
    (
        "A river that moved",
        (
            "The Aldwater has changed its course three times in living memory, and each time the maps were late. When it moved in 1953 it took a mill, two orchards and the parish boundary with it; when it moved in 1987 it gave most of them back.",
            "“People talk about the river as if it were a road that somebody forgot to maintain,” said the hydrologist Ines Calloway, who has measured it since 1994. “It is an animal, and it is doing what animals do.”",
            "The county now measures the bed every month, with a boat no larger than a tea tray. What it found last spring is the reason for this report.",
        ),
    ),
    (
        "What the boat saw",
        (
            "Over nine weeks the small boat sailed 640 kilometres, back and forth, and drew a picture of the bottom in which a bicycle can be told from a pram.",
            "Under the bridge at Sallow End the bed lies two metres deeper than it did in 2015. The piers stand on oak piles, and the tops of the oak piles, which nobody alive had seen, were in the picture.",
            "The bridge engineer, Tobias Renn, closed it the same afternoon. He said that he had not asked anybody’s leave. “If I am wrong, I have annoyed eight hundred drivers,” he told the county’s inquiry. “If I am right, I have annoyed eight hundred drivers.”",
        ),
    ),
    (
        "Who pays",
        (
            "The bridge belongs to the county, the river to the state, and the mud, by a charter of 1611, to the heirs of a bishop. All three have written to each other.",
            "Finance secretary Orla Devane said that the county could pay for the piles or for the road, but not for both in one year. The mayor of Sallow End, Piotr Mazur, called that “a choice between the plate and the dinner”.",
            "According to the state’s own figures, the cost of moving the river back would be eleven times that of moving the bridge.",
        ),
    ),
    (
        "What happens next",
        (
            "A temporary bridge of steel will open on 3 June. It is one lane wide, and it will be taken apart again when the new piers are dry.",
            "Calloway will go on measuring. She said the river had moved a further nine centimetres while the inquiry sat, and that she had told it so.",
            "“They laughed,” she said. “Then somebody asked me which way.”",
        ),
    ),
)

REPORT = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>The river that would not stay on the map</title>"
    "<meta property='og:site_name' content='The Aldwater Review'><meta property='article:section' content='Long read'>"
    "<meta property='og:description' content='A small boat, a closed bridge and three owners of the same mud'>"
    "<meta property='article:published_time' content='2024-05-17T07:00:00'><meta name='author' content='Nora Veldt'></head>"
    "<body><main><article><h1>The river that would not stay on the map</h1>"
    + "".join(f"<h2>{heading}</h2>" + "".join(f"<p>{text}</p>" for text in texts) for heading, texts in _REPORT_PARTS)
    + "</article></main></body></html>"
)

ADDED = {"library.html": ARABIC, "ferry.html": CHINESE, "bell.html": LONG_TITLE, "river.html": REPORT}
"""What is added to the samples, by file name."""
