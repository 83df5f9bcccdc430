"""Masked texts: what is private becomes a token, the same for the same everywhere in a document, and the key takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.firm_names import fold_name, same_firm
from bankrm.language.patterns import pattern

_WORDS = {
    PrivateKind.PERSON: "人名",
    PrivateKind.FIRM: "社名",
    PrivateKind.ADDRESS: "住所",
    PrivateKind.PHONE: "電話",
    PrivateKind.MAIL: "メール",
    PrivateKind.ACCOUNT: "口座",
    PrivateKind.CARD: "カード",
    PrivateKind.MY_NUMBER: "個人番号",
    PrivateKind.IDENTITY: "身分証番号",
    PrivateKind.CORPORATE_NUMBER: "法人番号",
    PrivateKind.BIRTH_DATE: "生年月日",
    PrivateKind.CLIENT_NUMBER: "顧客番号",
    PrivateKind.VEHICLE: "車番",
    PrivateKind.PLACE: "地名",
    PrivateKind.SENSITIVE: "機微",
}
_OF_SOMEBODY = (_WORDS[PrivateKind.PERSON], _WORDS[PrivateKind.FIRM])
_TOKEN = pattern(rf"〔({'|'.join(_WORDS.values())})([1-9][0-9]{{0,8}})(?:-[2-9][0-9]{{0,8}})?〕")


@dataclass(frozen=True)
class MaskingKey:
    """Which token stands for which words. 〔人名1〕 and 〔人名1-2〕 are one entity in two spellings."""

    originals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text with the spans of the original that its tokens stand for, and the key to all texts masked so far."""

    text: str
    spans: tuple[PrivateSpan, ...]
    key: MaskingKey


def mask(text: str, find: Callable[[str], tuple[PrivateSpan, ...]], key: MaskingKey | None = None) -> Masked:
    """The text with tokens such as 〔人名1〕 for what `find` finds; with the key of an earlier text, its tokens go on."""
    book, spans = _Book(key or MaskingKey(), find), find(text)
    book.reserve(match.group() for match in _TOKEN.finditer(text))
    pieces, done = list[str](), 0
    for span in spans:
        pieces += [text[done : span.start], book.token(span, text[span.start : span.end])]
        done = span.end
    return Masked("".join([*pieces, text[done:]]), spans, MaskingKey(book.originals))


def unmask(text: str, key: MaskingKey) -> str:
    """The text with the key's words for its tokens; a token that the key lacks stays."""
    return _TOKEN.sub(lambda match: key.originals.get(match.group(), match.group()), text)


class _Book:
    """Hands out tokens: a number for each entity, a further number for each further spelling of it. Two of whom the master says that
    they are not the same have none in common, whatever they are called."""

    def __init__(self, key: MaskingKey, find: Callable[[str], tuple[PrivateSpan, ...]]) -> None:
        self.originals, self._find = dict(key.originals), find
        self._entities: dict[tuple[str, str], int] = {}
        self._tokens = {(_word(token), original): token for token, original in self.originals.items()}

    def reserve(self, written: Iterable[str]) -> None:
        """Tokens that a text holds as its own words, and that no key knows, stand for themselves."""
        for token in written:
            self.originals.setdefault(token, token)

    def token(self, span: PrivateSpan, original: str) -> str:
        """The token of these words, a new one where they were never met."""
        word = _WORDS[span.kind]
        token = self._tokens.get((word, original), "")
        if not token or not self._may_be(word, _number(token), span.entity):
            token = self._new(span, word, original)
            self._tokens[word, original], self.originals[token] = token, original
        if span.entity:
            self._entities.setdefault((word, span.entity), _number(token))
        return token

    def _new(self, span: PrivateSpan, word: str, original: str) -> str:
        numbers = (
            {self._entities[word, span.entity]}
            if (word, span.entity) in self._entities
            else {n for n in self._alike(span.kind, word, original) if self._may_be(word, n, span.entity)}
        )
        if len(numbers) == 1:
            number = numbers.pop()
            spellings = sum(_word(token) == word and _number(token) == number for token in self.originals)
            return f"〔{word}{number}-{spellings + 1}〕"
        last = max((_number(token) for token in self.originals if _word(token) == word), default=0)
        return f"〔{word}{last + 1}〕"

    def _may_be(self, word: str, number: int, entity: str) -> bool:
        """Whether nothing says that the tokens of a number stand for somebody else."""
        if not entity or word not in _OF_SOMEBODY:
            return True
        told = {known for (of, known), one in self._entities.items() if (of, one) == (word, number)}
        return entity in told if told else entity in (told := self._entities_of(word, number)) or not told

    def _entities_of(self, word: str, number: int) -> set[str]:
        """Whom the words of a number's tokens name by themselves."""
        originals = (o for token, o in self.originals.items() if (_word(token), _number(token)) == (word, number))
        return {span.entity for original in originals for span in self._find(original) if span.entity}

    def _alike(self, kind: PrivateKind, word: str, original: str) -> set[int]:
        """The numbers of those entities of which these words may be another spelling."""
        return {
            _number(token)
            for token, known in self.originals.items()
            if _word(token) == word and token != known and _is_same(kind, known, original)
        }


def _word(token: str) -> str:
    match = _TOKEN.fullmatch(token)
    return match[1] if match else ""


def _number(token: str) -> int:
    match = _TOKEN.fullmatch(token)
    return int(match[2]) if match else 0


def _is_same(kind: PrivateKind, one: str, other: str) -> bool:
    """Whether two spellings mean one entity: a surname and a full name that begins with it, a firm with and without its form."""
    if kind is PrivateKind.FIRM:
        return same_firm(one, other)
    one, other = _plain(one), _plain(other)
    return one == other or (kind is PrivateKind.PERSON and (one.startswith(other) or other.startswith(one)))


def _plain(text: str) -> str:
    """Without what notation alone makes different: width, spaces, hyphens."""
    return "".join(c for c in fold_name(text) if c.isalnum())
