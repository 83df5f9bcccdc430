"""行内の言葉: what banks say among themselves, each word decided here once, by who must not read it.

What is kept as an own view is asked about for STANDING; what is carried out of the bank holds neither STANDING nor SALE nor a BANK; what a
client keeps holds none of all these (drafting/carried.py, drafting/client_facing.py, and the rule `internal_only` of
resources/compliance, which adds the phrases that need more than a word to be known by). Patterns are for folded text.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.language.patterns import pattern

STANDING = pattern(  # how we see the client: ratings, classes, policy, what collateral is worth to us
    r"格付(?!研究所|会社|機関|投資)|信用(?:リスク)?(?:ランク|格)|リスクランク|債務者区分|取引区分|正常先|(?:その他)?要注意(?:先|債権|とし|の扱い)|要管理先|破綻懸念|実質破綻|破綻先|自己査定|"
    r"取引方針|担保(?:の)?評価|担保の?余力|保全(?:不足|率|状況)|引当(?!金繰入|金の戻入)|償還年数|実抜計画|取引振り|重点先|推進先|現状維持先|モニタリング先|(?<![一-龥])管理先"
)
DECIDING = pattern(  # how we come to a decision, and what we make of the client
    r"稟議|行内(?:の)?(?:基準|限り|手続|評価)|与信(?:枠|残高|判断|先|方針|管理上)|肩代わり|メイン先|反社(?!会的勢力(?:の|との関係が)?(?:排除|ない))"
)
SALE = pattern(  # what becomes of the firm itself
    r"(?<![A-Za-z])MA(?![A-Za-z])|M&A|譲渡|身売|売却|買収|合併|廃業|解散|清算|会社ごと"
)
BANK = pattern(
    r"銀行|信用金庫|信金|信用組合|信組|農協|JA|公庫|労働金庫|労金|メガバンク|地銀|他行|メイン行|サブ行|よその行|別の行"
)


def inner_words(text: str) -> Iterator[tuple[int, int]]:
    """Where words of the bank stand that no client may read; `start` and `end` count code points."""
    for of_the_bank in (STANDING, DECIDING):
        yield from (match.span() for match in of_the_bank.finditer(text))
