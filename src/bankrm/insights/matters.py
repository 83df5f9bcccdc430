"""Whether two remarks are of one matter, whose intent a remark tells, what closed a wish, and the reason given in the same breath."""

from __future__ import annotations

from collections.abc import Iterable

from bankrm.domain.evidence import Evidence
from bankrm.insights.remarks import Remark, View
from bankrm.insights.topics import Topic
from bankrm.language.certainty import DOUBTS, WANTS, certainty_cues
from bankrm.language.patterns import pattern
from bankrm.language.pointing import only_points
from bankrm.language.speech import ROLES

_FAMILY = "先代|亡父|父|母|親|妻|夫|主人|家内|兄|弟|姉|妹|息子|長男|次男|娘|長女|次女|婿|甥|姪|孫"
PEOPLE = frozenset([*_FAMILY.split("|"), *ROLES.split("|"), "葬儀", "家族", "お墓", "墓参り"])
_WILL = pattern(rf"(?P<who>{ROLES}|{_FAMILY})(?:さん|様)?(?:は|が|も)[^。]*$")
_TOLD = pattern(
    rf"たが(?:って|る|り)|という(?:話|申し?出|打診|相談|要望)(?:が|を|も)|と(?:言わ|頼ま|迫ら|求めら|持ちかけら)れ|というのが、?[^。]{{0,6}}(?:{ROLES}|{_FAMILY})(?:さん|様)?の|"
    rf"(?:{ROLES}|{_FAMILY})(?:さん|様)?(?:が|は)[^。]*(?:言って(?:い|お)|話して(?:い|お)|申して|聞いて(?:い|お))"
)
_POINTER = pattern(r"[こそあ](?:れ|こ|の|ちら|っち)")
_ROLE = pattern(rf"(?:{ROLES})$")
_OBJECT = pattern(
    r"(?P<thing>[^、。をはもがで]{1,16})(?:を|は|も)(?:今回|今年|今|いったん|もう|一度|当面|しばらく|すべて|全部|やむなく|泣く泣く|こちらから|丁重に|きっぱり|お|、)*.?$"
)
_DEEDS = frozenset(
    [
        "計画",
        "工事",
        "導入",
        "更新",
        "購入",
        "投資",
        "発注",
        "契約",
        "検討",
        "判断",
        "結論",
        "決定",
        "返事",
        "予定",
        "入れ替え",
        "買い替え",
        "着工",
    ]
)  # what one does with a thing, and no thing of its own
_CLAUSE_END = pattern(r"(?:が|けれども?|けど|ので|から|ため|し|まして|なら|れば)[、,]|。")
_BECAUSE = pattern(
    r"(?:ので|ため|せいで?|もので|でして)(?:[、。]|です|だ|$)|(?<![0-9０-９月日時])から(?:[、。]|です|だ|ね|$)|まして[。]?$|(?:のは|理由は)[^。]*(?:せい|ため|から)(?:だ|です)|"
    r"(?:なければ|ないと|ないまま|ぬまま|ないうちは|んのに|ないのに)[^。]*(?:ない|ません|ん(?:だろう|でしょう|よ)?|ず|無理)[。]?$|まで(?:は)?[。]?$|のが先(?:だ|です)?[。]?$"
)


def shared_words(view: View, one: Remark, other: Remark) -> list[str]:
    """Telling words of both that name a matter: no persons."""
    return [word for word in view.shared(one, other) if word not in PEOPLE]


def same_matter(view: View, one: Remark, other: Remark) -> bool:
    """A telling word in common; or a topic that only the head settles, unless they name different things of it (寮, 改装). What
    either puts off or refuses must be that very thing (ボイラーが止まり、注文を断った: not the boiler)."""
    words = shared_words(view, one, other)
    topics = [t for t in shared_topics(view, one, other) if same_thing(view, t, one, other)]
    names = {*words, *(cue for t in topics for cue in (*t.cues, *t.objects, *t.predicates))}
    return bool(words or topics) and all(_is_doubt_of(names, r) for r in (one, other) if r.certainty in DOUBTS)


def _is_doubt_of(names: Iterable[str], doubt: Remark) -> bool:
    """Whether the word that puts off or refuses has one of these names for its object, or no object that names a thing at all."""
    cue = next((c for c in reversed(certainty_cues(doubt.text)) if c.certainty is doubt.certainty), None)
    found = _OBJECT.search(doubt.text[: cue.start + 1]) if cue else None
    things = [n for n in doubt.nouns - _DEEDS if n in found["thing"]] if found else []
    return not things or any(name in found["thing"] for name in names) if found else True


def shared_topics(view: View, one: Remark, other: Remark) -> list[Topic]:
    """Topics of both that only the head settles, named by at least one of them."""
    topics = (view.topic(key) for key in one.topics if key in other.topics)
    return [t for t in topics if t.decided_by_head and (t.key in one.own_topics or t.key in other.own_topics)]


def same_thing(view: View, topic: Topic, one: Remark, other: Remark) -> bool:
    """Whether two remarks name the same thing of a topic, or one of them only the topic."""
    a, b = view.thing_of(topic.key, one), view.thing_of(topic.key, other)
    return topic.may_be_any(a) or topic.may_be_any(b) or a in b or b in a


def of_another(remark: Remark) -> bool:
    """Whether the intent that a remark tells is someone else's (社長も決めかねています, told by 専務)."""
    if _TOLD.search(remark.text):
        return True
    cue = next((c for c in reversed(certainty_cues(remark.text)) if c.certainty is remark.certainty), None)
    if cue is None:
        return False
    start = max((m.end() for m in _CLAUSE_END.finditer(remark.text, 0, cue.start)), default=0)
    subject = _WILL.search(remark.text, start, cue.start)
    return subject is not None and subject["who"] not in remark.speaker


def names_one_of(text: str, people: Iterable[str]) -> bool:
    """Whether a text speaks of one of these people, by name or by the role that ends it (三枝社長: 社長)."""
    return any(person in text or (role_of(person) or person) in text for person in people)


def role_of(person: str) -> str:
    """The role that ends a person's name (三枝社長: 社長), empty where none does."""
    role = _ROLE.search(person)
    return role.group() if role else ""


def naming(view: View, remark: Remark) -> Remark:
    """The sentence that says of what: the remark; where it only points, one of the same person's three before: the nearest, or, where
    it does not even point (もう決めた), the nearest that tells an intent."""
    if not only_points(remark.text, remark.certainty):
        return remark
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    before = [r for r in reversed(turn[: turn.index(remark)][-3:]) if r.nouns]
    intents = [] if _POINTER.search(remark.text) else [r for r in before if r.certainty in WANTS | DOUBTS]
    return next(iter([*intents, *before]), remark)


def closed(view: View, wish: Remark) -> Remark | None:
    """What took a wish off the table: a later refusal or delay of the same matter by the same person, or by the one who decides."""
    later = view.remarks[view.remarks.index(wish) + 1 :]
    entitled = {wish.speaker, *view.deciders}
    return next(
        (
            r
            for r in later
            if r.certainty in DOUBTS and r.speaker in entitled and not of_another(r) and same_matter(view, wish, r)
        ),
        None,
    )


def reason_of(view: View, remark: Remark) -> Evidence | None:
    """Why, where the speaker said so: in the sentence itself, or in the two that follow or the one before in the same talk."""
    if _BECAUSE.search(remark.text):
        return remark.evidence
    turn = [r for r in view.remarks if r.record.ref == remark.record.ref and r.speaker == remark.speaker]
    at = turn.index(remark)
    near = [*turn[at + 1 : at + 3], *turn[max(0, at - 1) : at]]
    return next((r.evidence for r in near if _BECAUSE.search(r.text)), None)
