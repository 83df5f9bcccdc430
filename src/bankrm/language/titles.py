"""Roles and honorifics: what stands behind a person's name, and whether two of them mean the same post."""

from __future__ import annotations

import re
from functools import lru_cache

from bankrm.language.firm_names import fold_name
from bankrm.language.patterns import pattern
from bankrm.language.speech import HONORIFICS, ROLES

_MORE_ROLES = (
    "代表取締役社長|代表取締役会長|取締役社長|取締役会長|専務取締役|常務取締役|副社長|副会長|名誉会長|事務局長|局長|部長代理|課長代理|支店長代理|次長|課長補佐|"
    "参与|参事|主査|主事|監事|幹事長|頭取|理事長|総支配人|館長|駅長|船長|区長|市長|町長|村長|知事|教授|弁護士|税理士|会計士|行員|調査役|"
    "執行役|最高経営責任者|CEO|CFO|COO|CTO|CIO|夫|妻|奥さん|父|母|兄|弟|姉|妹|息子|娘|娘婿|婿|孫|甥|姪"
)
_FAMILY_WORDS = "夫 妻 父 母 兄 弟 姉 妹 息子 娘 娘婿 婿 孫 甥 姪 長男 次男 三男 長女 次女 夫人 奥様 奥さま 奥さん"
_FAMILY = frozenset(_FAMILY_WORDS.split())
_ALL = sorted({*ROLES.split("|"), *_MORE_ROLES.split("|")}, key=len, reverse=True)
TITLE = pattern(
    rf"(?P<role>(?:ご|御)?(?:{'|'.join(_ALL)})(?:(?:兼|・)(?:{'|'.join(_ALL)}))*)(?P<polite>{HONORIFICS}|方)?|(?P<honorific>{HONORIFICS})"
)
_ROLE_AT_END = pattern(rf"(?:{'|'.join(_ALL)})$")
_HONORIFIC_END = pattern(rf"(?!(?<=杜)氏)(?:{HONORIFICS})$")  # 杜氏 is a post
_DEPARTMENT = pattern(
    r"(?:(?<![一-龥ァ-ヶー])[一-龥ァ-ヶー]*(?:部|課|室|局|係|本部|支店|支社|営業所|工場|事業部|グループ|チーム|センター))|第[一二三四五六七八九十0-9]+|"
    r"経理|総務|営業|人事|労務|財務|製造|生産|購買|調達|品質|管理|技術|開発|研究|業務|企画|経営|情報|システム|海外|国内|法人|個人|融資|審査|渉外|法務|広報|"
    r"工務|設計|施工|資材|物流|配送|販売|店舗|保証|統括|総括|担当|執行|常勤|非常勤|運航|運行|整備|看護|介護|調理|料飲|薬局|仕入|土木|建築|貿易|商品|社外|エリア|副|筆頭|部|課|室"
)
_OTHER_POST = pattern(
    r"(?:副|元|前|次期|新|現|旧|先代|先々代|故|准|名誉)$"
)  # a former or a deputy president is another person
_SAME = {
    "奥さま": "奥様",
    "奥さん": "奥様",
    "夫人": "奥様",
    "妻": "奥様",
    "御子息": "息子",
    "ご子息": "息子",
    "部部長": "部長",
    "課課長": "課長",
    "室室長": "室長",
    "担当者": "担当",
}


def is_department(word: str) -> bool:
    """Whether a word belongs to the post and not to the name (経理部, 営業第一課)."""
    return bool(_DEPARTMENT.fullmatch(word))


def is_role(text: str) -> bool:
    """Whether a text is nothing but a post, with its department where one is named (社長, 経理部長)."""
    match = _ROLE_AT_END.search(text)
    return match is not None and (not match.start() or is_department(text[: match.start()]))


def is_family(role: str) -> bool:
    """Whether the role is one in a family: whose, the name before it tells (田辺社長の長男)."""
    return role.removeprefix("ご") in _FAMILY


@lru_cache(maxsize=4096)
def bare_mention(mention: str) -> str:
    """A mention in one spelling, without white space, brackets and the honorifics at its end."""
    bare = re.sub(r"[\s()（）・:：]+", "", fold_name(mention))
    while len(shorter := _HONORIFIC_END.sub("", bare)) < len(bare) and shorter:
        bare = shorter
    return bare


def role_fit(said: str, held: str) -> int:
    """How well a spoken role means a post that somebody holds: 3 the same, 2 its short form, 1 its long form, 0 not at all.

    社長 is short for 代表取締役社長, 部長 for 経理部長; 副社長 and 元社長 are neither short nor long for 社長.
    """
    return max((_fit(_plain(said), post) for post in _posts(held)), default=0)


def _posts(held: str) -> list[str]:
    posts = [_plain(post) for post in re.split(r"[兼/／,、・()（）]|\s{2,}", fold_name(held)) if post.strip()]
    if any("代表取締役" in post or post in ("代表社員", "代表理事") for post in posts):
        posts += ["代表", "代表取締役"]
    if "代表取締役" in posts[:1]:
        posts.append("社長")
    return posts


def _plain(role: str) -> str:
    role = bare_mention(role)
    for long, short in _SAME.items():
        role = role.replace(long, short)
    for board in ("専務", "常務"):
        role = role.replace(f"{board}取締役", board)
    return re.sub(r"^(?:取締役|執行役員|ご|御)(?=.)", "", role)


def _fit(said: str, held: str) -> int:
    if said == held:
        return 3
    if said and held.endswith(said) and not _OTHER_POST.search(held.removesuffix(said)) and not said.startswith("長"):
        return 2
    if held and said.endswith(held) and not _OTHER_POST.search(said.removesuffix(held)) and is_role(held):
        return 1
    return 0
