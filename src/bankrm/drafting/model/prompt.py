"""The prompt of one visit: one prefix that all its questions share, and each question after it.

What is the same for all questions comes first (system, client, words, evidence in time order), what differs last: so the prefix is read
once. Evidence is ranked by the questions that need it and packed whole, piece by piece, into what the context leaves; a question whose
pieces did not fit is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.domain.citing import BANK_SPEAKER
from bankrm.domain.evidence import Evidence, EvidencePack, OriginType
from bankrm.drafting.model.grammar import LONGEST, Piece
from bankrm.drafting.model.profile import PromptProfile
from bankrm.drafting.ports import LanguageModel, Prefix
from bankrm.language.formatting import full_date, month_day
from bankrm.language.glossary import Glossary
from bankrm.language.sensitive import is_sensitive

ANSWER_TOKENS = 3 * LONGEST
"""Room for a line of the longest kind; Qwen-family tokenisers need up to about two tokens for a rare kanji."""
QUESTION_TOKENS = 900
"""Room for a question: a few pieces once more, and what is asked of them, twice over for a second attempt."""


@dataclass(frozen=True, slots=True)
class VisitPrompt:
    """The prefix, the ids that stand in it, and the refs of what did not fit."""

    prefix: Prefix
    ids: frozenset[str]
    left_out: tuple[str, ...]


def piece_of(evidence_id: str, evidence: Evidence, today: date) -> Piece | None:
    """The piece as a question names it: words that somebody at the client said on some day. None for any other.

    機微情報 is none: whatever else keeps such words out of a pack, no model reads them (金融分野ガイドライン 第5条).
    """
    told = evidence.origin.type is OriginType.INTERACTION and evidence.speaker not in ("", BANK_SPEAKER)
    if not told or evidence.origin.date is None or is_sensitive(evidence.text):
        return None
    on = evidence.origin.date
    said = month_day(on) if on.year == today.year else full_date(on)
    return Piece(evidence_id, " ".join(evidence.speaker.split()), said, evidence.body)


def piece_line(piece: Piece) -> str:
    """One piece as a prompt shows it. Its words stay on one line, so that none can pass for another piece."""
    return f"[{piece.id}] {piece.speaker}、{piece.on}: {' '.join(piece.words.split())}\n"


def visit_prompt(
    profile: PromptProfile,
    model: LanguageModel,
    client: str,
    glossary: Glossary,
    pack: EvidencePack,
    wanted: Iterable[Sequence[Piece]],
) -> VisitPrompt:
    """The prefix for the pieces that questions want, the first question's first. Raises ModelError."""
    pieces = list(dict.fromkeys(piece for group in wanted for piece in group))
    words = " ".join(piece.words for piece in pieces)
    head = "\n".join(
        [
            profile.client.format(client=client),
            *(
                profile.term.format(term=term.name, explanation=term.explanation)
                for term in glossary.terms
                if any(name in words for name in term.names)
            ),
            "",
        ]
    )
    system = profile.system.strip()
    fixed, *costs = model.count_tokens([system + head, *map(piece_line, pieces)])
    room = model.identity.context_tokens - fixed - QUESTION_TOKENS - ANSWER_TOKENS
    kept, left_out = set[str](), list[str]()
    for piece, cost in zip(pieces, costs, strict=True):
        if cost <= room:
            room -= cost
            kept.add(piece.id)
        else:
            left_out.append(pack[piece.id].origin.ref)
    shown = sorted((piece for piece in pieces if piece.id in kept), key=lambda piece: int(piece.id[1:]))
    evidence = head + "".join(map(piece_line, shown)) + "\n"
    return VisitPrompt(Prefix(system, evidence), frozenset(kept), tuple(dict.fromkeys(left_out)))


def question_text(text: str, pieces: Sequence[Piece], what: str) -> str:
    """One question: its pieces once more, then what is asked of them."""
    return "".join(map(piece_line, pieces)) + text.format(what=what.removesuffix("。"))


def again_text(profile: PromptProfile, question: str, text: str, reasons: Iterable[tuple[str, str]]) -> str:
    """The question once more, with what was wrong with the first answer."""
    told = "".join(
        dict.fromkeys(
            profile.reasons.get(code, profile.reasons["unrelated"]).format(detail=detail) for code, detail in reasons
        )
    )
    return question + "\n" + profile.again.format(text=text, reasons=told)
