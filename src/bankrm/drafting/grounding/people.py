"""Who is said to have spoken, and whose words the evidence holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bankrm.language.folding import fold
from bankrm.language.mentions import titles_alone
from bankrm.language.names import NameBook, NameKind, names_in
from bankrm.language.patterns import pattern
from bankrm.language.titles import bare_mention, is_department, is_family, is_role, role_fit


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as a text names them: surname and role, either of which may be empty. `also` are the roles told behind it in brackets
    (専務(奥さま、経理)), which the span, in code points, takes in and `surface` does not; `of` is whose family it is (社長の長男)."""

    name: str
    role: str
    surface: str
    start: int
    end: int
    also: tuple[str, ...] = ()
    of: NamedPerson | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that is told of them."""
        return tuple(filter(None, (self.role, *self.also)))


@lru_cache(maxsize=4096)
def people_in(text: str) -> tuple[NamedPerson, ...]:
    """People named in a text, by name or by their role alone, in order."""
    found: list[NamedPerson] = []
    for person in sorted(_people(text), key=lambda person: (person.start, -person.end)):
        if found and person.start < found[-1].end:
            found[-1] = _one(text, found[-1], person)
        elif found and is_family(person.role) and text[found[-1].end : person.start] == "の":
            found[-1] = replace(
                person, start=found[-1].start, of=found[-1]
            )  # 綾部社長の奥さま is one, and not the 社長
        else:
            found.append(person)
    return tuple(_with_asides(text, found))


_SPOUSE = pattern(r"ご?夫人")
_ASIDE = pattern(r"[（(]([^（）()]{1,16})[）)]")


def _with_asides(text: str, people: Sequence[NamedPerson]) -> Iterator[NamedPerson]:
    """Each with what stands behind: 院長夫人 is another than the 院長, 専務(奥さま、経理) is one."""
    end = 0
    for person in people:
        if person.start < end:
            continue
        if person.role and (spouse := _SPOUSE.match(text, person.end)):
            role, surface = person.role + spouse.group(), text[person.start : spouse.end()]
            person = replace(person, name="", role=role, surface=surface, end=spouse.end())
        aside = _ASIDE.match(text, person.end)
        also = tuple(role for part in re.split("[、,・/／]", aside[1]) if (role := _role_of(part))) if aside else ()
        yield replace(person, end=aside.end(), also=also) if aside and also else person
        end = aside.end() if aside and also else person.end


def _role_of(said: str) -> str:
    """The role that an aside tells, whosever it is (社長の妻); empty where it tells something else."""
    role = said.rpartition("の")[2]
    return role if is_role(role) or is_department(role) else ""


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
        if "・" not in role or _RANK.match(role):
            yield NamedPerson("", role, text[start:end], start, end)
            continue
        for part in re.finditer(r"[^・]+", text[start:end]):  # 社長・専務 are two
            yield NamedPerson("", part.group(), part.group(), start + part.start(), start + part.end())


_RANK = pattern(r"(?:代表)?取締役・|(?:上席)?執行役員?・|理事・")


def may_be(one: NamedPerson, other: NamedPerson, book: NameBook | None) -> bool:
    """Whether both can mean one person: the book says so, else names and roles agree as far as both have them (浪越社長 is not 浪越専務)."""
    if book is not None:
        first, second = book.resolve(one.surface), book.resolve(other.surface)
        if first is not None and second is not None:
            return first == second
    named, posted = bool(one.name and other.name), bool(one.roles and other.roles)
    if one.of and other.of and not may_be(one.of, other.of, book):
        return False
    if named and not (one.name.startswith(other.name) or other.name.startswith(one.name)):
        return False
    if posted and not any(
        role_fit(mine, theirs) or role_fit(theirs, mine) for mine in one.roles for theirs in other.roles
    ):
        return False
    return named or posted


SAYS = r"話[しす]|述べ|言[いっう]|語[っりる]|教え|指摘|説明|回答|答え|明か[しす]|こぼ[しす]|漏ら[しす]|訴え|打ち明|電話|連絡|報告|知らせ"
"""Who does so has the word."""

_SPEAKS = pattern(
    rf"(?:本人)?(?:[（(][^（）()]*[）)])?(?:は|が|も|から(?:は|、|の|聞|伺|{SAYS})|より(?:、|{SAYS})|いわく|曰く|談|によると|によれば|に(?:は)?(?:分から|わから)"
    r"|の(?:話|見立て|説明|答え|意向|考え|希望|発言|見方|認識|談|言う)|[)）]|、[0-9０-９年月日/／][^（）()「」]*[)）]|[:：「])"
)


_SAYING = pattern(
    r"(?:と|を)(?:言う|いう|話す|語る|述べる|言った|話した|述べた|語った|望む|求める|する|した|考える|みる|見る)$"
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
