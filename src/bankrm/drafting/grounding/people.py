"""Who is said to have spoken, and whose words the evidence holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bankrm.language.folding import fold
from bankrm.language.mentions import titles_alone
from bankrm.language.names import NameBook, NameKind, names_in
from bankrm.language.patterns import pattern
from bankrm.language.titles import bare_mention, role_fit


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as a text names them: surname and role, either of which may be empty; the span counts code points."""

    name: str
    role: str
    surface: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def people_in(text: str) -> tuple[NamedPerson, ...]:
    """People named in a text, by name or by their role alone, in order."""
    found: list[NamedPerson] = []
    for person in sorted(_people(text), key=lambda person: (person.start, -person.end)):
        if found and person.start < found[-1].end:
            found[-1] = _one(text, found[-1], person)
        else:
            found.append(person)
    return tuple(found)


def _one(text: str, first: NamedPerson, second: NamedPerson) -> NamedPerson:
    """Two readings of one mention: 小暮経理 and 経理主任 are 小暮, 経理主任."""
    end = max(first.end, second.end)
    role = second.role if second.end > first.end else first.role or second.role
    return NamedPerson(first.name or second.name, role, text[first.start : end], first.start, end)


def _people(text: str) -> Iterator[NamedPerson]:
    for mention in names_in(text):
        if mention.kind is NameKind.PERSON:
            role = fold(bare_mention(mention.surface)).text.replace(mention.key, "", 1)
            yield NamedPerson(mention.key, role, mention.surface, mention.start, mention.end)
    for start, end, role in titles_alone(text):
        yield NamedPerson("", role, text[start:end], start, end)


def may_be(one: NamedPerson, other: NamedPerson, book: NameBook | None) -> bool:
    """Whether both can mean one person: the book says so, else names and roles agree as far as both have them (浪越社長 is not 浪越専務)."""
    if book is not None:
        first, second = book.resolve(one.surface), book.resolve(other.surface)
        if first is not None and second is not None:
            return first == second
    named, posted = bool(one.name and other.name), bool(one.role and other.role)
    if named and not (one.name.startswith(other.name) or other.name.startswith(one.name)):
        return False
    if posted and not (role_fit(one.role, other.role) or role_fit(other.role, one.role)):
        return False
    return named or posted


_SPEAKS = pattern(
    r"(?:[（(][^（）()]*[）)])?(?:は|が|も|から(?:は|、|の|聞|伺|言|話|教)|より、|いわく|曰く|談|によると|によれば|に(?:は)?(?:分から|わから)"
    r"|の(?:話|見立て|説明|答え|意向|考え|希望|発言|見方|認識|談|言う)|[)）]|、[0-9０-９年月日/／][^（）()「」]*[)）]|[:：「])"
)


_SAYING = pattern(
    r"(?:と|を)(?:言う|いう|話す|語る|述べる|言った|話した|述べた|語った|望む|求める)$"
)  # 助かると言う社長


def people_spoken_for(text: str) -> tuple[NamedPerson, ...]:
    """People to whom the text ascribes words, wishes or deeds, in order."""
    return tuple(
        person
        for person in people_in(text)
        if (_SPEAKS.match(text, person.end) or _SAYING.search(text, 0, person.start))
        and not _OUR_OWN.search(text, max(0, person.start - 4), person.start)
    )


_OUR_OWN = pattern(r"(?:当行|弊行|当方|御行|貴行)の$")
