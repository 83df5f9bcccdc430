"""A piece of evidence as the checker reads it: head (day, speaker) and body apart."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from bankrm.domain.days import may_be_recorded
from bankrm.drafting.grounding.alignment import Alignment, Leaf, leaves
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.people import NamedPerson, people_in
from bankrm.drafting.grounding.tokens import Reading, Role, read
from bankrm.language.meant import limits
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate
from bankrm.language.sentences import sentences
from bankrm.language.titles import is_role
from bankrm.language.words import content_words, words


@dataclass(frozen=True, slots=True)
class CheckedEvidence:
    """One cited piece. `text` begins with its head where it has one (「2026年7月8日 訪問 田辺社長: …」)."""

    id: str
    text: str
    speaker: str = ""
    date: date | None = None


_HEAD = pattern(r"^([^。「」\n]{2,60}?)[:：]\s*(?=\S)")
_SPEAKER = pattern(r"(?:訪問|来店|電話|Web|WEB|オンライン|メール|面談|来行|往訪|会議|応接室?|TEL|web|Mail)\s*(.+)$")
_DATA = pattern(r"(?:基幹データ|決算|試算表|他行借入)[ 　]|[^:：。「]{0,40}(?:時点|現在)[:：]")
_OF_THE_BANK = pattern(
    r"計算[:：(（ 　]|(?:標準資料|標準提案|資料|公開情報|先方書面|商品|基幹データ|決算|取引先情報|他行借入|案件|訪問予定|書式)[:： 「(（]"
)
_DATED = pattern(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[RH]\d{1,2}\.\d{1,2}\.\d{1,2}|(?:\d{4}|令和\d{1,2}|令和元)年\d{1,2}月\d{1,2}日)[ 　]"
)
_POST = pattern(r"[（(]([^（）()]{1,10})[）)]")
_MONTH = pattern(r"\d{4}-\d{2}$")
_CLAUSE = pattern(r"[^、。]*[、。]?")


@dataclass(frozen=True)
class Piece:
    """Evidence taken apart. `today` is the day against which what lacks a year is read where the piece has no day of its own,
    `closing_month` that in which the client closes its books, as far as known."""

    source: CheckedEvidence
    today: date | None = None
    closing_month: int | None = None

    @cached_property
    def head(self) -> str:
        """The head without its colon, empty where there is none."""
        match = _HEAD.match(self.source.text)
        return (
            match.group(1)
            if match and (find_quantities(match.group(1), self.today) or _SPEAKER.search(match.group(1)))
            else ""
        )

    @property
    def is_data(self) -> bool:
        """Whether it is a statement of accounts or host data, all of one day, and nobody's words."""
        return bool(_DATA.match(self.source.text))

    @property
    def is_record(self) -> bool:
        """Whether it is a record of the bank, as its head, its day or its speaker tells."""
        return bool(
            self.head
            or self.source.date
            or self.source.speaker
            or _OF_THE_BANK.match(self.source.text)
            or _DATED.match(self.source.text)
        )

    @cached_property
    def body_start(self) -> int:
        """Where the body begins in the text."""
        match = _HEAD.match(self.source.text)
        return match.end() if match and self.head else 0

    @cached_property
    def body(self) -> str:
        """The text behind the head."""
        return self.source.text[self.body_start :]

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Spans of the body's clauses, cut at 、 and 。."""
        return tuple(match.span() for match in _CLAUSE.finditer(self.body) if match.end() > match.start())

    def clauses_behind(self, alignment: Alignment) -> str:
        """The clauses of the body in which the matched words stand."""
        if not alignment.pairs:
            return ""
        first = min(theirs.token.start for _, theirs in alignment.pairs)
        last = max(theirs.token.end for _, theirs in alignment.pairs)
        return "".join(self.body[a:b] for a, b in self.clauses if a < last and b > first)

    def sentences_behind(self, alignment: Alignment) -> str:
        """The sentences of the body in which matched words stand."""
        places = [theirs.token.start for _, theirs in alignment.pairs]
        spans = [(a, b) for a, b in sentences(self.body) if any(a <= place < b for place in places)]
        return "".join(self.body[a:b] for a, b in spans)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence in which a place of the body stands."""
        return bisect_right(self._starts, place) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in sentences(self.body)]

    @cached_property
    def keys_of_sentences(self) -> list[frozenset[str]]:
        """The keys of each sentence's tokens."""
        spans = sentences(self.body)
        return [frozenset(token.key for token in self.reading.between(start, end)) for start, end in spans]

    @cached_property
    def day(self) -> date | None:
        """The day of the record: given, else the first full date of the head that a record can bear."""
        if self.source.date:
            return self.source.date
        quantities = find_quantities(self.head, self.today)
        days = (PartialDate.parse(str(q.value)).first_day() for q in quantities if q.kind is Kind.DATE)
        return next(filter(may_be_recorded, days), None)

    @cached_property
    def reference(self) -> date | None:
        """The day against which the body's dates are read."""
        return self.day or self.today

    @cached_property
    def speaker(self) -> str:
        """Whose words they are as far as the piece says: its speaker, else who is named in the head."""
        match = _SPEAKER.search(self.head)
        return self.source.speaker or (match.group(1).strip() if match else "")

    @cached_property
    def people(self) -> tuple[NamedPerson, ...]:
        """Who speaks, with the post in brackets behind a name (門脇さん(経理)); empty where the piece does not say."""
        speaker = self.speaker if people_in(self.speaker) else self.head
        posts = (match for match in _POST.finditer(speaker) if is_role(match.group(1)))
        return (*people_in(speaker), *(NamedPerson("", post.group(1), post.group(1), *post.span(1)) for post in posts))

    @cached_property
    def reading(self) -> Reading:
        """The body's tokens."""
        return read(self.body, self.reference)

    @cached_property
    def leaves(self) -> list[Leaf]:
        """The tokens of the body that are compared."""
        return leaves(self.reading.tokens)

    @cached_property
    def head_reading(self) -> Reading:
        """The head's tokens."""
        return read(self.head, self.reference)

    @cached_property
    def head_times(self) -> frozenset[str]:
        """Dates and periods of the head."""
        return frozenset(token.key for token in self.head_reading.tokens if token.role is Role.TIME)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of head and body with what they are said of."""
        return (*figures_of(self.head_reading), *figures_of(self.reading))

    def figures_like(self, figure: Figure) -> tuple[Figure, ...]:
        """Its figures of the same kind and unit."""
        kind = _kind(figure)
        if kind[0] != "number":
            return self._by_kind.get(kind, ())
        return tuple(one for other, found in self._by_kind.items() for one in found if _counts_alike(kind, other))

    @cached_property
    def _by_kind(self) -> dict[tuple[str, ...], tuple[Figure, ...]]:
        kinds = {_kind(figure) for figure in self.figures}
        return {kind: tuple(figure for figure in self.figures if _kind(figure) == kind) for kind in kinds}

    @cached_property
    def written(self) -> tuple[tuple[Figure, str], ...]:
        """The figures of head and body, each as written."""
        readings = (self.head_reading, self.reading)
        return tuple((figure, reading.surface(figure.token)) for reading in readings for figure in figures_of(reading))

    @cached_property
    def words(self) -> frozenset[str]:
        """Content words of head and body, normalised."""
        return frozenset(content_words(self.source.text))

    @cached_property
    def times(self) -> frozenset[str]:
        """Dates and periods of head and body, and the day of the record; of a 年度 or 期 as a limit also its month."""
        tokens = (*self.head_reading.tokens, *self.reading.tokens)
        own = {f"date:{self.day}"} if self.day else set()
        meant = {f"month:{one.month}" for one in limits(self.body, self.day, self.closing_month)} if self.day else set()
        return frozenset(token.key for token in tokens if token.role is Role.TIME) | own | meant

    def is_year_before(self, time: str) -> bool:
        """Whether a business year is that which the piece calls 前期 beside the one that it names."""
        if time.startswith("month:"):
            return Term.PRIOR in self.terms and f"month:{int(time[6:10]) + 1}{time[10:]}" in self.times
        begins, _, ends = time.removeprefix("period:").partition("/")
        if Term.PRIOR not in self.terms or not (_MONTH.match(begins) and _MONTH.match(ends)):
            return False
        later = (f"{int(month[:4]) + 1}{month[4:]}" for month in (begins, ends))
        return f"period:{'/'.join(later)}" in self.times

    def word_share(self, base: str, surface: str) -> float:
        """How far a word stands in the piece: whole, as a part of a longer one, or in most of its own parts."""
        if base in self.words or (len(surface) > 1 and surface in self.source.text):
            return 1.0
        own = [word for word in content_words(surface) if not word.isdigit()]
        found = sum(word in self.words or (len(word) > 1 and word in self.source.text) for word in own)
        return found / len(own) if len(own) > 1 else 0.0

    @cached_property
    def bases(self) -> frozenset[str]:
        """Its words in normalised form, compounds whole and cut short, with measures as written and the keys of everything else."""
        readings = (self.head_reading, self.reading)
        measures = {r.surface(token) for r in readings for token in r.tokens if token.role is Role.MEASURE}
        return self.keys | self.words | measures

    @cached_property
    def terms(self) -> frozenset[Term]:
        """Which periods it names, seen from its own: 前期 and 前年同期 are both the one before."""
        tokens = (*self.head_reading.tokens, *self.reading.tokens)
        return frozenset(token.term for token in tokens if token.term is not None)

    @cached_property
    def readings(self) -> dict[str, str]:
        """For each word's reading in katakana its normalised form."""
        spoken = ("名詞", "動詞", "形容詞")
        return {word.reading: word.base for word in words(self.source.text) if word.pos[0] in spoken}

    @cached_property
    def keys(self) -> frozenset[str]:
        """Keys of all tokens of head and body."""
        return frozenset(token.key for token in (*self.head_reading.tokens, *self.reading.tokens))


def _kind(figure: Figure) -> tuple[str, ...]:
    """Kind and unit of its key (amount:…, ratio:…:%)."""
    return tuple(figure.key.split(":")[::2])


def _counts_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two counts may be of the same things; つ counts whatever there is (候補地は2か所)."""
    return one == other or (one[0] == other[0] == "number" and "つ" in (one[-1], other[-1]))


@lru_cache(maxsize=512)
def piece_of(source: CheckedEvidence, today: date | None, closing_month: int | None) -> Piece:
    """The evidence taken apart, once for all statements of a draft that cite it."""
    return Piece(source, today, closing_month)
