"""Fit the weights of `bankrm.drafting.grounding.coverage` on sentences that this project wrote.

    PYTHONPATH=src:. python -m tools.fit_likelihood

Of a sentence: from those of the sample bank's records (`resources/sample`) true and false statements are made by rules. True: a clause or
a modifier left out, other words for the same, a wider word, and now and then a word that stands for a synonym which no lexicon lists.
False: a word of another sentence in a word's place, one more than the evidence says, a clause of another sentence, another sentence.
Of a record: the sound statements of the corpus of corrupted drafts, and false ones made of them by a word of another client's statement
in a noun's or a verb's place, before a noun, or a clause of another client's behind; three in four count as true.
Only statements in which no other layer finds a fault count: for these the probability is asked.

Prints the weights, and for each tenth of the probability how many statements are true, of those that were not fitted on.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.corrupted import Client, Evidence, load

from bankrm.drafting.grounding.checker import Checker, faults
from bankrm.drafting.grounding.coverage import FEATURES, coverage_of, features, probability
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.language.lexicon import lexicon
from bankrm.language.sentences import sentences
from bankrm.language.words import Word, words

_RECORDS = Path(__file__).parents[1] / "resources/sample/osetsu_kiroku.csv"
_SPOKEN = ("当方の説明", "顧客の発言")
_LENGTHS = range(18, 110)
_SEED = 20261128
_READ = ("seen", "held", "fresh", "open")  # the parts of the corpus that whoever works on the checker has read


@dataclass(frozen=True)
class Record:
    """One record: its head as evidence has it, and its sentences."""

    head: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """A made statement with its evidence; `true` as it was made."""

    statement: str
    evidence: tuple[CheckedEvidence, ...]
    true: bool


Row = tuple[tuple[float, ...], bool]


def records() -> tuple[Record, ...]:
    """The sample bank's records, in the order of the file."""
    rows = list(csv.reader(io.StringIO(_RECORDS.read_bytes().decode("cp932"))))[2:]
    names = rows[0]
    return tuple(_record(dict(zip(names, row, strict=False)), field) for row in rows[1:] for field in _SPOKEN)


def _record(row: dict[str, str], field: str) -> Record:
    text = row.get(field, "")
    found = tuple(s for a, b in sentences(text) if len(s := text[a:b]) in _LENGTHS)
    return Record(f"{row['面談日']} {row['面談方法']} {row['面談者']}: ", found)


# ---- true statements


def true_statements(sentence: str, others: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Rewrites that say no more than the sentence does."""
    clauses = sentence.rstrip("。").split("、")
    if len(clauses) > 2:
        left_out = rng.randrange(len(clauses) - 1)
        yield "、".join(clause for place, clause in enumerate(clauses) if place != left_out) + "。"
    for share in (0.3, 0.6):
        known = _rewritten(sentence, share, lambda word: _synonym(word, rng), rng)
        yield known
    yield _rewritten(sentence, _UNLISTED, lambda word: _like(word, others, rng), rng)
    yield _without_a_modifier(sentence)


_UNLISTED = 0.2  # of the words of one true statement in five: what no lexicon pairs


def _synonym(word: Word, rng: random.Random) -> str:
    """Another word for it, or the word for what it is a kind of; nothing where the lexicon has none."""
    wider = sorted(one for one, kinds in lexicon().kinds.items() if word.base in kinds)
    return rng.choice([*sorted(lexicon().alike.get(word.base, ())), *wider] or [""])


def _without_a_modifier(sentence: str) -> str:
    found = words(sentence)
    for one, following in pairwise(found):
        if one.pos[0] in ("形容詞", "副詞", "連体詞") and following.pos[0] == "名詞":
            return sentence[: one.start] + sentence[one.end :]
    return sentence


# ---- false statements


def false_statements(sentence: str, others: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Statements that say something else, or more."""
    known = _rewritten(sentence, 0.3, lambda word: _synonym(word, rng), rng)
    yield from (_with_one_replaced(sentence, others, rng) for _ in range(2))
    yield from (_with_one_replaced(known, others, rng) for _ in range(2))
    yield _with_a_word_more(sentence, rng.choice(others), rng)
    yield sentence.partition("、")[0] + "、" + rng.choice(others).partition("、")[2]
    yield known.rstrip("。") + "、" + rng.choice(others).rstrip("。").split("、")[-1] + "。"
    yield rng.choice(others)
    yield _rewritten(rng.choice(others), 0.3, lambda word: _synonym(word, rng), rng)


def _with_one_replaced(sentence: str, others: Sequence[str], rng: random.Random) -> str:
    places = [word for word in words(sentence) if word.pos[:2] in _REPLACED]
    rng.shuffle(places)
    for word in places:
        if other := _like(word, others, rng):
            return sentence[: word.start] + other + sentence[word.end :]
    return rng.choice(others)


def _with_a_word_more(sentence: str, other: str, rng: random.Random) -> str:
    """A noun with の put before a noun: 工場の屋根 for 屋根."""
    mine, theirs = ([word for word in words(text) if word.pos[:2] == _NOUN] for text in (sentence, other))
    if not mine or not theirs:
        return other
    place = rng.choice(mine).start
    return f"{sentence[:place]}{rng.choice(theirs).surface}の{sentence[place:]}"


_NOUN = ("名詞", "普通名詞")
_REPLACED = {_NOUN, ("動詞", "一般"), ("形容詞", "一般")}


def _like(word: Word, others: Sequence[str], rng: random.Random) -> str:
    """A word of another sentence in the same form, neither alike nor a kind of it; nothing where there is none."""
    alike = lexicon().bearing_out(word.base)
    for other in rng.sample(others, min(6, len(others))):
        fitting = [o for o in words(other) if o.pos == word.pos and o.base not in alike and len(o.surface) > 1]
        if fitting:
            return rng.choice(fitting).surface
    return ""


def _rewritten(sentence: str, share: float, other: Callable[[Word], str], rng: random.Random) -> str:
    """That share of its words replaced, where there is another word."""
    told, position = "", 0
    for word in words(sentence):
        new = other(word) if word.pos[:2] in _REPLACED and rng.random() < share else ""
        told += sentence[position : word.start] + (new or sentence[word.start : word.end])
        position = word.end
    return told + sentence[position:]


# ---- pairs, fit, report


def of_sentences(found: Sequence[Record], rng: random.Random) -> Iterator[Pair]:
    """Statements of every sentence, beside that sentence."""
    for record in found:
        others = [s for other in found if other is not record for s in other.sentences]
        for sentence in record.sentences:
            evidence = (CheckedEvidence("E1", sentence),)
            yield from (Pair(text, evidence, True) for text in true_statements(sentence, others, rng))
            yield from (Pair(text, evidence, False) for text in false_statements(sentence, others, rng))


def of_records(clients: Sequence[Client], rng: random.Random) -> Iterator[Pair]:
    """What is soundly said of the corpus's clients, and what it becomes with something of another client's in it."""
    told = {client.client: [s.statement for s in client.statements if s.gold == "supported"] for client in clients}
    for client in clients:
        others = [text for name, texts in told.items() if name != client.client for text in texts]
        for statement in (s for s in client.statements if s.gold == "supported"):
            cited = _cited(client.evidence[name] for name in statement.cites)
            yield Pair(statement.statement, cited, True)
            yield from (Pair(text, cited, False) for text in _invented(statement.statement, others, rng))


def _invented(statement: str, others: Sequence[str], rng: random.Random) -> Iterator[str]:
    yield _with_one_replaced(statement, others, rng)
    yield _with_a_word_more(statement, rng.choice(others), rng)
    yield statement.rstrip("。") + "、" + rng.choice(others).split("、")[-1]


def _cited(pieces: Iterable[Evidence]) -> tuple[CheckedEvidence, ...]:
    return tuple(CheckedEvidence(piece["id"], piece["text"], piece.get("speaker") or "") for piece in pieces)


def measured(made: Iterable[Pair]) -> list[Row]:
    """The features of all statements in which no layer finds a fault."""
    checker, rows = Checker(), []
    for pair in made:
        case = checker.case(pair.statement, pair.evidence)
        if case.is_checkable and not any(faults(case)):
            rows.append((features(coverage_of(case)), pair.true))
    return rows


def fit(rows: Sequence[Row], used: Sequence[bool], share: float | None = None, ridge: float = 1e-3) -> list[float]:
    """Logistic regression by Newton's method, with a small ridge; what is not used weighs nothing, the true rows that share of all."""
    size, found = len(rows[0][0]), sum(true for _, true in rows) / len(rows)
    counts = {True: share / found, False: (1 - share) / (1 - found)} if share else {True: 1.0, False: 1.0}
    weights = [0.0] * size
    for _ in range(25):
        gradient = [-ridge * len(rows) * w for w in weights]
        curvature = [[ridge * len(rows) * (a == b) for b in range(size)] for a in range(size)]
        for measures, true in rows:
            x = [value if use else 0.0 for value, use in zip(measures, used, strict=True)]
            p = probability(x, weights)
            for a in range(size):
                gradient[a] += counts[true] * (true - p) * x[a]
                for b in range(size):
                    curvature[a][b] += counts[true] * p * (1 - p) * x[a] * x[b]
        weights = [w + step for w, step in zip(weights, _solved(curvature, gradient), strict=True)]
    return weights


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Gauss and Jordan."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for a in range(len(rows)):
        best = max(range(a, len(rows)), key=lambda b: abs(rows[b][a]))
        rows[a], rows[best] = rows[best], rows[a]
        rows[a] = [value / rows[a][a] for value in rows[a]]
        for b in range(len(rows)):
            if b != a:
                rows[b] = [value - rows[b][a] * own for value, own in zip(rows[b], rows[a], strict=True)]
    return [row[-1] for row in rows]


def main() -> None:
    """Fit on every other record or client, report on the rest."""
    rng, found, clients = random.Random(_SEED), records(), load(_READ)
    for name, used, share, made, checked in (
        ("a sentence", _OF_A_SENTENCE, None, of_sentences(found[::2], rng), of_sentences(found[1::2], rng)),
        ("a record", _OF_A_RECORD, 0.75, of_records(clients[::2], rng), of_records(clients[1::2], rng)),
    ):
        weights = fit(measured(made), [feature in used for feature in FEATURES], share)
        print(name, *(f"{feature} {weight:.2f}" for feature, weight in zip(FEATURES, weights, strict=True)), sep="  ")
        for line in report(measured(checked), weights):
            print(line)


_OF_A_SENTENCE = ("constant", "borne", "worst", "complete", "replaced", "verbatim")
_OF_A_RECORD = ("constant", "borne", "things")


def report(rows: Iterable[Row], weights: Sequence[float]) -> Iterator[str]:
    """For each tenth of the probability how many are true."""
    tenths: dict[int, list[bool]] = {}
    for x, true in rows:
        tenths.setdefault(min(9, int(probability(x, weights) * 10)), []).append(true)
    for tenth, judged in sorted(tenths.items()):
        yield f"{tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}  true {sum(judged) / len(judged):.2f} of {len(judged)}"


if __name__ == "__main__":
    main()
