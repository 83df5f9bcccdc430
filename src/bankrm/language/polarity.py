"""Which way a sentence points: negation, direction (増加 and 減少), and the words that soften a claim (見込み, おそれ, 一部)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bankrm.language.folding import fold
from bankrm.language.patterns import pattern


class Way(StrEnum):
    """The two ends of a direction, and the middle; which of them is good news depends on what moves."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Softening(StrEnum):
    """How a claim is softened."""

    EXPECTED = "expected"  # 見込み, 予定, 計画, 目標: not yet so
    POSSIBLE = "possible"  # 可能性, おそれ, かもしれない: may be so
    PARTIAL = "partial"  # 一部, など: so in part
    ROUGH = "rough"  # 約, ほど, 程度: so roughly


@dataclass(frozen=True, slots=True)
class Direction:
    """A word of movement or standing. Words of one family are opposites where their way differs."""

    start: int
    end: int
    family: str
    way: Way


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating cue; `target` is the span of the stem that it denies (見送ら in 見送らない), code points of the text as given."""

    start: int
    end: int
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Softener:
    """A softening word."""

    start: int
    end: int
    kind: Softening


_Span = Callable[[int, int], tuple[int, int]]

_FAMILIES: dict[str, tuple[str, ...]] = {
    # family: (up, down, flat); the longer words stand before those that they begin with
    "sales": (r"増収", r"減収"),
    "profit": (r"増益", r"減益"),
    "amount": (
        r"増加|増大|増額|増産|増員|増配|増床|増(?![資設築強税便刷幅])|拡大|上昇|伸長|伸び(?!悩)|伸ば(?!せ|さ)|高ま|上が(?!り込)|引き?上げ|値上[がげ]|上振れ|上積み|積み増|上回|上方|プラス|膨ら|急増|倍増|急伸|急騰|高騰|超過|(?<=[割%倍名人社件台店])(?:ほど|近く)?多[いくか]|(?<=[けト要注足上文場況客産荷数][はがも])戻(?=[りっる])|(?<=[割%円倍])(?:ほど|程度)?上げ|(?<=[をはもで])(?<![声手果績議請告腰名]を)上げ(?=[たてるらよずな])",
        r"減少|減額|減産|減員|減配|減(?![価損税免])|縮小|下落|低下|落ち?込|(?<=[年期画標])割れ|(?<=[がはも割%倍])(?:ほど|近く)?落ち(?=[たてる始])|下が|引き?下げ|値下[がげ]|下振れ|取り崩|下回|下方|マイナス|縮ん|縮ま|急減|半減|急落|低迷|伸び悩|目減り|減退|(?<=[割%倍名人社件台店])(?:ほど|近く)?少な[いくか]|(?<=[割%円倍])(?:ほど|程度)?下げ|(?<=[をはもで])下げ(?=[たてるらよずな])|半分(?=に(?:な|ま))",
        r"横ばい|据え置[きいくかけ](?!期間)|(?<=[年期月回])並み|同水準|同額(?!以)|変わりな[いくし]",
    ),
    "level": (r"(?<=[割%円倍])(?:ほど|程度|近く)?高[いくか]", r"(?<=[割%円倍])(?:ほど|程度|近く)?[低安][いくか]"),
    "result": (r"黒字", r"赤字|欠損"),
    "quality": (r"改善|好転|回復|持ち直", r"悪化|後退|冷え込|停滞"),
    "trade": (r"好調|堅調|順調|活発|活況|好況|盛況", r"不調|低調|不振|軟調|不況|不活発|閑散"),
    "strength": (r"強気|強含|強ま", r"弱気|弱含|弱ま"),
    "speed": (
        r"前倒し|早ま|早期化|早く(?!も)|早め|(?<=期[はをがも])守[らりるれっ]|間に合",
        r"遅れ|遅延|後ろ倒し|長期化",
    ),
    "ease": (r"緩和|緩め", r"引き?締め|厳格化"),
    "stance": (r"賛成|積極的", r"反対|消極的"),
    "surplus": (r"過剰|余剰|余裕|過多|足り", r"不足|ひっ迫|逼迫"),
    "length": (r"長く|長期に|延び|延長|延ばし", r"短く|短縮|短期に|縮め"),
    "strain": (r"楽(?=に|だ|な|で)|余力", r"苦し|厳し(?!く(?:管理|審査|見))|きつ[いくか]|窮屈"),
    "in": (r"入社|就任|加入|新規参入|開店|出店|着工|稼働", r"退社|退職|退任|脱退|撤退|閉店|退店"),
    "keep": (
        r"続け(?!て(?:い|お))|継続|存続|維持|残[さし](?!て(?:い|お))|新設|開設|(?<=契約[はをのが])更新|(?<=契約)更新",
        r"閉め|閉鎖|閉じ|廃止|廃業|打ち切|解約|解除|手放|やめ(?=た|る|て|よう)|畳[みむん]|たた(?=む|み|ん)",
    ),
    "list": (r"追加(?=し|さ|す)|(?<=[をも])加え|加え(?=た|ら)", r"外[さしせ](?!て(?:い|お))"),
    "within": (r"含め(?=た|る|て(?!も))|組み入れ", r"除外|(?<=[をらはも])除[きいくか]"),
    "deal": (
        r"購入|買い(?=入|取|た|ま)|買[うっわお](?!手)|取得(?!先)",
        r"売却|売[るっらろ](?!上|れ)|売り(?=た|ま|に出|払)|譲渡|処分",
    ),
    "end": (r"(?:高|大き|多|長|早|新し)い(?=方|ほう)", r"(?:低|安|小さ|少な|短|遅|古)い(?=方|ほう)"),
    "yet": (r"すでに|既に", r"まだ(?!まだ)|いまだ|未だ"),
    "first": (r"より(?:も)?先(?=に|だ|で|行)", r"より(?:も)?(?:後|あと|遅)(?=に|だ|で|れ|く|か)"),
    "charge": (r"有料|有償", r"無料|無償|(?<=[料用金])(?:は|が|も)?(?:一切)?(?:かか|掛か)ら(?:ない|ず|ません)"),
    "bear": (
        r"[てで]も(?:いい|よい|良い|構わ|かまわ|仕方)|割り切|許容|容認|いとわ|厭わ|やむを得",
        r"避け|回避|防[いぎご]|阻止|食い止め|免れ",
    ),
}
STANDINGS = frozenset({"stance", "in", "keep", "list", "within", "deal", "bear", "charge", "yet", "first", "end"})
"""Families that are opposites, but move no figure: 3台を購入 is no 3台の増加."""
_AXES = {
    "trade": "condition",
    "quality": "condition",
    "strain": "condition",
    "surplus": "condition",
    "list": "keep",
    "level": "amount",
}
"""Families of which one tells what the other tells: 余裕がある is not 厳しい."""
_DIRECTION = pattern(
    "|".join(
        f"(?P<{family}_{way}>{words})"
        for family, pair in _FAMILIES.items()
        for way, words in zip(Way, pair, strict=False)
    )
)

_NOT_NEGATION = (
    r"(?<=[せけえげてねべめれ])ないか(?=[。、」と]|ね|$)|(?:構わ|かまわ|いとわ|厭わ)(?:な|ず)|仕方(?:が|は)?な|少な(?:い|く|かっ)|危な|切な[いく]|拙な|だけで(?:は|も)?な[いく]|のみで?(?:は|も)?なく|のみならず|ばかりで?な[いく]|ばかりか|(?:に|も)(?:かかわ|関わ|拘)らず|"
    r"必ず(?!し)|絶えず|少なからず|まず(?=[、はも]|[一-龥])|わずか|先ず|思わず|とりあえず|相変わらず|あいかわらず|(?:に|を|も)?問わず|やむを得[なず]|やむなく|(?:に|は)(?:すぎ|過ぎ)な[いく]|"
    r"かもしれ(?:な|ませ)|(?:に|は)(?:違い|相違)な|ざるを得(?:な|ませ|ず)|(?:て|で|と)は(?:なら|いけ)(?:な|ませ|ず)|なければ(?:なら|いけ)(?:な|ませ|ぬ)|なくては|"
    r"にほかな|ほかな[いく]|しかな[いく]|ではない(?:か|でしょう|だろう)|(?:て|で)なら(?:な|ぬ)|(?<![らわかさたまばれけせべめねえげてびみりしじぎきく])なくな|なお|間違いな|まちがいな|差し支えな|変わりな[いくし]|なるべく|なな"
)
_SKIPPED = pattern(_NOT_NEGATION)
_CUE = pattern(
    r"ませんでした|ません|(?<=[いきしちみりびぎえけせてねめれげべ])(?:かね(?=[るまた]|て(?!から|より))|(?:づら|にく)(?:い|く(?!な[いかく])|か))|なかった|(?<!少)ない(?!し(?!と))|(?<=[はがもく])ない(?=し)|なく|なけれ"
    r"|(?<=[らわかさたなまばがれけせべめねえげてびみりしじぎぢき至出来見経得])ず(?=[、。にと」]|$|[一-龥])"
    r"|(?<=[一-龥ァ-ヴー々])(?:は|が|も)?(?:なし|無し|ゼロ)(?=[、。(（)）」\s]|$|で(?!す))"
)
_ONLY = pattern(r"しか[^、。]{0,20}$")
"""Behind しか a denial affirms: 1人しか採れていない tells of one who was."""
_PREFIX = pattern(
    r"未(?=[一-龥])(?!来|満|明|婚|亡|曾)|非(?=該当|対象|課税|上場)|不(?=採択|承認|成立|許可|合格|参加|同意|一致|受理|交付|履行|達成|使用|支給|認定)"
)
_STEM = pattern(r"[一-龥ァ-ヴー々]*[ぁ-ん]{0,5}$")

PARTLY = (
    r"(?:[うくぐすつぬぶむるいの](?:日|月|年|週|時期|時間帯|時|とき|こと|ところ|場合|場面)(?:が|も)(?:あ[るりっ])"
    r"|[うくぐすつぬぶむるいの](?:先|人|者|方|[一-龥]{0,3}員|職人|株主|店|客)も(?:あ[るりっ]|い[るまたっ]|お[りる]))"
)
"""Words by which a thing is so at times only, or of some: …日がある, …ところもある, …者もいる. That there is one (…店がある) is none."""

_SOFTENERS: tuple[tuple[Softening, str], ...] = (
    (
        Softening.POSSIBLE,
        r"(?<=[るたいう])か(?:どうか|否か)?(?=は(?:本部|社長|まだ|確認|分|わ|聞|、)|を(?:確認|本部|検討|聞|相談)|が(?:分|わ)|、本部)|可能性|おそれ|恐れ|懸念|かも(?:しれ|知れ)|リスク|ことも(?:あ|考え)|(?:と|とも)みられ|と(?:思わ|考えら)れ|でしょう|だろう|らしい|ようだ|模様|ありう|あり得|うる|かねな|と推測|と推定|(?<=[いりきしちみびけえれめねべげせてうるたくぐむぶ])そう(?=[。、だでな」（(]|と(?:述べ|話|言|語|伝|説明|の|いう)|$)",
    ),
    (
        Softening.EXPECTED,
        r"見込(?:み|ま|む|ん|(?=[ 　0-9、。:：]))(?!先|客|額)|予定(?!表)|計画(?!書|性|比|対比|値|より|に対し|(?:を|は)(?:大きく|わずかに|約|およそ)?(?:[0-9]|上回|下回|超|達成)|未達)|予想(?!比|を(?:大きく|わずかに|約)?(?:[0-9]|上回|下回))|見通し(?!が立)|目指|目標(?!比|対比|を(?:大きく|わずかに|約)?(?:[0-9]|上回|下回|超|達成)|未達)|つもり(?!は?な[いくし])|方針|想定|めど|目途|ことに(?:なる|なっている)|(?:して|図って|努めて|進めて|取り組んで|行って)(?:まい|参)り|いく(?:考え|方針)",
    ),
    (
        Softening.PARTIAL,
        r"一部(?!上場|門)|部分的|ある程度|主に|主として|うち(?=[一-龥])|場合がある|とは限ら|のみ|だけ|例外",
    ),
    (
        Softening.ROUGH,
        r"約(?=[0-9一-十百千数])|およそ|おおむね|概ね|ほど(?=[。、のでだ」]|$)|程度|前後|くらい|ぐらい|ほぼ|弱(?=[。、のでだ」]|$)|超(?=[。、のでだ」]|$)",
    ),
)
_SOFTENER = pattern("|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _SOFTENERS))


def directions(text: str) -> tuple[Direction, ...]:
    """Words of direction in order; compounds (減収減益) give each of theirs."""
    folded = fold(text)
    return tuple(_directions(folded.text, folded.span))


def _directions(text: str, span: _Span) -> Iterator[Direction]:
    for match in _DIRECTION.finditer(text):
        family, way = str(match.lastgroup).rsplit("_", 1)
        yield Direction(*span(*match.span()), family, Way(way))


def relation(one: str, other: str) -> int:
    """1 where two directions (family:way) say the same, -1 where they are opposites, 0 where neither says anything of the other."""
    (family, _, way), (others, _, another) = one.partition(":"), other.partition(":")
    if _AXES.get(family, family) != _AXES.get(others, others):
        return 0
    return 1 if way == another else -1


def negations(text: str) -> tuple[Negation, ...]:
    """Negating cues in order. Forms that deny nothing (かもしれない, だけでなく, 必ず, 少ない) are none."""
    folded = fold(text)
    return tuple(_negations(folded.text, folded.span))


def _negations(text: str, span: _Span) -> Iterator[Negation]:
    found = [(m.start(), m.end(), _stem_before(text, m.start())) for m in _CUE.finditer(text)]
    found += [(m.start(), m.end(), (m.end(), min(m.end() + 2, len(text)))) for m in _PREFIX.finditer(text)]
    skipped = [match.span() for match in _SKIPPED.finditer(text)] if found else []
    for start, end, target in sorted(found):
        if not (_ONLY.search(text, 0, start) or any(a < end and start < b for a, b in skipped)):
            yield Negation(*span(start, end), span(*target) if target[0] < target[1] else span(start, end))


def _stem_before(text: str, position: int) -> tuple[int, int]:
    match = _STEM.search(text, max(0, position - 12), position)
    return match.span() if match else (position, position)


def softeners(text: str) -> tuple[Softener, ...]:
    """Softening words in order."""
    folded = fold(text)
    return tuple(
        Softener(*folded.span(*m.span()), Softening(str(m.lastgroup))) for m in _SOFTENER.finditer(folded.text)
    )
