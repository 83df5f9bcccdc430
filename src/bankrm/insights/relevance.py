"""Which of the bank's documents concern this client: those whose subject the records speak of."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.documents import Document, Passage
from bankrm.insights.remarks import View
from bankrm.language.words import content_words

_COMMON = frozenset(
    [
        "ご案内",
        "案内",
        "のご案内",
        "資料",
        "標準",
        "提案",
        "設備",
        "資金",
        "支援",
        "サービス",
        "商品",
        "制度",
        "概要",
        "お客さま",
        "法人",
        "事業",
        "利用",
        "活用",
        "版",
    ]
)


def relevant_documents(view: View) -> Iterator[Document]:
    """The client's own documents, and those of the bank whose title the talks of the last two years touch."""
    spoken: set[str] = set()
    topics: set[str] = set()
    for remark in view.remarks:
        if (view.day - remark.on).days <= 731:
            spoken |= remark.words
            topics |= set(remark.own_topics)
    for document in view.dossier.documents:
        if document.client is not None:
            yield document
            continue
        title = frozenset(content_words(document.product or document.title)) - _COMMON
        if title & spoken or main_topic(view, document) in topics:
            yield document


def relevant_passages(view: View) -> Iterator[tuple[Document, Passage]]:
    """All passages of the relevant documents."""
    return ((document, passage) for document in relevant_documents(view) for passage in document.passages)


def main_topic(view: View, document: Document) -> str | None:
    """What a title is about in the end: the topic whose word stands last (省力化設備の補助金のご案内: 補助金)."""
    title = document.product or document.title
    places = [(title.rfind(cue) + len(cue), topic.key) for topic in view.topics for cue in topic.cues if cue in title]
    return max(places)[1] if places else None
