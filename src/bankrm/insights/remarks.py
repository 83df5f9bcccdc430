"""Records taken apart into remarks: who said what about which topic, and how firmly. The ground of all observations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bankrm.domain.citing import (
    BANK_SPEAKER,
    cite_explanation,
    cite_handed_over,
    cite_promise,
    cite_utterance,
    computed,
)
from bankrm.domain.dossier import Dossier
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, Party, Promise
from bankrm.domain.reading import contact_of, display_name, is_head, people_of
from bankrm.domain.visits import Visit
from bankrm.insights.banks import bank_names
from bankrm.insights.topics import Topic
from bankrm.language.certainty import Certainty, certainty_of
from bankrm.language.formatting import full_date
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.phrases import noun_phrases
from bankrm.language.pointing import only_points
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.sensitive import is_sensitive
from bankrm.language.words import Word, content_words, words


@dataclass(frozen=True, eq=False)
class Remark:
    """One sentence of a record. `own_topics` stand in its words, `topics` adds those of what the same person said just before."""

    record: Interaction
    party: Party
    speaker: str
    text: str
    evidence: Evidence
    own_topics: tuple[str, ...]
    topics: tuple[str, ...]
    certainty: Certainty

    @property
    def sensitive(self) -> bool:
        """Whether it tells of someone's health, creed or the like (機微情報): never repeated in a document."""
        return is_sensitive(self.text)

    @property
    def is_handed_over(self) -> bool:
        """Whether it is of the list of what was handed over, rather than told."""
        return self.party is Party.BANK and self.evidence.text.endswith(f"交付資料: {self.evidence.body}")

    @property
    def on(self) -> date:
        """The day of the talk."""
        return self.record.on

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Common and proper nouns that can name a matter: no persons, roles, times or numbers."""
        counted = _ORDINAL.findall(self.text)  # 2棟目 names a matter as a noun does
        return frozenset([*counted, *(word.base for word in words(self.text) if _names_a_matter(word))])

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Amounts, days, counts and the like, read on the day of the talk."""
        return tuple(find_quantities(self.text, today=self.on))

    @cached_property
    def words(self) -> frozenset[str]:
        """Content words, normalised."""
        return frozenset(content_words(self.text))


@dataclass(frozen=True)
class View:
    """What observers look at: one client's dossier, read for a visit on `day`. Only records up to `today` count."""

    dossier: Dossier
    day: date
    today: date
    topics: Sequence[Topic]
    visit: Visit | None = None

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Whom we are about to meet, under the names that records give them; empty where nobody is named."""
        return people_of(self.visit, self.dossier.contacts)

    @cached_property
    def records(self) -> tuple[Interaction, ...]:
        """Interactions up to today, oldest first."""
        return tuple(record for record in self.dossier.interactions if record.on <= self.today)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks that may be repeated, oldest first: nothing sensitive, nor what the same person goes on to say of it."""
        kept, tainted = [], ("", "")
        for remark in self.everything:
            turn = (remark.record.ref, remark.speaker)
            if remark.sensitive:
                tainted = turn
            elif turn != tainted or remark.party is Party.BANK:
                kept.append(remark)
        return tuple(kept)

    @cached_property
    def everything(self) -> tuple[Remark, ...]:
        """All remarks, also what may not be repeated in a document: for whoever reads the records themselves."""
        return tuple(remark for record in self.records for remark in self._of(record))

    @cached_property
    def sensitive_records(self) -> frozenset[str]:
        """Numbers of the records that hold something sensitive."""
        told = frozenset(remark.record.ref for remark in self.everything if remark.sensitive)
        return told | {r.ref for r in self.records for promise in r.promises if is_sensitive(promise.text)}

    @cached_property
    def promises(self) -> tuple[tuple[Interaction, Promise, Evidence], ...]:
        """All promises with their records, oldest first."""
        promises = ((r, promise) for r in self.records for promise in r.promises if not is_sensitive(promise.text))
        return tuple((r, promise, cite_promise(r, promise)) for r, promise in promises)

    @cached_property
    def other_banks(self) -> tuple[str, ...]:
        """Names of other banks as the records hold them, longest first."""
        return bank_names((remark.text for remark in self.remarks), (loan.bank for loan in self.dossier.other_banks))

    @cached_property
    def held_back(self) -> tuple[Promise, ...]:
        """Promises that are not repeated, since they tell of something sensitive."""
        return tuple(promise for r in self.records for promise in r.promises if is_sensitive(promise.text))

    @cached_property
    def deciders(self) -> frozenset[str]:
        """Speakers who have the last word: marked in the master, else the highest role that was met."""
        deciding = [contact for contact in self.dossier.contacts if contact.decides]
        people = {person for record in self.records for person in met(record)}
        if deciding:
            known = {person for person in people if contact_of(person, self.dossier.contacts) in deciding}
            return frozenset(known or map(display_name, deciding))
        return frozenset(person for person in people if is_head(person))

    def topic(self, key: str) -> Topic:
        """The topic of that key."""
        return next(topic for topic in self.topics if topic.key == key)

    def topic_name(self, key: str) -> str:
        """The topic's name on paper; a word that names a matter outside all topics stands for itself."""
        return next((topic.name for topic in self.topics if topic.key == key), key)

    def shared(self, one: Remark, other: Remark) -> list[str]:
        """Telling words of one matter in both remarks (駅前, 改装), longest first: nouns of few records, also of what the same
        person said just before (「駅前の量り売りですか。あれは…」)."""
        common = self._telling[one] & self._telling[other]
        return sorted(common, key=lambda word: (-len(word), word))

    @cached_property
    def _telling(self) -> dict[Remark, frozenset[str]]:
        """Each remark's telling words: its nouns, and those of the same person's sentence before where it only points back."""
        most = max(3, len(self.records) // 3)
        few = {noun for noun, records in self._records_with.items() if records <= most}
        telling, last = {}, dict[tuple[str, str], Remark]()
        for remark in self.remarks:
            before = last.get((remark.record.ref, remark.speaker))
            carried = before.nouns if before and (not remark.nouns or _POINTS_BACK.match(remark.text)) else frozenset()
            telling[remark] = (remark.nouns | carried) & few
            last[remark.record.ref, remark.speaker] = remark
        return telling

    @cached_property
    def _by_record(self) -> dict[str, list[Remark]]:
        grouped: dict[str, list[Remark]] = {}
        for remark in self.remarks:
            grouped.setdefault(remark.record.ref, []).append(remark)
        return grouped

    @cached_property
    def _records_with(self) -> Counter[str]:
        """In how many records each noun stands."""
        return Counter(noun for remarks in self._by_record.values() for noun in {n for r in remarks for n in r.nouns})

    def thing_of(self, key: str, remark: Remark) -> str:
        """How the speaker names a topic in that talk (NC旋盤, 受注): in the remark, else just before it; else as the topic is called aloud."""
        return next((thing for thing, _ in self._things_of(key, remark)), self.topic(key).aloud)

    def thing_told(self, key: str, remark: Remark) -> Evidence | None:
        """The sentence before in which the speaker named the thing of which the remark itself names none."""
        told = next((said for _, said in self._things_of(key, remark)), remark)
        return None if told is remark else told.evidence

    def _things_of(self, key: str, remark: Remark) -> Iterator[tuple[str, Remark]]:
        """What the remark, or those of that speaker before it, call the topic's thing, with the remark that does, the nearest first."""
        topic = self.topic(key)
        turn = [r for r in self._by_record[remark.record.ref] if r.speaker == remark.speaker]
        own = [r for r in turn[: turn.index(remark)] if key in r.own_topics]
        for said in (remark, *reversed(own)):
            single = (word.surface for word in words(said.text) if word.pos[0] == "名詞" and len(word.surface) == 1)
            found: list[str] = [*_ORDINAL.findall(said.text), *noun_phrases(said.text), *single]  # 2棟目, 茹で釜, 寮
            phrases = [phrase for phrase in found if topic.names(phrase)]
            if phrases:
                yield max(phrases, key=len).removesuffix("さん"), said

    def client_remarks(self) -> Iterator[Remark]:
        """The client's words only."""
        return (remark for remark in self.remarks if remark.party is Party.CLIENT)

    def of_record(self, ref: str) -> Sequence[Remark]:
        """The remarks of one record that may be repeated, in order."""
        return self._by_record.get(ref, ())

    def after(self, day: date, people: Iterable[str] = ()) -> tuple[Interaction, ...]:
        """Records later than `day`, of talks with any of `people` where people are named."""
        wanted = set(people)
        return tuple(r for r in self.records if r.on > day and (not wanted or wanted & set(met(r))))

    def searched(self, records: Sequence[Interaction], what: str, subject: str) -> Evidence:
        """A `figure` that says which records were searched for `what` without finding it; or that there were none to search."""
        if not records:
            return computed(subject, f"{what}: 調べる記録がなく、該当なし(未確認)", "", self.today)
        first, last = full_date(records[0].on), full_date(records[-1].on)
        span = f"{first}〜{last}" if len(records) > 1 else first
        held = sum(record.ref in self.sensitive_records for record in records)
        scope = f"記録{len(records)}件({span}{f'、機微情報を含む{held}件は一部を除く' if held else ''})"
        return computed(subject, f"{what}: {scope}に該当なし", "", self.today)

    def _of(self, record: Interaction) -> Iterator[Remark]:
        for evidence in cite_explanation(record):
            yield self._remark(record, Party.BANK, BANK_SPEAKER, evidence, ())
        for evidence in cite_handed_over(record):
            yield self._remark(record, Party.BANK, BANK_SPEAKER, evidence, ())
        before: Remark | None = None
        for utterance in record.utterances:
            inherited = before.topics if before and before.speaker == utterance.speaker else ()
            before = self._remark(record, Party.CLIENT, utterance.speaker, cite_utterance(record, utterance), inherited)
            yield before

    def _remark(
        self, record: Interaction, party: Party, speaker: str, evidence: Evidence, inherited: tuple[str, ...]
    ) -> Remark:
        own = self.topics_in(evidence.body) or self._topics_meant(evidence.body, record.on, inherited)
        text = evidence.body.strip("「」")
        certainty = certainty_of(evidence.body)
        if own and inherited and only_points(text, certainty):
            own = inherited  # 部屋を直すより先に、ここを直したい: not the rooms
        return Remark(record, party, speaker, text, evidence, own, own or inherited, certainty)

    def topics_in(self, text: str) -> tuple[str, ...]:
        """Keys of the topics that a text names in words of its own."""
        return tuple(topic.key for topic in self.topics if topic.places(text))

    def _topics_meant(self, text: str, on: date, inherited: tuple[str, ...]) -> tuple[str, ...]:
        """Of a sentence that names no topic: one just spoken of that it goes on with, or that of a deal whose amount it gives."""
        carried = tuple(t.key for t in self.topics if t.key in inherited and t.continued(text))
        if carried or not self._deals_by_amount or "円" not in text:
            return carried
        amounts = (int(q.value) for q in find_quantities(text, today=on) if q.kind is Kind.AMOUNT)
        return next((self._deals_by_amount[yen] for yen in amounts if yen in self._deals_by_amount), ())

    @cached_property
    def _deals_by_amount(self) -> dict[int, tuple[str, ...]]:
        """Topics of the registered deals, by an amount that only one of them has."""
        amounts = Counter(deal.amount_yen for deal in self.dossier.deals)
        unique = (deal for deal in self.dossier.deals if deal.amount_yen and amounts[deal.amount_yen] == 1)
        return {deal.amount_yen or 0: self.topics_in(deal.title) for deal in unique}


def met(record: Interaction) -> tuple[str, ...]:
    """The people of a talk: those named as met, and those whose words are recorded."""
    return tuple(dict.fromkeys([*record.attendees, *(u.speaker for u in record.utterances if u.speaker)]))


_POINTS_BACK = pattern(r"(?:あれ|それ|これ|あの|その|この|そこ|あそこ|でも|ただ|だから)")
_ORDINAL = pattern(r"[0-9０-９一二三四五六七八九十]+(?:(?:棟|号|店|期|工場)目?|トン車)")
_SAYS_NOTHING = frozenset(
    ["社長", "会長", "代表", "取締役", "理事長", "院長", "主任", "店長", "先生", "部長", "専務", "常務", "課長", "工場長", "女将", "支配人", "当行", "銀行", "会社", "うち", "こと", "もの", "ところ", "とき", "あと",
     "話", "件", "方", "人", "気", "目", "手", "数字", "状況", "予定", "今年", "来年", "去年", "今期", "来期", "前期", "今月", "来月", "先月", "最近",
     "返事", "お客", "お客様", "仕事", "金", "お金", "資料", "書類", "紙", "本当", "全部", "自分", "名前", "場合", "理由", "意味", "感じ", "一つ", "一度", "つもり"]
)  # fmt: skip


def _names_a_matter(word: Word) -> bool:
    usable = (
        word.pos[0] == "名詞"
        and word.pos[1] in ("普通名詞", "固有名詞")
        and word.pos[2] not in ("人名", "副詞可能", "助数詞可能")
    )
    return usable and len(word.surface) > 1 and word.surface not in _SAYS_NOTHING and not word.surface.isdigit()
