"""Which of the bank's documents concern this client: those whose subject the records speak of."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.documents import Document, Passage
from bankrm.domain.interactions import Party
from bankrm.insights.remarks import View
from bankrm.language.words import content_words

COMMON = frozenset(
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
    """The client's own documents, and those of the bank on a topic that the client spoke of in the last two years; a document
    whose title names no topic counts where the talks use its words."""
    recent = [r for r in view.remarks if (view.day - r.on).days <= 731]
    topics = {topic for r in recent if r.party is Party.CLIENT for topic in r.own_topics}
    spoken = {word for r in recent for word in r.words}
    for document in view.dossier.documents:
        topic = main_topic(view, document)
        title = frozenset(content_words(document.product or document.title)) - COMMON
        named = any(product_name(document) in r.text for r in recent)
        if document.client is not None or named or topic in topics or (topic is None and title & spoken):
            yield document


def product_name(document: Document) -> str:
    """The name by which a document's product is spoken of: its title without what all titles share."""
    return (document.product or document.title).removesuffix("のご案内").removesuffix("について").strip()


def relevant_passages(view: View) -> Iterator[tuple[Document, Passage]]:
    """All passages of the relevant documents."""
    return ((document, passage) for document in relevant_documents(view) for passage in document.passages)


def main_topic(view: View, document: Document) -> str | None:
    """What a title is about in the end: the topic whose word stands last (省力化設備の補助金のご案内: 補助金)."""
    title = document.product or document.title
    places = [(title.rfind(cue) + len(cue), topic.key) for topic in view.topics for cue in topic.cues if cue in title]
    return max(places)[1] if places else None
