"""Words by which names are told: those within one, those before one, and those that look like one."""

from __future__ import annotations

import re

from quizmill.bank.model import NameKind

# What stands between the parts of a name, written small.
_PARTICLES = """de|de la|de las|de los|del|della|di|da|do|dos|das|du|des|von|von der|von den|vom|van|van de
|van der|van den|zu|zur|zum|ten|ter|af|av|bin|ibn|bint|ben|al|el|ul""".replace("\n", "")
_AND = ("es", "gl")  # languages in which "y" joins two names
_TITLES = "Dr|Mr|Mrs|Ms|Prof|St|Sgt|Lt|Col|Gen|Capt|Rev|Hon|Mme|Mlle|Fr|Hr|Sr|Sra|Jr|Dra|Ing"
# A word with the dot that belongs to it: Dr., J., J.R.R.
DOTTED = rf"(?:{_TITLES}|[A-ZÀ-ÖØ-ÞА-Я](?:\.-?[A-ZÀ-ÖØ-ÞА-Я])*)\.(?= ?[^\W\d_a-zß-ÿ])"
ELISION = re.compile(r"(?:[lds]|qu|jusqu|dell|all|nell|dall|sull|un)['’](?=[^\W\d_a-z])")

# Words that begin sentences, and no name.
ORDINARY = frozenset(
    """
    a about above across after again against all along already also although always among an and another any
    anyone around as at away back be because been before behind being below beneath beside besides between
    beyond both but by can could despite did do does down during each early earlier eight either eleven else
    eventually ever every everyone everything except few finally first five for four from further given had
    half has have he hence her here hers him his how however i if in indeed initially inside instead into is
    it its itself just last late later latest least less let like long many may maybe meanwhile might million
    more most much must my near nearly neither never nevertheless next nine no nobody none nor not nothing now
    of off often old on once one only onto or original originally other others our out outside over own people
    perhaps recently second seven several shall she should since six so some somebody someone something soon
    still such ten than that the their theirs them themselves then there therefore these they third this those
    though thousand three through throughout thus till to today together tomorrow too toward towards twelve
    two under unlike until up upon us used very was we well went were what whatever when whenever where
    wherever whether which while who whoever whom whose why will with within without would years yes yesterday
    yet you young your

    aber alle allein als also am an andere auch auf aus bei beide beim bereits bevor bis da dabei dadurch
    dafür dagegen daher damals damit danach daneben dann daran darauf daraus darin darum darüber das dass dazu
    dein dem den denn dennoch der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch
    dort durch ebenso ein eine einem einen einer eines einige er erst erste ersten es etwa euer für ganz
    gegen gestern hat heute hier hinter ich ihr ihre ihrem ihren im immer in indem infolge ist ja jede jeder
    jedes jedoch jene jener jetzt kein keine laut man manche mehr mein mit nach nachdem neben nicht nichts nie
    niemand noch nun nur ob obwohl oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie
    sind so sobald sogar solche sonst sowie später statt trotz um und uns unser unter viele vom von vor wann
    war waren warum was wegen weil welche wenige wenn wer werden wie wieder wir wird wo wurde wurden während
    zu zudem zuerst zuletzt zum zur zusammen zwei zwischen über

    à afin ainsi alors après aucun aucune aujourd'hui auquel aussi autour autre autres aux avant avec beaucoup
    car ce ceci cela celle celui ces cet cette ceux chaque chez comme comment contre dans de depuis derrière
    des dès deux devant donc dont du elle elles en encore enfin ensuite entre est et eux finalement grâce hier
    il ils jamais je jusque la laquelle le lequel les leur leurs lors lorsque lui mais malgré me mes moins
    mon même ne ni nos notre nous on or ou où outre par parce parmi pendant personne peu plus plusieurs pour
    pourquoi pourtant puis puisque quand que quel quelle quelques qui quoi sa sans sauf selon ses seul seule
    si sinon sous souvent sur tandis tous tout toute toutes très trois trop tu un une vers voici voilà vous

    adonde ahora al ayer algo alguien algún alguna algunas algunos allí ante antes apenas aquel aquella aquí
    así aun aunque bajo bien cada casi como con contra cual cuando cuanto de dentro desde después detrás donde
    dos durante e el ella ellas ellos en entonces entre era es esa ese eso esta estaba estas este esto estos
    fue fueron gracias ha hace hacia hasta hay hoy incluso la las le les lo los luego mediante mientras
    mi mucho muchos muy más nada nadie ni ninguna ninguno no nosotros nuestra nuestro nunca o otra otras
    otro otros para pero poco por porque primero pues que quien quienes se según ser si sin sino
    sobre solo su sus sí tal también tampoco tan tanto todas todavía todo todos tras tres tu u un una
    unas uno unos usted ya yo
    """.split()
)

# Adjectives of peoples, and what these speak: written large in English, and names of nobody.
_PEOPLES = frozenset(
    """
    afghan african albanian algerian american arab arabian arabic argentine argentinian armenian asian
    australian austrian babylonian bavarian belgian bengali bolivian brazilian british bulgarian burmese
    byzantine cambodian canadian caribbean catalan chilean chinese christian colombian croatian cuban cypriot
    czech danish dutch ecuadorian egyptian english estonian ethiopian european finnish flemish french gaelic
    georgian german germanic ghanaian greek hebrew hellenic hindu hungarian icelandic indian indonesian
    iranian iraqi irish islamic israeli italian jamaican japanese jewish jordanian kenyan korean kurdish
    kuwaiti latin latvian lebanese libyan lithuanian macedonian malay malaysian maltese maya mayan mexican
    mongol mongolian moroccan muslim nigerian nordic norman norwegian ottoman pakistani palestinian persian
    peruvian phoenician polish portuguese prussian roman romanian russian saudi scandinavian scots scottish
    serbian siberian slavic slovak slovenian soviet spanish sumerian swedish swiss syrian taiwanese tamil thai
    tibetan tunisian turkish ukrainian venetian venezuelan vietnamese viking welsh western
    """.split()
)
_OF_PEOPLES = re.compile(r"(?:s|men|man|women|woman)$")

_MAN = re.compile(r"(?:m[ae]n|wom[ae]n)$")
# Words of a name that "of" belongs to; it parts any other name of several words from a place.
_HAS_OF = re.compile(
    r"\b(?:Academy|Archbishop|Association|Bank|Battle|Bay|Bishop|Board|Cape|Cathedral|Chamber|Church|City|College"
    r"|Committee|Company|Conference|Congress|Council|Count|Countess|Court|Department|Duchess|Duke|Earl|Emperor"
    r"|Empire|Faculty|Federation|Gallery|Government|Gulf|House|Institute|Isle|Journal|King|Kingdom|Lady|League"
    r"|Library|Lord|Master|Ministry|Museum|Office|Order|Palace|Parliament|Peninsula|Pope|Prince|Princess|Queen"
    r"|Republic|Revolution|Saint|School|Sea|Secretary|Society|State|States|Strait|Theatre|Tower|Treaty|Union"
    r"|University|War)\b"
)
_BEARER = re.compile(rf"^(?:{_TITLES}|Sir)\.? (?=\S+ \S)")
_VERBS = frozenset(
    """
    anybody anything appear appears became become becomes began begins begun believe believes bought bring
    brings brought called caught caused chosen contain contains continue continues create creates driven
    dropped fallen follow follows forget forgot fought gotten happen happens include includes known making
    matter provide provides remain remains require requires result seemed should showed simply sought spoken
    suppose taught thought taken threw thrown travel travels written everybody somebody enough rather almost
    """.split()
)
_VERBAL = re.compile(r"(?:ed|ing|ly)$")

_COMPANY = re.compile(
    r"\b(?:Company|Co|Corp|Corporation|Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|plc|AG|GmbH|KG|KGaA|SE|SA|SAS"
    r"|SARL|SpA|NV|BV|AB|Oy|ASA|Holdings?|Aktiengesellschaft|Compagnie|Compañía|Sociedad Anónima)\.?$"
)
_PERSON = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Mme|Mlle|Herr|Frau|Sir|Sra?)\.? \w")


def joined(language: str) -> re.Pattern[str]:
    """What may stand between two words of one name in a text of that *language*."""
    and_too = "" if language.split("-")[0].lower() in _AND else "|y"
    return re.compile(rf"(?: (?:of|of the|&|{_PARTICLES}{and_too}) | d['’]| )")


def is_of_a_people(word: str) -> bool:
    """Whether a word only says of which people somebody or something is: Egyptian, French, Romans."""
    small = word.lower()
    return small in _PEOPLES or _OF_PEOPLES.sub("", small) in _PEOPLES


def is_man_of_a_people(word: str) -> bool:
    """Whether a word says of which people one person is, and stands before names: Englishman."""
    return is_of_a_people(word) and _MAN.search(word) is not None


def has_of(name: str) -> bool:
    """Whether "of" goes on with the *name*: Bank of, Duke of; not Kirkpatrick Macmillan of."""
    return " " not in name or _HAS_OF.search(name) is not None


def untitled(name: str) -> str:
    """The *name* of a person without the title before it: Dr. James Moore."""
    return _BEARER.sub("", name)


def tells_nothing(word: str, language: str) -> bool:
    """Whether a word written small proves nothing: a function word, or a verb or adverb in English."""
    if word in ORDINARY:
        return True
    is_english = language.split("-")[0].lower() == "en"
    return is_english and (word in _VERBS or _VERBAL.search(word) is not None)


def kind_of_name(name: str) -> NameKind:
    """What sort of thing bears the *name*, where its words leave no doubt; else OTHER."""
    if _COMPANY.search(name) and " " in name:
        return NameKind.COMPANY
    return NameKind.PERSON if _PERSON.search(name) else NameKind.OTHER
