"""--self-check: does this installation do its work? Each part is tried once, in a private folder that is gone afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bankrm.bootstrap import make_demo_home
from bankrm.bugs import place_of
from bankrm.cli.errors import words_for
from bankrm.domain.errors import ExpectedError
from bankrm.domain.recipes import VISIT_SET

if TYPE_CHECKING:
    from bankrm.bootstrap import Program, Store

_SAMPLE_DAY = date(2026, 11, 20)  # the day of resources/sample
_PLAIN = b"SQLite format 3"  # how a file begins that SQLite wrote unencrypted
_WORDS = ("返済シミュレーションを田辺社長へ持参する", ("返済", "シミュレーション", "田辺", "社長", "持参"))


@dataclass(frozen=True, slots=True)
class Tried:
    """One part: a code for programs, a name for people, `ok` or `bad`, and what was seen."""

    check: str
    name: str
    state: str
    detail: str


class Unfit(Exception):
    """A part ran without an error, and what it made is not as it must be (`args[0]`: in words)."""


def self_check(model: Path | None) -> Iterator[Tried]:
    """One finding after the other, each as soon as it is made: `ok` or `bad`. `model` is a small one to ask for one token."""
    with tempfile.TemporaryDirectory(prefix="bankrm-self-check-") as folder:
        parts = _Parts(Path(folder))
        yield _tried("words", "日本語の辞書", parts.words)
        yield _tried("store", "暗号化した保存場所", parts.store)
        yield _tried("word", "Word文書", parts.word)
        yield _tried("pages", "画面", parts.pages)
        if model:
            yield _tried("model", "言語モデル", lambda: parts.model(model))


def _tried(check: str, name: str, part: Callable[[], str]) -> Tried:
    try:
        return Tried(check, name, "ok", part())
    except ExpectedError as error:
        words = words_for(error.code, error.details)
        return Tried(check, name, "bad", f"{words.title} {words.what_to_do}")
    except Unfit as unfit:
        return Tried(check, name, "bad", str(unfit.args[0]))
    except Exception as error:  # a border: whatever a spoilt installation raises is what is looked for
        return Tried(check, name, "bad", f"動きません({place_of(error)})")


@dataclass(frozen=True)
class _Parts:
    """What is tried, on the sample bank in this folder; the later parts rest on the store."""

    folder: Path

    def words(self) -> str:
        """Sudachi with its dictionary."""
        from bankrm.language.words import content_words

        text, expected = _WORDS
        missing = set(expected) - set(content_words(text))
        if missing:
            raise Unfit(f"語が切り出せません: {'、'.join(sorted(missing))}")
        return f"{len(expected)}語を切り出しました"

    def store(self) -> str:
        """The sample bank goes into a new store, which is encrypted and opens again."""
        from bankrm.bootstrap import cipher_version

        make_demo_home(self._home)
        program = self._program()
        with program.create_store() as store:
            imported = program.records.import_files(store)([program.resources.path("sample")])
        if (program.home / "store.db").read_bytes()[: len(_PLAIN)] == _PLAIN:
            raise Unfit("保存場所が暗号化されていません")
        with self._opened() as store:
            if not program.queries.clients(store)():
                raise Unfit("取り込んだ取引先が読み出せません")
        return f"SQLCipher {cipher_version()}、見本の銀行{sum(one.new for one in imported)}件"

    def word(self) -> str:
        """One visit's set as a Word file."""
        from bankrm.application.prepare_sets import Task

        program = self._program()
        with self._opened() as store:
            visit = program.queries.visits(store)(_SAMPLE_DAY)[0].visit
            outcome = program.preparation.sets(store)([Task(visit.client, visit)], VISIT_SET, self.folder / "out")
        for failed in outcome.failed:
            raise failed.error
        file = outcome.sets[0].files[-1]
        return f"{file.name} {file.stat().st_size:,}バイト"

    def pages(self) -> str:
        """Each page of the window, and what stands before the store is open, drawn without a screen."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from bankrm.ui.pages import PAGES
        from bankrm.ui.studio import is_drawn, studio

        with studio(self._program()) as window:
            for page in PAGES:
                window.go(page.place())
                if not is_drawn(window.picture()):
                    raise Unfit(f"{page.name}に何も描かれません")
            window.window.lock()
            if not is_drawn(window.picture()):
                raise Unfit("解錠に何も描かれません")
        return "、".join((*(page.name for page in PAGES), "解錠"))

    def model(self, file: Path) -> str:
        """One token from a language model, in the worker process."""
        from bankrm.domain.progress import CancelToken
        from bankrm.drafting.ports import Prefix, Question

        with self._program().engines.language_models(None, str(file)) as models:
            asked = models[0]
            answer = asked.model.ask(Prefix("一語で答える。", "晴れ"), Question("空は?", "", 1), token=CancelToken())
        if answer.usage.answer_tokens != 1:
            raise Unfit(f"{asked.name}が{answer.usage.answer_tokens}トークンを答えました")
        return f"{asked.name}({asked.engine})が1トークンを{answer.usage.seconds:.1f}秒で答えました"

    @property
    def _home(self) -> Path:
        return self.folder / "home"

    def _opened(self) -> Store:
        return self._program().open_store()

    def _program(self) -> Program:
        from bankrm.bootstrap import Program

        return Program.of(self._home, _SAMPLE_DAY, self._home / "passphrase")
