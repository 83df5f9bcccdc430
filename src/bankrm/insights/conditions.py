"""What a matter hangs on: what somebody asks of us before they go on, or a condition that they or a third party have set."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.days import A_YEAR
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.banks import OUR_BANK
from bankrm.insights.matters import closed, of_another, same_matter
from bankrm.insights.remarks import Remark, View
from bankrm.language.patterns import pattern
from bankrm.language.phrases import noun_phrases

MOST = 3
_ASKED = (
    r"(?:答え|回答し|返事し|返事を(?:し|出し)|教え|説明し|示し|出し|見せ|書い|調べ|確かめ|聞かせ|知らせ|まとめ|持って[来き]|用意し|作っ|直し)て?"
    r"(?:ほしい|欲しい|もらいたい|もらえ(?:ない|ます|ません)か|いただきたい|いただけ(?:ない|ます|ません)(?:か|でしょうか)|ください|くれ(?:ないか|んか|。|$))"
)
_DEMAND = pattern(
    rf"(?<!ないで)(?:{_ASKED})|知りたい(?:です|んで|。|$|と)|知りたがって|(?:書いて|載って|入って)(?:い|あり|おり)(?:ない|ませんでした|ません|なかった)"
)
_OF_OTHERS = pattern(r"(?:言わ|伝え|話さ)ないで|(?:から|に)(?:は|も)?[^。]*と(?:言わ|頼ま|求めら)れ")
_GO_ON = "開け|進め|進ま|動け|動か|決め|決まら|押せ|持た|借り|出せ|始め|替え|買え|建て|建た|受けられ|契約|返事|頼め"
# words that by themselves say that something hangs on it, and those that do so only of a matter already named
_HANGS = pattern(
    r"(?:が|を|は)(?:前提|条件)(?:だ|です|に(?:な|し)|と(?:な|い)|で(?!も|き))|(?:て|で)から(?:だ|です|でないと|じゃないと|でなければ|の話)|(?:その|この)(?:あと|後)(?:だ|です)|"
    r"(?:ところ|そこ|これ|それ)で(?:話|計画)が止まって|(?:判子?|印鑑?|認可|許可|回答|返事|結果|契約)待ち(?!に)"
)
_UNTIL = pattern(
    rf"(?:が|も|を)[^、。]{{0,12}}[うくすつるむ]まで(?:は)?(?:[…。」]|$|[^、。]{{0,16}}(?:ない|ません|待(?:ち|つ|って(?:ほし|くれ|もら|から))))|(?:次第|しだい)(?:だ|です|で(?!き))|"
    rf"(?:なければ|ないと|なくては|ないまま|ないうちは|でないと)、?(?:[^、。]{{0,16}}(?:が|は|も|を|に))?(?:{_GO_ON})[^、。]{{0,6}}(?:ない|ません|無理|ん(?:よ|です|。|$))"
)
_POINTS = pattern(r"(?:その|この)(?:あと|後|上)|^(?:そこ|これ|それ|ここ)(?:が|を|は|で|から)")
_NO_SUBJECT = pattern(rf"{OUR_BANK}|銀行|^(?:先方|条件|感触|正直)$")
_ANSWERED = pattern(r"回答|お答え|説明|手交|お渡し|渡し|持参|お持ち|郵送|お送り|届け")
_MET = pattern(r"(?:決ま|そろ|揃|済|片付|解決|取れ|通)(?:い|っ|り|ん)?(?:まし)?[ただ](?![いくら])|解消|クリア")


def observe_conditions(view: View) -> Iterator[Observation]:
    """The most telling of the last year that still stand, newest first: one of each kind, person and talk, the newest of a topic."""
    found: dict[tuple[str, str, str], tuple[Remark, ...]] = {}
    for remark in reversed(list(view.client_remarks())):
        kind = _kind(view, remark)
        if not kind or any(remark in said for said in found.values()) or _is_over(view, remark, kind):
            continue
        key = (kind, remark.speaker, remark.record.ref)
        said = (*_with_its_name(view, remark), *found.get(key, ()))
        if not any(_renews(other, found[other], key, said) for other in found):
            found[key] = said
    heaviest = sorted(found.items(), key=lambda item: _weight(view, item[0][0], item[1]), reverse=True)[:MOST]
    for (kind, *_), said in sorted(heaviest, key=lambda item: item[1][-1].on, reverse=True):
        yield _observation(view, kind, said)


def _renews(
    newer: tuple[str, str, str], its: tuple[Remark, ...], key: tuple[str, str, str], said: tuple[Remark, ...]
) -> bool:
    """Whether the same person has said it anew in a later talk."""
    topics = {topic for r in its for topic in r.own_topics}
    return newer[:2] == key[:2] and newer != key and any(topics & set(r.own_topics) for r in said)


def _observation(view: View, kind: str, said: tuple[Remark, ...]) -> Observation:
    last = said[-1]
    topic, named = _topic(view, said)
    thing = view.thing_of(topic, named) if topic else ""
    asked = _longest_phrase((last,)) if kind == "demand" and not last.own_topics else ""
    subject = asked or (thing if not _NO_SUBJECT.search(thing) else "") or _longest_phrase(said)
    values = {"kind": kind, "topic": topic, "speaker": last.speaker, "on": last.on, "subject": subject}
    return Observation(Code.CONDITION, subject, tuple(r.evidence for r in said), None, values)


def _topic(view: View, said: tuple[Remark, ...]) -> tuple[str, Remark]:
    """The topic told last in the last of the sentences that names one."""
    for remark in reversed(said):
        places = {max(view.topic(key).places(remark.text), default=-1): key for key in remark.own_topics}
        if places:
            return places[max(places)], remark
    return next(iter(said[-1].topics), ""), said[-1]


def _kind(view: View, remark: Remark) -> str:
    """demand, condition, or nothing: only what somebody told in the last year."""
    if not remark.speaker or (view.day - remark.on).days > A_YEAR:
        return ""
    if _DEMAND.search(remark.text) and not _OF_OTHERS.search(remark.text):
        return "demand"
    return "condition" if _HANGS.search(remark.text) or (remark.topics and _UNTIL.search(remark.text)) else ""


def _with_its_name(view: View, remark: Remark) -> tuple[Remark, ...]:
    """The sentence, after the same person's sentence before it where that is what names its matter."""
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    before = turn[: turn.index(remark)][-1:]
    named = _POINTS.search(remark.text) or (not remark.own_topics and any(r.own_topics for r in before))
    return (*before, remark) if named else (remark,)


def _is_over(view: View, remark: Remark, kind: str) -> bool:
    """Whether we have answered since, or the condition was met, or its matter taken off the table."""
    later = [r for r in view.remarks if r.on > remark.on]
    if kind == "demand":
        return any(r.party is Party.BANK and _ANSWERED.search(r.text) and view.shared(remark, r) for r in later)
    met = (r for r in later if r.party is Party.CLIENT and _MET.search(r.text) and not of_another(r))
    return any(same_matter(view, remark, r) for r in met) or closed(view, remark) is not None


def _weight(view: View, kind: str, said: tuple[Remark, ...]) -> tuple[int, bool, object]:
    """Who decides before whom we meet before others; what is asked of us before other conditions; then the newest."""
    who = said[-1].speaker
    return 2 * (who in view.deciders) + (who in view.people), kind == "demand", said[-1].on


def _longest_phrase(said: tuple[Remark, ...]) -> str:
    """What the sentences call their matter, as far as they name one."""
    phrases = (phrase for r in said for phrase in noun_phrases(r.text) if any(noun in phrase for noun in r.nouns))
    return max((phrase for phrase in phrases if not _NO_SUBJECT.search(phrase)), key=len, default="")
