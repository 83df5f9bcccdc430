"""設定: label and value, two columns; what IT decides is shown as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from bankrm.application.ports.store import StoreInfo
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Progress
from bankrm.drafting.privacy.masking import Masked
from bankrm.examination import Examined, State
from bankrm.policy.reading import PolicyInForce
from bankrm.ui.appearance import Appearance, ThemeChoice
from bankrm.ui.errors import words_for
from bankrm.ui.pages.settings import words
from bankrm.ui.pages.settings.masking import MaskingTrial
from bankrm.ui.pages.settings.presenter import EngineState
from bankrm.ui.theme import XL, L, M, S
from bankrm.ui.translations import Language
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, scrolled, surface
from bankrm.ui.widgets.text import label

_LABEL_WIDE = 240
_TONES = {State.OK: "ok", State.NOTE: "dim", State.BAD: "bad"}


class SettingsPage(BeginsAt):
    """Groups, one below the other."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    setting_chosen = Signal(str, object)
    model_chosen = Signal(object)
    stop_requested = Signal()
    probe_requested = Signal()
    examine_requested = Signal()

    def __init__(self, appearance: Appearance, language: Language) -> None:
        super().__init__()
        self.setObjectName("page")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(XL, L, XL, XL)
        self._column.setSpacing(L)
        self._column.addWidget(label(self.tr("設定"), "title"))
        self._display(appearance.choice, language)
        self._engine = self._group(self.tr("文章を書く方式とモデル"))
        self._adding, self._stop = label(wrap=True), button(self.tr("中止"))
        self._stop.clicked.connect(self.stop_requested)
        adding = row(self._adding, self._stop, space=S)
        adding.setStretch(0, 1)
        self._column.addLayout(adding)
        self.show_adding(None)
        self._store = self._group(self.tr("データと鍵"))
        self._policy = self._group(self.tr("設定値とポリシー"))
        self._next_start = label("", "caption")
        self._next_start.hide()
        self._column.addWidget(self._next_start)
        self._examined = self._group(self.tr("診断"))
        self._look = button(self.tr("診断する"))
        self._look.clicked.connect(self.examine_requested)
        self._fill(self._examined, [(self.tr("このパソコンで正しく動くかを調べます。"), self._look)])
        self.masking = MaskingTrial(appearance)
        self._group(self.tr("伏せ字")).addWidget(self.masking)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))

    def show_policy(self, policy: PolicyInForce, chosen: Mapping[str, object]) -> None:
        """As `SettingsView.show_policy`."""
        values = {**policy.policy.model_dump(by_alias=True), **chosen}
        rows: list[tuple[str, QWidget]] = []
        for key, source in policy.sources.items():
            if key in words.CHOICES and not policy.managed(key):
                rows.append((words.policy_name(key), self._setting(key, values[key])))
            else:
                told = f"{words.value_words(values[key])} — {words.level_words(source.level)}"
                rows.append((words.policy_name(key), label(told, wrap=True)))
        self._fill(self._policy, rows)

    def show_chosen(self, key: str) -> None:
        """As `SettingsView.show_chosen`."""
        told = self.tr("「{name}」は、次に開いたときから変わります。").format(name=words.policy_name(key))
        self._next_start.setText(told)
        self._next_start.show()

    def show_adding(self, progress: Progress | None) -> None:
        """As `SettingsView.show_adding`."""
        self._adding.setVisible(progress is not None)
        self._stop.setVisible(progress is not None)
        if progress is not None:
            done = f"{progress.done:,} / {progress.total:,} MB" if progress.total else ""
            self._adding.setText(self.tr("モデルを確かめながら入れています。{done}").format(done=done))

    def show_store(self, info: StoreInfo, logs: Path) -> None:
        """As `SettingsView.show_store`."""
        size = self.tr("{size} MB(暗号化済み)").format(size=f"{info.bytes / 1e6:,.1f}")
        self._fill(
            self._store,
            [
                (self.tr("保存場所"), _selectable(str(info.path))),
                (self.tr("大きさ"), label(size, wrap=True)),
                (self.tr("開く鍵"), label(words.wraps_words(info.wraps), wrap=True)),
                (self.tr("不具合の記録(顧客情報なし)"), _selectable(str(logs))),
            ],
        )

    def show_engine(self, state: EngineState | None, error: ExpectedError | None = None) -> None:
        """As `SettingsView.show_engine`."""
        again = button(self.tr("調べ直す"))
        again.clicked.connect(self.probe_requested)
        add = button(self.tr("モデルを入れる…"))
        add.clicked.connect(self._pick_model)
        acts = QWidget()
        beside = row(again, add, space=S)
        beside.addStretch(1)
        acts.setLayout(beside)
        if error is not None:
            told = words_for(error)
            self._fill(self._engine, [(told.title, label(told.what_to_do, wrap=True)), ("", acts)])
            return
        if state is None:
            self._fill(self._engine, [(self.tr("このパソコン"), label(self.tr("調べています…"), "dim", wrap=True))])
            return
        first = state.plan.tries[0]
        passed = [
            (
                words.writer_words(one),
                label(self.tr("使いません: {why}").format(why=words.choice_words(one)), "dim", wrap=True),
            )
            for one in state.plan.passed_over
        ]
        self._fill(
            self._engine,
            [
                (
                    self.tr("いま書くもの"),
                    label(f"{words.writer_words(first)}　—　{words.choice_words(first)}", wrap=True),
                ),
                (self.tr("このパソコン"), label(words.machine_words(state.hardware), wrap=True)),
                (self.tr("合うモデル"), label(words.recommendation_words(state.recommended), wrap=True)),
                *passed,
                ("", acts),
            ],
        )

    def show_examined(self, found: tuple[Examined, ...] | None) -> None:
        """As `SettingsView.show_examined`."""
        self._look.setEnabled(found is not None)
        if found is None:
            return
        rows: list[tuple[str, QWidget]] = []
        for one in found:
            told = f"{words.state_words(one.state)}　{words.examined_words(one)}"
            rows.append((words.check_name(one.check), label(told, tone=_TONES[one.state], wrap=True)))
        self._look = button(self.tr("もう一度診断する"))
        self._look.clicked.connect(self.examine_requested)
        self._fill(self._examined, [*rows, ("", self._look)])

    def show_examination_over(self) -> None:
        """As `SettingsView.show_examination_over`."""
        self._look.setEnabled(True)

    def show_masked(self, text: str, masked: Masked) -> None:
        """As `SettingsView.show_masked`."""
        self.masking.show_masked(text, masked)

    @Slot()
    def _pick_model(self) -> None:
        title, kinds = self.tr("モデルのバンドルを選ぶ"), self.tr("モデルのバンドル (manifest.json *.zip)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.model_chosen.emit(Path(chosen))

    def _setting(self, key: str, value: object) -> QComboBox:
        made = _choice(words.policy_name(key))
        offered = [*words.CHOICES[key]]
        for one in offered if value in offered else [value, *offered]:
            made.addItem(words.value_words(one), one)
        made.setCurrentIndex(made.findData(value))
        made.activated.connect(lambda: self.setting_chosen.emit(key, made.currentData()))
        return made

    def _display(self, theme: ThemeChoice, language: Language) -> None:
        themes = _choice(self.tr("明るさ"))
        for name, value in (
            (self.tr("システムに合わせる"), ThemeChoice.SYSTEM),
            (self.tr("明るい"), ThemeChoice.LIGHT),
            (self.tr("暗い"), ThemeChoice.DARK),
        ):
            themes.addItem(name, value.value)
        themes.setCurrentIndex(themes.findData(theme.value))
        self.begin_at(themes)
        themes.activated.connect(lambda: self.theme_chosen.emit(themes.currentData()))
        languages = _choice(self.tr("言語"))
        languages.addItem("日本語", Language.JAPANESE.value)
        languages.addItem("English", Language.ENGLISH.value)
        languages.setCurrentIndex(languages.findData(language.value))
        languages.activated.connect(lambda: self.language_chosen.emit(languages.currentData()))
        self._later = label("", "caption")
        self._later.hide()
        rows: list[tuple[str, QWidget]] = [(self.tr("明るさ"), themes), (self.tr("言語"), languages), ("", self._later)]
        self._fill(self._group(self.tr("表示")), rows)

    @Slot()
    def show_language_later(self) -> None:
        """The language changes with the next start."""
        self._later.setText(self.tr("言語は、次に開いたときから変わります。"))
        self._later.show()

    def _group(self, heading: str) -> QVBoxLayout:
        """A card; its rows are what is filled into the layout that comes back."""
        inner = column(label(heading, "heading"), space=M)
        place = column()
        inner.addLayout(place)
        self._column.addWidget(surface("card", inner, margin=L))
        return place

    def _fill(self, place: QVBoxLayout, rows: Sequence[tuple[str, QWidget]]) -> None:
        while (item := place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        place.addWidget(_rows(rows))


def _rows(rows: Sequence[tuple[str, QWidget]]) -> QWidget:
    """Label and value, two columns."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(1, 1)
    for at, (name, value) in enumerate(rows):
        told = label(name, "dim", wrap=True)
        told.setFixedWidth(_LABEL_WIDE)
        grid.addWidget(told, at, 0)
        keeps_its_size = isinstance(value, QComboBox | QPushButton)
        grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignLeft if keeps_its_size else Qt.AlignmentFlag(0))
    return made


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMinimumWidth(200)
    return made


def _selectable(text: str) -> QWidget:
    made = label(text, wrap=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
