"""What the client asked of us in a talk (先方からの質問・依頼), as long as no record shows that we answered it."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.matters import naming
from bankrm.insights.remarks import Remark, View
from bankrm.language.acts import Act, act_of
from bankrm.language.patterns import pattern
from bankrm.language.words import content_words

_STANDS_DAYS = 183  # a question of half a year ago has found its answer elsewhere
_ASKS = frozenset({Act.QUESTION, Act.CONFIRMATION, Act.REQUEST})
_TO_US = pattern(
    r"(?:です|ます|でしょう|ません|(?:いただけ|頂け|もらえ|くれ)(?:る|ない|ん)?)か(?:ね|な|しら)?[。?？」]*$"
)
_RHETORICAL = pattern(r"(?:たんですか|たのですか|じゃないですか|ではないですか|ませんか。?」?$(?<!せてもらえませんか))")


def observe_asked_of_us(view: View) -> Iterator[Observation]:
    """One for each question or request of the last half year that is still without an answer, oldest first."""
    for remark in view.client_remarks():
        if (view.day - remark.on).days <= _STANDS_DAYS and _asks_us(remark) and not _answered(view, remark):
            named = naming(view, remark)
            evidence = (remark.evidence,) if named is remark else (named.evidence, remark.evidence)
            since = tuple(record for record in view.records if record.on >= remark.on)
            figure = view.searched(since, f"「{remark.text.rstrip('。')}」への回答", "先方からの質問・回答")
            yield Observation(Code.ASKED_OF_US, remark.text, evidence, figure, {"on": remark.on})


def _asks_us(remark: Remark) -> bool:
    """Asked aloud in a form that waits for an answer; what people ask themselves (どうしたものか) does not."""
    return (
        bool(remark.speaker and remark.nouns)
        and act_of(remark.text) in _ASKS
        and bool(_TO_US.search(remark.text))
        and not _RHETORICAL.search(remark.text)
    )


def _answered(view: View, asked: Remark) -> bool:
    """Whether we said, promised or handed over anything of that matter, in that talk or later."""
    about = _matter(naming(view, asked)) | _matter(asked)
    told = (r for r in view.remarks if r.party is Party.BANK and r.on >= asked.on)
    promised = (promise.text for record, promise, _ in view.promises if record.on >= asked.on)
    return any(about & _matter(r) for r in told) or any(about & set(content_words(text)) for text in promised)


def _matter(remark: Remark) -> frozenset[str]:
    return remark.nouns or remark.words
