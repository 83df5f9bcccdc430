"""Pieces that a person may cite, found by words: of the texts that a search names, and of what is recorded in fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bankrm.domain.citing import (
    cite_explanation,
    cite_handed_over,
    cite_open_point,
    cite_passage,
    cite_promise,
    cite_utterance,
)
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Dossier
from bankrm.domain.evidence import Evidence, Strength
from bankrm.domain.interactions import Interaction
from bankrm.domain.open_points import open_points
from bankrm.drafting.ports import Hit
from bankrm.drafting.select import structured
from bankrm.language.folding import fold
from bankrm.language.words import content_words


def cite_record(record: Interaction) -> Iterator[Evidence]:
    """Every piece of one record, which must have been read into utterances and promises."""
    yield from (cite_utterance(record, utterance) for utterance in record.utterances)
    yield from cite_explanation(record)
    yield from (cite_promise(record, promise) for promise in record.promises)
    yield from cite_handed_over(record)
    yield from (cite_open_point(record, point) for point in open_points(record.open_points))


def find_pieces(query: str, hits: Sequence[Hit], dossier: Dossier, more: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Pieces that hold words of the query: those that hold the query to the letter and most of its words first; of these the
    client's before the bank's own, then as the search ranked their texts. `more` are pieces at hand, such as a draft's own computed figures."""
    known = frozenset(content_words(query))
    wanted = frozenset(word for word in known if len(word) > 1) or known or frozenset({query.strip()})
    found = dict.fromkeys((*_of_hits(hits, dossier), *more, *structured(dossier, None)))
    shares = {piece: _share(wanted, piece) + (_letters(query) in _letters(piece.text)) for piece in found}
    bank = {piece: piece.origin.strength is Strength.STANDARD_DOCUMENT for piece in found}
    fitting = (piece for piece, share in shares.items() if share)
    return tuple(sorted(fitting, key=lambda piece: (-shares[piece], bank[piece])))


def _of_hits(hits: Sequence[Hit], dossier: Dossier) -> Iterator[Evidence]:
    records: Mapping[str, Interaction] = {f"interaction:{record.ref}": record for record in dossier.interactions}
    for hit in hits:
        if record := records.get(hit.id):
            yield from cite_record(record)
        elif found := _passage(hit.id, dossier.documents):
            yield found


def _passage(hit: str, documents: Sequence[Document]) -> Evidence | None:
    _, _, rest = hit.partition("passage:")
    place, _, ref = rest.partition(":")
    document = next((one for one in documents if one.ref == ref), None)
    if document is None or not place.isdigit() or int(place) >= len(document.passages):
        return None
    return cite_passage(document, document.passages[int(place)])


def _share(wanted: frozenset[str], piece: Evidence) -> float:
    """Which share of the words stands in the piece; one of several letters also within another word."""
    there, letters = frozenset(content_words(piece.text)), _letters(piece.text)
    return sum(word in there or (len(word) > 1 and _letters(word) in letters) for word in wanted) / len(wanted)


def _letters(text: str) -> str:
    return fold(text.strip()).text
