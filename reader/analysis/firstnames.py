"""First names that are nearly always a man's or nearly always a woman's in English-language news.

They decide whom "he" and "she" mean where no title does. Names that both bear (Alex, Jordan, Robin, Sam) are left out.
"""

from __future__ import annotations

MALE = frozenset(
    """
    aaron abdul abraham adam adrian ahmed alan albert alexander alfred ali allan allen andre andreas andrew angus
    anthony antonio arnold arthur barack barry ben benjamin bernard bernie bill billy bob boris brad bradley brendan
    brian bruce bryan callum carl carlos cedric charles christopher clive colin craig curtis damian dan daniel darren
    dave david dean declan dennis derek diego dmitri dominic don donald doug douglas duncan dylan ed eddie edgar edward
    edwin elliott emmanuel eric erik ernest ethan eugene ewan felix fernando francois frank franklin fred frederick
    gareth garry gary gavin geoff geoffrey george gerald gerard giovanni glenn gordon graeme graham greg gregory
    hamish hans harold harry harvey hassan hector henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan
    jack jacob jacques jake james jamie jason jeff jeffrey jeremy jerome jerry jim jimmy joe joel
    johan johannes john johnny jon jonas jonathan jorge jose josef joseph josh joshua juan julian justin karl keith
    ken kenneth kenny kevin klaus konrad kurt kyle lars laurence lawrence leo leon leonard leroy lewis liam lloyd louis
    lucas luis luke magnus malcolm manuel marc marcel marco marcus mario mark martin marvin matt matthew maurice max
    michael miguel mike mikhail mitch mohamed mohammad mohammed muhammad murray nathan neil nicholas nick nigel noah
    norman oleg oliver olivier omar oscar otto owen pablo patrick paul pavel pedro peter phil philip philippe phillip
    pierre rafael ralph ramon raymond reginald ricardo richard rick rob robert roberto rodney roger roland ron ronald
    ross roy rupert russell ryan samuel scott sean sebastian sergei sergey seth shane simon stanley stefan stephen
    steve steven stewart stuart ted terence terrence terry theodore thomas tim timothy toby todd tom tommy
    tony trevor ulrich victor vincent viktor vladimir walter warren wayne wilhelm will william winston xavier yuri
    yusuf zachary
    """.split()
)

FEMALE = frozenset(
    """
    abigail ada adele agnes aisha alexandra alice alicia alison amanda amber amelia amy ana anastasia angela
    angelina anita ann anna anne annette annie antonia audrey barbara beatrice becky belinda bernadette beth betty
    brenda bridget caitlin camilla camille candice carla carmen carol carole caroline carolyn catherine cathy cecilia
    celia charlotte cheryl chloe christina christine claire clara claudia colleen constance cynthia daisy
    daniela danielle deborah debra deirdre denise diana diane donna dora doreen doris dorothy edith eileen elaine
    eleanor elena elisabeth eliza elizabeth ella ellen eloise elsa emily emma erica erin esther eva eve evelyn faith
    fatima felicity fiona florence frances francesca freya gabriela gabrielle gemma georgia georgina geraldine gillian
    gina gloria grace greta gwen hannah harriet hazel heather heidi helen helena helene henrietta hilary hillary
    ingrid irene iris isabel isabella isabelle isla ivanka jacqueline jane janet janice jasmine jemima
    jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie juliet
    june justine karen kate katherine kathleen kathryn kathy katie katrina kay keira kimberly kirsten kirsty
    laura lauren leah lena leticia lily linda lisa liz lois lola lorna lorraine louisa louise lucia lucy lydia
    lynda lynne mabel madeleine magdalena maggie mandy margaret margarita maria mariana marianne marie marilyn
    marina marion marjorie marta martha martina mary matilda maureen megan melania melanie melinda melissa mercedes
    michelle mildred miranda miriam moira molly mona monica myra nadia nadine nancy naomi natalia natalie natasha
    nicola nicole nina nora norma olga olivia ophelia orla pamela patricia paula pauline penelope penny petra phoebe
    phyllis polly priscilla rachel rebecca renee rhona rita roberta rosa rosalind rose rosemary rosie ruby ruth sabrina
    sally samantha sandra sara sarah selina sharon sheila shirley silvia siobhan sofia sonia sophia sophie
    stella stephanie sue susan susanna suzanne sylvia tamara tania tara tatiana teresa theresa tina ursula
    valerie vanessa vera veronica victoria viola violet virginia wanda wendy yolanda yvette yvonne zoe
    """.split()
)


def gender_of(first_name: str) -> str:
    """`m` or `f` where a first name tells; empty where it does not."""
    word = first_name.lower()
    return "m" if word in MALE else "f" if word in FEMALE else ""
