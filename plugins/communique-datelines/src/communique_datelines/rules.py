"""One function for each form of dateline.

A rule is given the start of a line (`Opening`): the places it begins with are read already, so that a rule matches only
what stands behind them.  It gives the dateline, or None where the line is not of its form.
"""

from __future__ import annotations

from attrs import evolve

from communique import Dateline, because
from communique.sentences import SENTENCE_STARTERS
from communique_datelines import patterns
from communique_datelines.making import dateline_of, maybe_dated, of_known_agency
from communique_datelines.opening import Opening, read_places

SHORTEST_STORY = 60
"""A line with a dateline of little evidence has at least that many code points: headlines have fewer."""
LONGEST_HEADLINE = 120
"""… and twice as many if it does not end as sentences do …"""
LONGEST_CLOSE = 4
"""… or it has no more than that behind the places, since the dateline has a line of its own."""
SHORTEST_SENTENCE = 30
"""The first sentence below such a line has more code points."""
SENTENCE_ENDS = ".!?\"')"
LONGEST_AGENCY_LINE = 90
"""A day and an agency that stand alone have no more code points."""
MOST_WORDS = 4
"""A city that is not known, before an agency that is not, has no more words."""
SITES = (".com", ".org", ".net")


# ---------------------------------------------------------------- with a day


def city_day_agency(opening: Opening) -> Dateline | None:
    """City, day, agency in brackets: Reuters, AFP, Xinhua, Interfax, UN bodies, broadcast monitoring.

    Fires: ``LUSAKA, Nov. 27 (Xinhua) -- Ministers met``.  Does not: ``LUSAKA, Section 27 (annex) -- Ministers met``.
    """
    dateline = dateline_of(city_day_agency, opening, patterns.BRACKETED_AGENCY, dated=True)
    if dateline is None or dateline.agency_span is None or opening.is_agency(dateline.agency_span):
        return dateline
    return dateline if opening.in_capitals or opening.known else None


def city_slashed_agency(opening: Opening) -> Dateline | None:
    """City, day, stop, agency between slashes: TASS.

    Fires: ``MINSK, January 21. /TASS/. Envoys arrived``.  Does not: ``MINSK /see map/ is the seat``.
    """
    return of_known_agency(maybe_dated(city_slashed_agency, opening, patterns.SLASHED_AGENCY), opening)


def city_bare_agency(opening: Opening) -> Dateline | None:
    """City, maybe a day, agency without brackets: IRNA, AAP, Armenpress.

    Fires: ``Tehran, IRNA – The envoys``, ``SYDNEY March 22 AAP - Police``.  Does not: ``Tehran, Iran – The envoys``.
    """
    article = opening.reading.article
    comma = article.folded.rfind(", ", opening.start, opening.behind)
    if comma >= 0 and opening.is_agency(article.span(comma + 2, opening.behind)):  # it was taken for a country
        opening = opening.with_places_until(comma)
    return of_known_agency(maybe_dated(city_bare_agency, opening, patterns.BARE_AGENCY), opening)


def city_day(opening: Opening) -> Dateline | None:
    """City and day, no agency: Reuters of the 1980s, AFP.

    Fires: ``HOBART, Australia, Dec 11, 2006 - The series``.  Does not: ``HOBART, Chapter 18 - The series``,
    ``Stock Exchange, Dec 18 - shares fell``.
    """
    dateline = dateline_of(city_day, opening, patterns.CLOSED_DAY, dated=True)
    if dateline is None:
        return None
    if dateline.span.text[-1] == ".":
        with_year = dateline.date_span is not None and dateline.date_span.text[-4:].isdigit()
        return dateline if opening.known and (opening.in_capitals or with_year) else None
    if opening.is_agency(opening.cities[0][0]):  # KYODO NEWS - Jan 23 -
        return None
    small_letters = dateline.date_span is not None and dateline.date_span.text[0].islower()
    if opening.known and (opening.in_capitals or small_letters):
        return dateline
    likely = opening.in_capitals or opening.known or opening.names_country
    return dateline if likely and _begins_sentence(opening, dateline.body) else None


def city_day_in_brackets(opening: Opening) -> Dateline | None:
    """City, day in brackets: United Nations.

    Fires: ``GENEVA (23 January 2026) – Experts called``.  Does not: ``GENEVA (23 delegations) – Experts called``.
    """
    return dateline_of(city_day_in_brackets, opening, patterns.BRACKETED_DAY)


def city_day_line(opening: Opening) -> Dateline | None:
    """City and day on a line of their own, under the headline: Reuters of the 1990s, communiqués.

    Fires: ``JENIN, West Bank 1996-10-03`` and a line break.  Does not: ``JENIN 1996-10-03 archive``.
    """
    dateline = dateline_of(city_day_line, opening, patterns.LINE_END, dated=True)
    if dateline is None or dateline.date_span is None or not (opening.in_capitals or opening.known):
        return None
    if not _ends_line(opening.reading.article.text, dateline.span.end):
        return None
    between = opening.reading.article.folded[opening.behind : dateline.date_span.start]
    return dateline if "," in between or dateline.date_span.text[:4].isdigit() else None


def day_city(opening: Opening) -> Dateline | None:
    """Day and city as a header: web copies and archives.

    Fires: ``date 2026-01-23 Moscow. Russia has``.  Does not: ``On 23 January Moscow. Russia has``.
    """
    if not opening.first:
        return None
    folded = opening.reading.article.folded
    label = patterns.DATE_LABEL.match(folded, opening.start)
    day = patterns.DATED.match(folded, label.end() if label else opening.start)
    before = patterns.BEFORE_PLACE.match(folded, day.end()) if day else None
    if before is None:
        return None
    labelled = label is not None and label.end() > opening.start
    stop = folded.find(".", before.end(), opening.end)
    for end in (opening.end, stop):  # the stop may close the dateline or belong to an abbreviation
        places = read_places(folded, before.end(), end)[:1]
        if places:
            filed = opening.with_places(places, places[0].end())
            dateline = dateline_of(day_city, filed, patterns.CLOSED_PLACE, before=day)
            if dateline and (labelled or any(place.country for place in dateline.places)):
                return dateline
    return None


# ---------------------------------------------------------------- with an agency


def city_agency(opening: Opening) -> Dateline | None:
    """City and agency in brackets: AP, Reuters on the web, dpa.

    Fires: ``ADDIS ABABA, Ethiopia (AP) — Leaders of``.  Does not: ``ADDIS ABABA (capital) — leaders of``.
    """
    dateline = dateline_of(city_agency, opening, patterns.BRACKETED_AGENCY)
    if dateline is None or dateline.agency_span is None or opening.is_agency(dateline.agency_span):
        return dateline
    agency = dateline.agency_span
    closed = dateline.span.text[-1] not in ").:" or (agency.text.isupper() and opening.known and opening.first)
    likely = opening.known or opening.cities[0][0].text.count(" ") < MOST_WORDS
    named = closed and likely and opening.may_be_agency(agency)
    return dateline if named and opening.in_capitals and not opening.labelled else None


def agency_alone(opening: Opening) -> Dateline | None:
    """An agency and no city: stories from several places, news portals.

    Fires: ``(Reuters) - Envoys met``, ``AFP - Envoys met``.  Does not: ``(Updates) - Envoys met``,
    ``KYODO NEWS - Jan 23, 2026 - 18:04`` (the stamp of a web page).
    """
    if not opening.first:
        return None
    opening = opening.without_places()
    head = opening.reading.article.folded[opening.start : opening.start + LONGEST_AGENCY_LINE]
    dateline = dateline_of(agency_alone, opening, patterns.AGENCY_ALONE) if "-" in head or "_" in head else None
    if dateline is not None and patterns.STAMP.match(opening.reading.article.folded, dateline.body):
        return None
    if dateline is not None and dateline.agency is not None and dateline.agency.endswith(SITES):
        return dateline
    return of_known_agency(dateline, opening)


def agency_city(opening: Opening) -> Dateline | None:
    """An agency in brackets, then city and day: ANSA.

    Fires: ``(ANSA) - ROME, JAN 23 - Envoys met``.  Does not: ``(ANSA) - ROME was quiet on Friday``.
    """
    article = opening.reading.article
    before = opening.without_places().match(patterns.AGENCY_BEFORE)
    if before is None or not opening.is_agency(article.span_of(before, "agency")):
        return None
    places = read_places(article.folded, before.end(), opening.end)
    if not places:
        return None
    opening = opening.with_places(places, places[-1].end())
    dateline = city_day(opening) if opening.dated else city_alone(opening)
    if dateline is None:
        return None
    agency = article.span_of(before, "agency")
    return evolve(
        dateline, agency=agency.text, agency_span=agency, evidence=because(agency_city, agency, *dateline.evidence.cues)
    )


# ---------------------------------------------------------------- with nothing but the city


def city_alone(opening: Opening) -> Dateline | None:
    """City and dash, at the head of a story.

    Fires: ``FREETOWN, Sierra Leone -- Voters went``.  Does not: ``TENNIS - Champion withdraws``.
    """
    if not _opens_story(opening) or opening.labelled:
        return None
    dateline = dateline_of(city_alone, opening, patterns.SPACED_DASH)
    if dateline is None:
        tight = opening.in_capitals and opening.known
        return dateline_of(city_alone, opening, patterns.TIGHT_DASH) if tight else None
    if opening.in_capitals:
        return dateline if opening.known or opening.may_be_city else None
    return dateline if opening.known and _begins_sentence(opening, dateline.body) else None


def city_line(opening: Opening) -> Dateline | None:
    """Known cities in capitals on a line of their own, above the story: Anadolu.

    Fires: ``BAGHDAD/ANKARA`` and a line break, the story below.  Does not: ``BAGHDAD`` above a table.
    """
    if not (opening.first and opening.in_capitals and opening.all_known and _story_below(opening)):
        return None
    return dateline_of(city_line, opening, patterns.LINE_END)


def city_colon(opening: Opening) -> Dateline | None:
    """A known city in capitals and a colon, at the head of a story: South Asian dailies.

    Fires: ``ISLAMABAD: The cabinet met``.  Does not: ``MODERATOR: The cabinet met``.
    """
    if not _opens_story(opening) or not (opening.in_capitals and opening.known):
        return None
    return dateline_of(city_colon, opening, patterns.COLON)


def city_lost_dash(opening: Opening) -> Dateline | None:
    """A known city in capitals before a sentence in small letters: web copies that lost the dash.

    Fires: ``BEIRUT The envoys left``, ``BEIRUT, May 5 The envoys left``.  Does not: ``BEIRUT Port reopened``.
    """
    if not _opens_story(opening) or not (opening.in_capitals and opening.known):
        return None
    match = opening.match(patterns.LOST_DASH, dated=opening.dated is not None)
    if match is None or match["next"] not in SENTENCE_STARTERS:
        return None
    return maybe_dated(city_lost_dash, opening, patterns.LOST_DASH)


# ---------------------------------------------------------------- what rules share


def _opens_story(opening: Opening) -> bool:
    """Whether a story follows on the line, not a headline, or the dateline has a line of its own."""
    line, rest = opening.end - opening.start, opening.end - opening.behind
    ends = opening.reading.article.folded[opening.end - 1] in SENTENCE_ENDS
    return opening.first and (line >= (SHORTEST_STORY if ends else LONGEST_HEADLINE) or rest <= LONGEST_CLOSE)


def _story_below(opening: Opening) -> bool:
    """Whether a sentence stands in the paragraph below the line."""
    article, paragraphs = opening.reading.article, opening.reading.layout.paragraphs
    below = paragraphs.at(opening.start) + 1
    if not _ends_line(article.text, opening.behind) or below >= len(paragraphs):
        return False
    start, end = paragraphs[below]
    told = article.folded[start : min(end, start + SHORTEST_STORY)]
    return end - start > SHORTEST_SENTENCE and article.folded[end - 1] in SENTENCE_ENDS and not told.isupper()


def _begins_sentence(opening: Opening, at: int) -> bool:
    return not opening.reading.article.folded[at : at + 1].islower()


def _ends_line(text: str, at: int) -> bool:
    """Whether a line ends here in the text as given; the folded one may have joined a line of figures to it."""
    return text[at : at + 3].lstrip(" \t")[:1] in {"", "\n", "\r", "\u2028", "\u2029"}
