"""What drafting needs from outside: a writer of sections, a language model, and a way to find passages.

ExpectedError
 └─ ModelError           a language model cannot be used; whoever asked goes on with the next engine
     ├─ ModelUnusable    it cannot be loaded here
     ├─ ModelFailed      it was loaded, and failed at work
     └─ ContextOverflow  what was asked does not fit its context
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Statement
from bankrm.domain.errors import ExpectedError
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.observations import Observation
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.domain.visits import Visit
from bankrm.drafting.compliance.examination import Examination

TEMPLATE = "template"  # the engine that is no model


@dataclass(frozen=True, slots=True)
class VisitContext:
    """What all sections of a visit's set share. `day` is the visit's, or today where there is no visit; `examination` holds the
    compliance rules for its drafts."""

    dossier: Dossier
    visit: Visit | None
    today: date
    day: date
    observations: tuple[Observation, ...]
    pack: EvidencePack
    examination: Examination = field(default_factory=Examination)


class SectionWriter(Protocol):
    """Writes one section from the pack: the template writer, or a language model."""

    @property
    def engine(self) -> str:
        """What writes: template, or a language model's engine."""
        ...

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        """Statements in reading order, citing ids of the pack only; empty where nothing is recorded. None for a section
        that this writer does not know, or whose words it keeps back: then nothing may be said to be absent."""
        ...


@dataclass(frozen=True, slots=True)
class WriterProvenance:
    """What a draft's provenance tells of its writer; all but the engine is a language model's.

    `left_out` names what of the pack did not fit, `notices` the engines that were tried before and failed.
    """

    engine: str
    model: str = ""
    model_sha256: str = ""
    prompt_sha256: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


class DraftWriter(SectionWriter, Protocol):
    """A section writer that answers for whole drafts: it says what it writes with, before it writes."""

    @property
    def model(self) -> str:
        """The model's name, known before it is loaded; empty for the template writer."""
        ...

    def provenance(self, context: VisitContext) -> WriterProvenance:
        """What it would write this visit's drafts with: what stands here decides every sentence, so that it is the same before
        and after any of them. Raises ModelError."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of a section written anew. `on_text` hears the sentences as they are written, unchecked."""

    instruction: str
    token: CancelToken
    on_text: Callable[[str], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A section written anew (None: nothing can be said of it), and whether the wish was followed."""

    statements: tuple[Statement, ...] | None
    followed: bool


class SectionRewriter(DraftWriter, Protocol):
    """A writer that can be told how."""

    def rewrite(self, recipe: Recipe, section: RecipeSection, context: VisitContext, wish: Wish) -> Rewriting:
        """The section by that wish. Raises Cancelled as soon as its token asks for it, and ModelError."""
        ...


class ModelError(ExpectedError):
    """A language model cannot be used (details: engine, reason: a code)."""

    code = "model_error"


class ModelUnusable(ModelError):
    """It cannot be loaded here (details: engine, reason).

    `reason` is one of `missing`, `damaged`, `unknown_architecture`, `no_chat_template`, `out_of_memory`, `library_missing`,
    `no_gpu`, `worker_missing`.
    """

    code = "model_unusable"


class ModelFailed(ModelError):
    """It failed at work and was stopped; asked again it starts anew (details: engine, reason).

    `reason` is one of `crashed`, `out_of_memory`, `timed_out`, `engine_error`, `writes_nothing`.
    """

    code = "model_failed"


class ContextOverflow(ModelError):
    """What was asked does not fit the context (details: engine, tokens: asked for with the answer's room, limit)."""

    code = "context_overflow"


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model answers, and everything on which the bytes of its answers depend (`parameters`, for provenance)."""

    engine: str  # llama | transformers
    name: str
    sha256: str
    context_tokens: int
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prefix:
    """What all questions of one visit begin with: the system's text, and the user's turn as far as it is the same."""

    system: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is picked; temperature 0 takes the likeliest."""

    temperature: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked after the prefix. `grammar` is llguidance Lark, or empty; the answer is cut after `max_tokens`."""

    text: str
    grammar: str
    max_tokens: int
    sampling: Sampling = Sampling()


class Finish(StrEnum):
    """Why an answer ended."""

    STOP = "stop"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens read (of which `reused_tokens` stood in the cache) and written; seconds to the first token and in all."""

    prompt_tokens: int
    reused_tokens: int
    answer_tokens: int
    first_token_s: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model wrote."""

    text: str
    finish: Finish
    usage: Usage


class LanguageModel(Protocol):
    """One model on this machine. The same prefix, question and identity give the same text, in whatever order questions come."""

    @property
    def identity(self) -> ModelIdentity:
        """Loads the model where it is not loaded yet. Raises ModelUnusable."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> tuple[int, ...]:
        """How many tokens each text is. Raises ModelError."""
        ...

    def ask(
        self,
        prefix: Prefix,
        question: Question,
        *,
        token: CancelToken,
        on_text: Callable[[str], None] = lambda _: None,
    ) -> Answer:
        """The answer; `on_text` hears its pieces, whole characters each. One request at a time, others wait.

        Raises Cancelled as soon as the token asks for it, also while the prompt is read; ModelError where no answer came about.
        """
        ...

    def weigh(self, prefix: Prefix, text: str, answers: Sequence[str], *, token: CancelToken) -> tuple[float, ...]:
        """How likely the model is to give each of these answers after prefix and text, were it to give one of them: in [0, 1], 1 in all.

        Empty where one token of this model does not tell them apart. Raises Cancelled, and ModelError.
        """
        ...

    def close(self) -> None:
        """Let go of it and of its memory; asked again, it is loaded anew."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One found text and how well it fits (higher is better, never 0)."""

    id: str
    score: float


class EvidenceIndex(Protocol):
    """Full-text search over what one client's sets may cite."""

    def search(self, query: str, top: int) -> Sequence[Hit]:
        """The best texts, best first; nothing where no word of the query stands in any."""
        ...
