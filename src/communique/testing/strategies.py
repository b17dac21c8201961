"""Hypothesis strategies: hostile strings, and articles composed of parts that are known by construction.

A test that takes an article from `articles` knows what must be found in it, since it was built from that; a test that
takes a string from `weird_text` knows only that nothing may break.

The names are invented.  They stand in no word list, so nothing can be known of their bearers but what the article says.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import frozen
from hypothesis import strategies as st

from communique.testing.strings import blank_text, weird_text, word_salad
from communique.testing.texts import PUBLISHED

__all__ = [
    "KnownArticle",
    "KnownDateline",
    "KnownPerson",
    "KnownQuote",
    "articles",
    "blank_text",
    "datelines",
    "names",
    "persons",
    "quotes",
    "sentences",
    "titles",
    "weird_text",
    "word_salad",
]

_GIVEN = (
    "Velora", "Darrik", "Tamsine", "Ilvan", "Orsina", "Bekhar", "Renzil", "Maruche", "Sövilde", "Łudvika", "Ngavira",
    "Thandrel", "Quillan", "Yevrona", "Hadrilo", "Elzabet-Mirre",
)  # fmt: skip
_SURNAMES = (
    "Quandrel", "Okunvari", "Brasztovik", "Mirabondi", "Telgassen", "Vashkirov", "Dunmorrow", "Ferranquez", "Obrekhin",
    "Zhalbekova", "Ilmarsson", "N’Govela", "Ruskander-Vahl", "Çelvigan", "Poulvadier", "Hartsquill",
)  # fmt: skip
_PARTICLES = ("", "", "", "van ", "al-", "de la ")
_TITLES = (
    "Foreign Minister", "Prime Minister", "President", "Defence Minister", "Deputy Foreign Minister", "Ambassador",
    "Secretary of State", "government spokesman", "special envoy", "Gen.",
)  # fmt: skip
_FILLERS = (
    "The weather stayed mild through most of the season.",
    "Roads in the valleys were open again after weeks of heavy rain.",
    "Prices of grain and fuel have hardly moved since the harvest.",
    "It was the third such gathering in as many months.",
    "The hall had been repaired, repainted and fitted with new lamps.",
    "Schools reopened, and the markets were busier than usual.",
)
_UTTERANCES = (
    "We are ready to return to the table", "The road to a settlement is long", "This is a matter of trust",
    "Nobody should expect quick results", "The work will go on", "There is no other way",
)  # fmt: skip
_CITIES = ("GENEVA", "NAIROBI", "VIENNA", "ANKARA", "HANOI", "BOGOTA", "CANBERRA", "OSLO", "ADDIS ABABA")
_AGENCIES = ("Reuters", "AP", "AFP", "Xinhua")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@frozen
class KnownPerson:
    """A person of a composed article.

    >>> KnownPerson("Velora Okunvari", "Okunvari", "Foreign Minister").introduced
    'Foreign Minister Velora Okunvari'
    """

    name: str
    """The full name."""
    surname: str
    """The part by which later sentences refer to the person, particles inside."""
    title: str
    """The title printed before the name at the first mention."""

    @property
    def introduced(self) -> str:
        """Title and name, as the first mention has them."""
        return f"{self.title} {self.name}"


@frozen
class KnownQuote:
    """A sentence with a direct quote.

    >>> person = KnownPerson("Velora Okunvari", "Okunvari", "Foreign Minister")
    >>> quote = KnownQuote("“The work will go on,” Okunvari said.", "“The work will go on,”", "said", person)
    >>> quote.text.startswith(quote.content)
    True
    """

    text: str
    """The sentence."""
    content: str
    """The quoted words, marks and the comma or stop before the closing mark inside."""
    cue: str
    """The speech verb."""
    speaker: KnownPerson
    """Whose words they are."""


@frozen
class KnownDateline:
    """A dateline.

    >>> KnownDateline("OSLO (AP) —", "OSLO", "AP", None).city
    'OSLO'
    """

    text: str
    """All of it, separator inside."""
    city: str
    """The city."""
    agency: str | None
    """The agency."""
    date: date | None
    """The day, of the year of `KnownArticle.published`."""


@frozen
class KnownArticle:
    """An article and the parts it was composed of.

    >>> from hypothesis import find
    >>> article = find(articles(with_dateline=True), lambda article: bool(article.quotes))
    >>> article.quotes[0].text in article.text, article.text.startswith(article.dateline.text)
    (True, True)
    """

    text: str
    """The whole text."""
    published: date
    """A day shortly after the dateline's."""
    dateline: KnownDateline | None
    """The dateline it begins with, if any."""
    persons: tuple[KnownPerson, ...]
    """The persons in the order of their first mentions."""
    quotes: tuple[KnownQuote, ...]
    """The direct quotes in the order of the text."""


def names() -> st.SearchStrategy[str]:
    """Full names of persons that stand in no word list.

    >>> from hypothesis import find
    >>> len(find(names(), lambda name: "van" not in name).split()) > 1
    True
    """
    return persons().map(lambda person: person.name)


def titles() -> st.SearchStrategy[str]:
    """Titles as they stand before a name.

    >>> from hypothesis import find
    >>> find(titles(), lambda title: title.islower())
    'government spokesman'
    """
    return st.sampled_from(_TITLES)


@st.composite
def persons(draw: st.DrawFn) -> KnownPerson:
    """A person with a title.

    >>> from hypothesis import find
    >>> person = find(persons(), lambda person: True)
    >>> person.name.endswith(person.surname)
    True
    """
    surname = draw(st.sampled_from(_PARTICLES)) + draw(st.sampled_from(_SURNAMES))
    return KnownPerson(f"{draw(st.sampled_from(_GIVEN))} {surname}", surname, draw(titles()))


def sentences() -> st.SearchStrategy[str]:
    """Sentences in which there is nothing to find: no name, no number, no quotation, no actor.

    >>> from hypothesis import find
    >>> find(sentences(), lambda sentence: "rain" in sentence)
    'Roads in the valleys were open again after weeks of heavy rain.'
    """
    return st.sampled_from(_FILLERS)


_QUOTE_FORMS: tuple[Callable[[str, str, str], tuple[str, str]], ...] = (
    lambda words, who, cue: (f"“{words},” {who} {cue}.", f"“{words},”"),
    lambda words, who, cue: (f"“{words},” {cue} {who}.", f"“{words},”"),
    lambda words, who, cue: (f"{_sentence_start(who)} {cue}: “{words}.”", f"“{words}.”"),
)


def _sentence_start(who: str) -> str:
    return who[0].upper() + who[1:]


@st.composite
def quotes(draw: st.DrawFn) -> KnownQuote:
    """Sentences with one direct quote, whose speaker is named there with title and name.

    >>> from hypothesis import find
    >>> quote = find(quotes(), lambda quote: quote.text.startswith("“"))
    >>> quote.content in quote.text, quote.cue in quote.text
    (True, True)
    """
    speaker = draw(persons())
    return _quote(draw, speaker, speaker.introduced)


def _quote(draw: st.DrawFn, speaker: KnownPerson, called: str) -> KnownQuote:
    form, words = draw(st.sampled_from(_QUOTE_FORMS)), draw(st.sampled_from(_UTTERANCES))
    text, content = form(words, called, "said")
    return KnownQuote(text, content, "said", speaker)


@st.composite
def datelines(draw: st.DrawFn) -> KnownDateline:
    """Datelines: city, maybe a day, maybe an agency, and a separator.

    No day is in January: printed without a year, in an article of New Year's Eve, it is one of the year to come.

    >>> from hypothesis import find
    >>> dateline = find(datelines(), lambda dateline: dateline.agency == "AP")
    >>> "(AP)" in dateline.text
    True
    """
    city, separator = draw(st.sampled_from(_CITIES)), draw(st.sampled_from(("-", "–", "—", "--")))
    month, number = draw(st.integers(2, 12)), draw(st.integers(1, 28))
    agency = draw(st.sampled_from(_AGENCIES))
    with_day, with_agency = draw(st.sampled_from(((True, True), (False, True), (True, False))))
    day = f", {_MONTHS[month - 1]} {number}" if with_day else ""
    of_agency = f" ({agency})" if with_agency else ""
    return KnownDateline(
        f"{city}{day}{of_agency} {separator}",
        city,
        agency if with_agency else None,
        date(PUBLISHED.year, month, number) if with_day else None,
    )


@st.composite
def articles(draw: st.DrawFn, *, with_dateline: bool | None = None) -> KnownArticle:
    """Articles of fillers and quotes by one to three persons, with or without a dateline.

    Each person is introduced with title and name and later on called by surname.

    >>> from hypothesis import find
    >>> article = find(articles(with_dateline=False), lambda article: len(article.quotes) == 1)
    >>> article.dateline is None, article.persons[0].introduced in article.text
    (True, True)
    """
    dateline = draw(datelines()) if with_dateline or (with_dateline is None and draw(st.booleans())) else None
    speakers = draw(st.lists(persons(), min_size=1, max_size=3, unique_by=(_last_word, _first_word)))
    introduced: dict[str, KnownPerson] = {}
    said: list[KnownQuote] = []
    paragraphs = [draw(sentences())]
    for number in range(draw(st.integers(1, 5))):
        speaker = speakers[number] if number < len(speakers) else draw(st.sampled_from(speakers))
        who = speaker.surname if speaker.name in introduced else speaker.introduced
        introduced.setdefault(speaker.name, speaker)
        said.append(_quote(draw, speaker, who))
        after = f" {draw(sentences())}" if draw(st.booleans()) else ""
        paragraphs.append(said[-1].text + after)
    text = "\n\n".join(paragraphs)
    if dateline is not None:
        text = f"{dateline.text} {text}"
    return KnownArticle(text, PUBLISHED, dateline, tuple(introduced.values()), tuple(said))


def _last_word(person: KnownPerson) -> str:
    """The name of a family: who is called al-Quandrel is not told from a Quandrel by every reader."""
    return person.name.split()[-1].removeprefix("al-")


def _first_word(person: KnownPerson) -> str:
    return person.name.split()[0]
