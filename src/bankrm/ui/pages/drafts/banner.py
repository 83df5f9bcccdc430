"""One line above the statements for what was not asked for: an update that is offered, a newer version, a writer at work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from bankrm.ui.pages.drafts.rows import BannerRow, Notice, Way
from bankrm.ui.pages.drafts.wording import way_words
from bankrm.ui.theme import L, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.text import label, restyle


class Banner(QFrame):
    """Words, and up to two things to do about them: `taken` and `left` name the notice (`Notice`) that was answered."""

    taken = Signal(str)
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._notice = ""
        self._words = label("", wrap=True)
        self._first, self._second = button("", ""), button("", "quiet")
        self._first.clicked.connect(lambda: self.taken.emit(self._notice))
        self._second.clicked.connect(lambda: self.left.emit(self._notice))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(L, S, L, S)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._first)
        layout.addWidget(self._second)
        self.hide()

    def show_row(self, row: BannerRow | None) -> None:
        """As `DraftsView.show_banner`; a button without words is not shown."""
        self.setVisible(row is not None)
        if row is None:
            return
        self._notice = row.notice.value
        restyle(self, surface="notice-ok" if row.notice in (Notice.JOB, Notice.SUBMITTED) else "notice-warn")
        words, *ways = self._told(row)
        self._words.setText(words)
        for pressed, told in zip((self._first, self._second), ways, strict=True):
            pressed.setText(told)
            pressed.setVisible(bool(told))

    def _told(self, row: BannerRow) -> tuple[str, str, str]:
        """The words, and what the two buttons say."""
        match row.notice:
            case Notice.UPDATE:
                return self._of_update(row), self.tr("取り入れる"), self.tr("見送る")
            case Notice.DOUBTS:
                way = way_words(row.way) if row.way else ""
                told = self.tr("要確認が{count}件あるまま{way}します。").format(count=len(row.doubts), way=way)
                return "\n・".join((told, *row.doubts)), way, self.tr("要確認を見る")
            case Notice.WITHDRAWS:
                told = self.tr("直すと、提出を取り下げて第{number}版にします。")
                return told.format(number=row.revision), "", ""
            case Notice.REOPENS:
                told = self.tr("直すと、確認済みの版を残して第{number}版の下書きにします。確認はやり直しになります。")
                return told.format(number=row.revision), "", ""
            case Notice.SUBMITTED:
                told = self.tr(
                    "この文書(第{number}版)を支店の承認者に提出しました。承認か差戻しまでは、取り下げられます。"
                )
                return told.format(number=row.revision), way_words(Way.WITHDRAW), ""
            case Notice.NEWER:
                return self.tr("この文書には、もっと新しい版があります。"), self.tr("新しい版を開く"), ""
            case Notice.JOB:
                told = self.tr(
                    "言語モデルが書いています({done}/{total}節)。書き上がるまで、定型の下書きを表示しています。"
                )
                return told.format(done=row.done, total=row.total), "", ""

    def _of_update(self, row: BannerRow) -> str:
        told = self.tr(
            "新しい記録をもとにした更新案があります(追加 {added}・変更 {changed}・削除 {removed})。担当者が直した記述は残ります。"
        )
        words = told.format(added=row.added, changed=row.changed, removed=row.removed)
        if row.revision:
            words += self.tr("取り入れると、提出を取り下げて第{number}版にします。").format(number=row.revision)
        return words
