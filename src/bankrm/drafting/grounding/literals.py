"""What must stand in the evidence as it is: quotes, figures, dates, names, and any other number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.binding import same_value
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import QUOTE
from bankrm.drafting.grounding.marks import OF_EACH
from bankrm.drafting.grounding.recount import is_worked_out
from bankrm.drafting.grounding.slots import kind_of
from bankrm.drafting.grounding.times import same_day_of_year, time_fits
from bankrm.drafting.grounding.tokens import Reading, Role, Token, read
from bankrm.drafting.grounding.values import digit_runs, in_one_unit, is_negative_of
from bankrm.language.bounds import Bound
from bankrm.language.firm_names import firm_stem
from bankrm.language.folding import fold
from bankrm.language.names import NameBook, names_in, same_name
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences

_SENTENCE = 10  # shorter ones are too easily met by chance
_SPACE = pattern(r"\s+")


_SUPPOSED = pattern(
    r"なら|であれば|だったら|の場合|と(?:言われ|いわれ|返って|答え(?:れば|たら)|出たら|お?(?:聞|尋|伺|うかが))"
)
_ASKED = pattern(r"(?:か|[？?])[。]?$")
_ADDRESSEE = pattern(r"^[（(][^（）()]{1,16}(?:へ|宛|あて)[）)]")


def missing(
    reading: Reading, pieces: Sequence[Piece], book: NameBook | None, known: Collection[Token] = ()
) -> Iterator[Reason]:
    """Whatever of the statement should stand in a piece and does not; `known` are figures and dates that follow from what stands there."""
    yield from missing_quotes(reading.text, pieces)
    yield from missing_figures(reading, pieces, known)
    yield from missing_dates(reading.text, reading, pieces, known)
    yield from missing_numbers(reading, pieces)
    yield from missing_names(reading.text, pieces, book)


def missing_quotes(statement: str, pieces: Sequence[Piece]) -> Iterator[Reason]:
    """Quotes that no piece holds verbatim; only width and white space may differ.

    What somebody might answer (「間に合わない」なら) and what is to be asked (「…ですか」) are not quoted from anywhere.
    """
    texts = [_even(piece.source.text) for piece in pieces]
    for match in QUOTE.finditer(statement):
        quoted = match.group(1) or match.group(2)
        if _SUPPOSED.match(statement, match.end()) or _ASKED.search(quoted):
            continue
        if not any(_holds_quote(text, _even(quoted).rstrip("。、")) for text in texts):
            yield Reason("quote_not_verbatim", quoted)


_DENIED_AFTER = pattern(
    r"(?:とは|とまでは|わけでは|のでは|では|とも|は)[^、。「」]{0,6}(?:ない|ません|なかった|ず)|(?:ない|ません|なかった)"
)


def _holds_quote(text: str, quoted: str) -> bool:
    """Whether the text holds the words, not only cut off before what denies them (「使いたい」 of 使いたいとは思わない)."""
    places = [match.end() for match in re.finditer(re.escape(quoted), text)]
    return any(not _DENIED_AFTER.match(text, place) for place in places)


def frame_of(statement: str, pieces: Sequence[Piece]) -> tuple[str, bool]:
    """The statement with every verbatim quote and every whole sentence of the evidence blanked out (same length), and whether there was any.

    What is repeated to the letter says nothing of its own; only the words around it have to be laid beside the evidence. A part of a
    sentence is no such thing: cut before its 「ない」 it says the contrary.
    """
    texts = [_even(piece.source.text) for piece in pieces]
    quotes = [
        m for m in QUOTE.finditer(statement) if any(_even(m.group(1) or m.group(2)).rstrip("。、") in t for t in texts)
    ]
    frame = statement
    for sentence in _whole_sentences(pieces):
        at = frame.find(sentence)
        if at >= 0 and _stands_alone(frame, at, at + len(sentence)):
            frame = _blanked(frame, at, at + len(sentence))
    for match in quotes:
        frame = _blanked(frame, *match.span())
    return frame, frame != statement


def _whole_sentences(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        for start, end in sentences(piece.body):
            sentence = piece.body[start:end].strip("「」").lstrip("・● 　").rstrip("。 ")
            if len(sentence) >= _SENTENCE:
                yield sentence


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    return (not before or before[-1] in "。、:： 「(（\n") and (not after or after[0] in "。」(（〔\n")


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "、" * (end - start) + text[end:]


def _even(text: str) -> str:
    return _SPACE.sub("", fold(text).text).replace("『", "「").replace("』", "」")


_IDIOM = pattern(r"一(?:枚|度|つ|言|回|通り)$")  # 一枚にまとめる, 一度: a manner of speaking, no count


def missing_figures(reading: Reading, pieces: Sequence[Piece], known: Collection[Token] = ()) -> Iterator[Reason]:
    """Amounts, ratios, counts and durations that stand in no piece in any notation."""
    for figure in figures_of(reading):
        if figure.token in known or _IDIOM.match(reading.surface(figure.token)):
            continue
        if any(same_value(figure, piece) for piece in pieces) or _is_article(figure, reading, pieces):
            continue
        if is_worked_out(figure, reading, tuple(pieces)) or _says_no_number(figure, reading, pieces):
            continue
        yield Reason(_missing_code(figure, reading.surface(figure.token), pieces), reading.surface(figure.token))


_ANOTHER = pattern(r"もう[1１一]")  # 2台目
_ONLY = pattern(r"だけ|のみ|しか")
_TWICE = pattern(r"(?<![0-9０-９一-十百千数何.．])倍(?=近|増|以上|に|の)")


def _says_no_number(figure: Figure, reading: Reading, pieces: Sequence[Piece]) -> bool:
    """1人当たり, 1キロ120円 beside キロ120円, 2倍近い beside 倍近い: the evidence leaves the number out."""
    quantity = figure.token.quantity
    if quantity is None:
        return False
    if quantity.value == 2 and quantity.unit.endswith("目"):
        return any(_ANOTHER.search(piece.body) for piece in pieces)
    if quantity.value == 1 and _ONLY.match(reading.text, figure.token.end):
        return any(_ONLY.search(piece.body) for piece in pieces)
    if quantity.value == 1 and (match := OF_EACH.match(reading.text, figure.token.end)):
        return match.group() in ("当たり", "あたり") or any(quantity.unit in piece.source.text for piece in pieces)
    return figure.key == "ratio:2:倍" and any(_TWICE.search(piece.body) for piece in pieces)


_ONE = pattern(r"一[人名匹頭羽台本枚個つ]の")


def _is_article(figure: Figure, reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether 一人の社員 only says which kind is meant: no piece counts in that unit, so that none counts otherwise."""
    unit = figure.key.rpartition(":")[2]
    counted = any(other.key.rpartition(":")[2] == unit for piece in pieces for other in piece.figures)
    return bool(_ONE.match(reading.text, figure.token.start)) and not counted


def _missing_code(figure: Figure, surface: str, pieces: Sequence[Piece]) -> str:
    """Why a figure does not stand: another sign, another unit, or not there at all: three people bear out no 3億円."""
    number, kind = digit_runs(surface), figure.key.split(":")[0]
    written = [(other, words) for piece in pieces for other, words in piece.written]
    if any(is_negative_of(figure, other) for other, _ in written):
        return "sign_differs"
    alike = [other for other, words in written if number and digit_runs(words) == number]
    like = [other for other in alike if other.key.split(":")[0] == kind]
    if like:
        return "unit_differs"
    told_roughly = figure.bound is not Bound.EXACT and any(_is_roughly(figure, other) for other, _ in written)
    return "rounded_too_far" if told_roughly else "figure_not_in_evidence"


def _is_roughly(figure: Figure, other: Figure) -> bool:
    """Whether the value lies within a tenth of the one told roughly: rounded, not wrong."""
    one, another = figure.token.quantity, other.token.quantity
    if one is None or another is None or isinstance(one.value, str) or isinstance(another.value, str):
        return False
    mine, theirs = in_one_unit(one), in_one_unit(another)
    return kind_of(figure.token) == kind_of(other.token) and abs(theirs - mine) <= abs(mine) / 10


_TWO_BACK = pattern(r"前々[期年]|一昨年|2期前|2年前|二期前|二年前")  # two years back is not one


def missing_dates(
    statement: str, reading: Reading, pieces: Sequence[Piece], known: Collection[Token] = ()
) -> Iterator[Reason]:
    """Dates, months, years and periods that no piece bears out. A date without a year is read against the day of each piece."""
    two_back = _TWO_BACK.search(reading.text)
    if two_back and not any(_TWO_BACK.search(piece.source.text) for piece in pieces):
        yield Reason("date_not_in_evidence", two_back.group())
    stand = [token for token in reading.tokens if token.role is Role.TIME and token not in known]
    for token in stand:
        if not any(_bears_out(statement, token, piece) for piece in pieces):
            yield Reason("date_not_in_evidence", reading.surface(token))


def _bears_out(statement: str, token: Token, piece: Piece) -> bool:
    mine = [token.key]
    own_day = read(statement, piece.reference)
    mine += [
        other.key
        for other in own_day.tokens
        if other.role is Role.TIME and other.start < token.end and token.start < other.end
    ]
    if any(time_fits(one, other) for one in mine for other in piece.times) or piece.is_year_before(token.key):
        return True
    yearless = _yearless(statement[token.start : token.end])
    return yearless and any(same_day_of_year(one, other) for one in mine for other in piece.times)


_DAYS_OF_TWO_YEARS = (date(2023, 6, 1), date(2024, 6, 1))


def _yearless(surface: str) -> bool:
    """Whether what a date means hangs on the day it is read on."""
    one, other = ([q.value for q in find_quantities(surface, day)] for day in _DAYS_OF_TWO_YEARS)
    return one != other


_NOTATION = pattern(
    r"(?:[0-9]+年)?[0-9]+月[0-9]+日"  # a day that the calendar does not have (2月29日 of most years) stands as a whole or not at all
    r"|[0-9][0-9,.]*[0-9.,十百千万億兆]*(?:円|%|倍|ポイント|[一-龥])?|[数何幾][十百千万億兆]+(?:円|名|人|社|件)?"
)


def missing_numbers(reading: Reading, pieces: Sequence[Piece]) -> Iterator[Reason]:
    """Numbers that could not be measured (型番, 第3次, 数千万円, 9億32億円, 2月29日): they must stand in a piece as they are."""
    known = " ".join(fold(piece.source.text).text for piece in pieces).replace(",", "")
    for run in _NOTATION.findall(_unmeasured(reading)):
        written = run.replace(",", "").rstrip(".")
        if not re.search(rf"(?<![0-9.]){re.escape(written)}(?![0-9])", known):
            yield Reason("figure_not_in_evidence", run)


def _unmeasured(reading: Reading) -> str:
    """The text, width folded, without what was measured."""
    rest, position = [], 0
    for token in reading.tokens:
        if token.quantity is not None:
            rest.append(reading.text[position : token.start])
            position = token.end
    return _PER_HEAD.sub("。", fold("。".join([*rest, reading.text[position:]])).text)


_PER_HEAD = pattern(r"[1一](?:人|名|台|店|社|件)(?:当|あ)たり")  # of how many a ratio is, and no count


def missing_names(statement: str, pieces: Sequence[Piece], book: NameBook | None) -> Iterator[Reason]:
    """People and firms of the statement that no piece names in any form. Whom a question is for (「(田辺社長へ)」) is no claim."""
    texts = [fold(f"{piece.source.text} {piece.source.speaker}").text for piece in pieces]
    held = [mention for text in texts for mention in names_in(text)]
    known = {who for text in texts for m in book.find(text) if (who := m.person or m.firm)} if book else set()
    addressee = _ADDRESSEE.match(statement)
    for mention in names_in(statement):
        if addressee and mention.start < addressee.end():
            continue
        short = f"{firm_stem(mention.key)}さん"  # うつぎさん for うつぎ銀行
        if any(mention.key in text or fold(mention.surface).text in text or short in text for text in texts):
            continue
        resolved = book and (book.resolve(mention.surface) or book.resolve_firm(mention.surface))
        if resolved in known if resolved else any(same_name(mention, other) for other in held):
            continue
        yield Reason("name_not_in_evidence", mention.surface)
