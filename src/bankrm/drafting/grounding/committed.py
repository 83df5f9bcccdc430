"""How far a statement commits the one of whom it tells, beside how far the words it rests on do (意向の段階)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.alignment import Alignment
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.people import people_in
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import CONTENT, Role
from bankrm.language.certainty import Certainty, certainty_of
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern

_SHARED = 2  # tokens that a clause must share with the evidence before their degrees are compared, where it has so many
_BRACKET = pattern(r"[（(][^（）()]*[）)]")

_SETTLED = frozenset({Certainty.DONE, Certainty.DECIDED, Certainty.AGREED})
_UNSETTLED = frozenset({Certainty.PLANNED, Certainty.CONSIDERING, Certainty.WISHED, Certainty.ON_HOLD})
_NOT = r"(?![^、。]{0,6}(?:な[いかく]|ず|ませ))"
_AGREES = pattern(
    rf"(?:承諾|了承|合意|同意|快諾|承認|応諾)(?:し|を|を?得|済|された|。|$|に至){_NOT}|に応じ(?:る(?!か)|た|て(?!い?な))|(?:話|商談|交渉|条件)(?:が|は)(?:条件も含めて)?まとま(?:っ(?!て(?:は)?い?な)|り)"
)
_DECIDES = pattern(
    rf"(?:決(?:まっ|まり|め|定し|定され|断し)|確定し|内定し|固め)(?:た(?!い)|てい?る|ており|て(?!い?な|から)|まし|、)|(?:決定|確定|内定)(?:。|$|、|済|との){_NOT}"
    r"|こと(?:と|に)し(?:た|、|て(?!い?な))"
)
_AGREED = pattern(
    r"承諾|了承|合意|同意|賛同|快諾|承認|了解|承知|納得|応諾|内諾|受け(?:て|る|た|入れ|止め)|引き受け|応じ|認め|OK|ＯＫ|のん|飲ん|[てで]?(?:よい|良い|いい)|結構|構わ"
    r"|まとま|成立|妥結|一致|折り合|得[たてら]|もら[っえう]|いただ[いけ]|約束"
)
_DECIDED = pattern(
    r"決(?!算|済|裁|まらな|まって(?:い?な|から)|めて(?:い?な|から))|(?<![予想推未暫])定ま|固(?:め|まった|まり)|選[んび]|採用|確(?:定|約)|こと(?:に|と)(?:し|な)|済|契約|締結|やる(?:。|$|と|」)|方針"
)


def turned_certainty(resting: Resting) -> Iterator[Reason]:
    """Clauses that commit the speaker otherwise than the words they rest on."""
    for part in resting.parts():
        if _ONLY_NAMES.search(resting.said(part)):
            continue
        if all(_differs(resting, part, home) for home in resting.homes(part)):
            yield Reason(wording.CERTAINTY, resting.said(part).strip())


_ONLY_NAMES = pattern(r"(?:に対し(?:て)?|について(?:は)?|に関し(?:て)?|につき|として)、$")  # says nothing yet
_TELLING = pattern(r"を(?:説明|案内|報告|紹介)し(?:た|て|、)")  # that it was explained is done, whatever was explained


def _differs(resting: Resting, part: Part, home: Piece) -> bool:
    said = resting.said(part)
    if _TELLING.search(said) and re.search(r"(?:当方|当行)", home.head + home.speaker):
        return False
    alignment = part.alignment if home is part.home else part.beside(home)
    return (
        _is_not_done(said, home, alignment)
        or _is_warmer(said, home, alignment)
        or _is_turned(resting, part, home, alignment)
        or _is_unborne(said, home, alignment)
        or _is_not_yet(resting, home, alignment)
    )


def _is_turned(resting: Resting, part: Part, home: Piece, alignment: Alignment) -> bool:
    said = resting.said(part)
    if len(alignment.pairs) < _SHARED and len(alignment.pairs) < min(_SHARED, max(1, _telling(part, said))):
        return False
    mine, theirs = _certainty(said), _certainty(home.clauses_behind(alignment))
    plain = mine is Certainty.NONE and bool(_PLAIN_DEED.search(_own(said).rstrip("。")))
    return wording.clash(Certainty.PLANNED if plain else mine, theirs)


def _telling(part: Part, said: str) -> int:
    """How many words of a part tell a matter, and neither a degree nor a name."""
    names = [(person.start, person.end) for person in people_in(said)]
    return sum(
        token.role in CONTENT
        and not certainty_words(token.key)
        and not any(start <= token.start - part.start < end for start, end in names)
        for token in part.tokens
    )


_PLAIN_DEED = pattern(r"(?:[一-龥ァ-ヴー]する|(?<![れなあい])(?<!でき|わか|かか)[うくすつぬぶむるぐ])(?:と話した)?$")
"""A deed told as such (実施する): no more than a plan, but no less."""


_OF_DEGREE = frozenset(
    [
        "検討",
        "考える",
        "予定",
        "計画",
        "決定",
        "決める",
        "希望",
        "意向",
        "保留",
        "見送る",
        "方針",
        "進める",
        "話",
        "説明",
        "前向き",
        "合意",
        "了承",
        "実施",
        "済ます",
    ]
)


def certainty_words(key: str) -> bool:
    """Whether a word tells a degree and no matter."""
    return key in _OF_DEGREE


def _is_unborne(said: str, home: Piece, alignment: Alignment) -> bool:
    """A thing told as settled of which the evidence says only that it is open, or that somebody was asked."""
    own = _own(said)
    behind = home.sentences_behind(alignment) or home.body
    if _AGREES.search(own) and not _AGREED.search(behind):
        return True
    decides = _DECIDES.search(own)
    if not decides and certainty_of(own) not in _SETTLED:
        return False
    theirs = {_certainty(clause) for clause in re.split("。", home.clauses_behind(alignment) or home.body)}
    if theirs & _SETTLED:
        return False
    return bool(theirs & _UNSETTLED) or _hedged(home, alignment) or (bool(decides) and not _DECIDED.search(behind))


_ALREADY = pattern(r"(?P<deed>[一-龥ァ-ヴー]{2,6})(?<![返決経救共弁既])済み?(?![一-龥])")
_WARM = pattern(r"前向き|意欲的|積極的|乗り気|熱心")


def _is_not_done(said: str, home: Piece, alignment: Alignment) -> bool:
    """契約済み beside まだ口約束: what is told as done is nowhere done."""
    match = _ALREADY.search(said)
    if not match:
        return False
    behind = home.sentences_behind(alignment) or home.body
    deed = match["deed"][-2:]
    done = (
        rf"{deed}(?:済|し(?:た|て)|を(?:し(?:た|て)|終|済)|が(?:下り|済|終|完了)|完了)|済み?(?![一-龥])|完了|終[わえ]"
    )
    stems = {word[0] for word in lexicon().bearing_out(deed) if "一" <= word[0] <= "龥"}
    alike = rf"[{''.join(sorted(stems))}][ぁ-ん]{{0,2}}[ただ]" if stems else done
    return not re.search(done, behind) and not re.search(alike, behind)


def _is_warmer(said: str, home: Piece, alignment: Alignment) -> bool:
    """前向き of what was put off or declined, where nobody said so."""
    if not _WARM.search(said) or _WARM.search(home.body):
        return False
    behind = home.sentences_behind(alignment) or home.body
    return any(
        certainty_of(clause) in (Certainty.ON_HOLD, Certainty.DECLINED) for clause in re.split("。", behind) if clause
    )


def _hedged(home: Piece, alignment: Alignment) -> bool:
    behind = home.clauses_behind(alignment)
    return bool(behind) and any(
        token.role is Role.SOFTENER and token.key in ("possible", "expected") and home.reading.surface(token) in behind
        for token in home.reading.tokens
    )


_PAST = pattern(r"(?:た|だ|まし?た|てい?た|ておりました)(?![いらり])")
_YET_TO_COME = pattern(r"(?:と(?!き|い|も)|予定|見込み|つもり|。|」|$)")


def _is_not_yet(resting: Resting, home: Piece, alignment: Alignment) -> bool:
    """The statement's verb stands in the past, the same verb of the evidence in its plain form (閉まった beside 閉まると聞いた)."""
    for mine, theirs in alignment.pairs:
        said, told = resting.reading.surface(mine.token), home.reading.surface(theirs.token)
        if (
            mine.token.role is Role.WORD
            and said != told
            and told[-1:] in "うくすつぬぶむるぐ"
            and _PAST.match(resting.reading.text, mine.token.end)
            and _YET_TO_COME.match(home.reading.text, theirs.token.end)
        ):
            return True
    return False


def _certainty(text: str) -> Certainty:
    """The degree of the words outside brackets, told by whomsoever."""
    return certainty_of(_own(text))


_TOLD_BY = pattern(
    r"と[^、。「」と]{1,14}(?:が|は|から)は?(?:話[しす]|述べ|言っ|語[っる]|説明|教え|聞い|伝え|回答)[^、。]*(?=[、。]?$)"
)


_TOLD_AND = pattern(r"(?<!こと)と(?:話し|述べ|説明し|言い|語り|回答し|答え|伝え|し)(?:て|た後)?、$")


def _own(text: str) -> str:
    """What is told, without brackets and without who tells it."""
    bare = _TOLD_AND.sub("と話した", _BRACKET.sub("", text))
    return f"{bare[: told.start()]}と話した" if (told := _TOLD_BY.search(bare)) else bare
