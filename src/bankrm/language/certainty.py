"""意向の段階: how far a sentence commits the one who says it.

Read from cues in the predicate, clause by clause from the end, since Japanese says last what counts: 「導入したいが、まだ決められない」
is on hold, not a wish. What merely reports (と話した, とのこと) is no deed of the speaker's, and a condition (決まれば) is no decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bankrm.language.folding import fold
from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences


class Certainty(StrEnum):
    """意向の段階, from done to declined."""

    DONE = "done"  # 実施済
    DECIDED = "decided"  # 決定
    AGREED = "agreed"  # 合意
    PLANNED = "planned"  # 予定
    CONSIDERING = "considering"  # 検討中
    WISHED = "wished"  # 希望
    ON_HOLD = "on_hold"  # 保留
    DECLINED = "declined"  # 見送り
    NONE = "none"


WISHES = frozenset({Certainty.WISHED, Certainty.PLANNED, Certainty.CONSIDERING})
PURSUED = WISHES | {Certainty.DECIDED}  # wanted, and nothing agreed yet
WANTS = PURSUED | {Certainty.AGREED}
DOUBTS = frozenset({Certainty.ON_HOLD, Certainty.DECLINED})


@dataclass(frozen=True, slots=True)
class CertaintyCue:
    """Words that show a degree; `start` and `end` count code points of the text as given."""

    start: int
    end: int
    certainty: Certainty


SUPPOSED = (
    r"(?:(?<!たい)(?<![おこそとのもろよ]う)と(?:は|も)?(?:思[いうっわ]|みられ|見られ|み[てる]|見[てる])|の?よう(?:です|だ|に(?:見え|みえ|思|感じ))|に?(?:見え|みえ)(?:る|ます|た|まし)"
    r"|らしい|みたい(?:です|だ|。)|気がし|模様|でしょう|だろう|はず(?:だ|です|と|。)|かもしれ)"
)
"""Words by which one only supposes what is said before them."""
_PAST = r"(?:し(?:た|まし|てい?る|てい?ます|ており|済)|済み?|しました)"
_OPEN = r"(?!わけ(?:で|じゃ)|とは限|たら|れば|なら|以上[は、]|からには|場合|次第|まで|前に|とき|時に|時点|かどうか|か否か|かは|かを|か、|ても|とも)"
_ASKED = r"ほし|欲し|(?:いただ|頂)(?:きたい|け)|もら(?:いたい|え)|くださ|下さ|くれ(?:。|$|」|と|れば|ない)"  # of somebody else

_LACKS = r"(?:い?ない|足り(?:ない|ません|ん)|ありません|いません)(?:から|し|ので|んだ|のだ|んです|もの|もん)*(?:よ|ね|な|わ)*[。」]?$"

_CUES: tuple[tuple[Certainty, tuple[str, ...]], ...] = (
    # the order of the table is the order of precedence within one clause
    (
        Certainty.DECLINED,
        (
            r"見送(?:っ(?!てくださ|ていただ)|り|る|ら(?!な|ず))(?!か|(?:り|る(?:の|こと)?)?(?:を|も|は)?(?:検討|考え|視野))",
            rf"(?:断念|辞退|撤回|中止|拒否|拒絶)(?!(?:を|も|は)?(?:検討|考え|視野)){_OPEN}",
            r"取りやめ|取り止め|とりやめ|(?:を|は|も)(?:やめ|止め)(?:た|る(?!か)|ま|よう|てお)|(?:の|こと)は?(?:やめ|止め)(?:た|る|ま)",
            r"断(?:った(?![一-龥ァ-ヴ](?<!断った[方事]))|りました|ってい)|お断り(?!した[一-龥ァ-ヴ])|断り(?:を(?:入れ|伝え)|の(?:電話|連絡|返事|手紙|メール)を(?:入れ|かけ|し|出し|出す))(?!(?:る|た)?(?:の[がはに]|か))",
            r"もう(?:要|い)(?:らな(?:い(?=[。」、]|$|です|よ|と|な)(?!か)|くな)|りません)",
            r"(?:今回|当社|うち|弊社|今|当面)は(?:もう)?(?:結構|いらない|要らない|不要|必要な|いい(?:です|よ|$|。|と))|白紙(?:に|撤回)",
            r"(?:予定|計画|つもり|気|考え|意向|意思)(?:は|も|が)(?:今のところ|全く|まったく|一切|当面|当分)?(?:な[いく]|あり?ませ|ござい?ませ)",
            r"(?<!とは)(?<!まだ)(?<!現時点では)(?:考えて|検討して|予定して|計画して|想定して)(?:は|も)?い?(?:ない|ません|なかった|なく|ず)",
            r"(?:しない|やらない|行わない|借りない|受けない|使わない|入れない|買わない|設けない|出さない)(?:こと|方針|方向|つもり|予定|考え|と(?:決|の))",
            r"(?:使わ|借り|買わ|出さ|やら|増やさ|採ら|頼ま|売ら|組ま)(?:ない|ません)(?:。|$|」|とのこと|と(?:言|話|の|回答))",
            r"したくない|(?:たく|つもりは|気は)(?:は|も)?な[いく]|見込みはない|必要(?:は|が|も)?な[いく](?!か)",
        ),
    ),
    (
        Certainty.ON_HOLD,
        (
            rf"たい(?:ところ|の|ん)?(?:だ|です)?(?:が|けれども?|けど)、(?:[^。]*[てで]も(?:な|ね|のう|仕方|しかた|しょうが|無駄|意味が)|[^。、]*(?:が|も){_LACKS})",
            r"保留|ペンディング|(?:いったん|一旦|ひとまず)[^、。]{0,10}(?:止め|とめ|やめ|置[いくき]|待)|棚上げ|棚に上げ|お預け|寝かせ|それどころ(?:で|じゃ)|手を付けられ(?:な|ま)|まで[^、。]{0,12}しかな|先送り|先延ばし|後回し|延期|凍結|見合わせ|見合せ|据え置[きい]て考え|留保",
            r"様子(?:を|は)?(?:見|み)|静観|様子見|時期尚早|時機を見|時期を見|慎重に(?:見|構)|急が(?:ない|なく|ず|んで)|急いで(?:は)?い?ない|急ぐ(?:必要|話|つもり)(?:は|では|でも)?な",
            r"(?:て|で|た(?:あと|後|うえ|上)(?:に|で)?)から?[、,]?(?:また|改めて|あらためて|ゆっくり|もう一度|再度)*(?:考え|検討|判断|決め|相談|結論|返事|返答|回答|進めるか|動く)",
            r"[ただ]ら[、,]?(?:また|改めて|あらためて|ゆっくり|もう一度)*(?:考え|検討|判断|決め)(?:す|し|る|ます|たい|よう)",
            r"(?:結果|状況|動向|見通し|予算|決算|業績|受注|成り?行き|様子|話|出方|返事|回答)(?:を見|をみ|が(?:出|見え|固ま|わか|分か))(?:て|た|極め|定め|ない)",
            r"(?:決め|決ま|定ま|固ま|まとま)(?:って|て)(?:は|も)?い?(?:ない|ません|なかった|なく|ず)|決め(?:られ|かね|あぐね|きれ|ら)(?:な|て|ず|ま|る状)|決まらな|未定|未決|未確定|白紙の",
            r"結論(?:は|が|を)(?:まだ)?(?:出|至)(?:て|し|ら|せ|さ)?(?:い?な|ず)|判断(?:が|を|は)?(?:つか|でき|しかね)(?:な|ず|る)",
            r"(?:まだ|現時点では|今のところ|すぐに?とは|今すぐとは|当面は?|当分は?|しばらくは?)[^、。]{0,24}(?:考え|検討|予定|計画|動い|想定|手を付け|着手)[^、。]{0,6}(?:ない|ません|なかった|なく|ず)",
            r"まだ(?:早い|先|考え中でない|何とも)|何とも(?:言え|いえ)|なんとも(?:言え|いえ)|(?:今|いま)は(?:待|動か|動け|まだ)|(?:今|いま)すぐ(?:で|に)は(?:な|動)",
            r"(?:かどうか|か|かは|時期は|まだ)[^、。]{0,12}(?:わから|分から|読め|見え)(?:な|ず|ませ)",
            r"(?:しだい|次第)(?:だ|で(?!き)|と(?:い|言|の)|。|$)|当面は(?!手|.{0,20}(?:予定|した|希望))|当分は(?!、?[一-龥ァ-ヶー]{1,6}[。」]?$)|しばらくは?(?:今|この|現状|待|様子|見)|現状維持|まで(?:は)?待[つっち]|待って(?:から|ほしい|もらいたい|くれ)|待ちたい",
        ),
    ),
    (
        Certainty.AGREED,
        (
            rf"(?:合意|了承|内諾|承諾|同意|快諾|応諾|賛同|了解|承知|納得)(?:を(?:得|取|もら|いただ|頂)(?:た|て|ら?れ|っ|い)?{_OPEN}|に(?:至|達)(?:っ|し)|をもって|{_PAST}|して|され|いただ|頂|済|[。」)]|$|、)",
            r"(?:で|と|に)(?:一致した|折り合|話がつい|話がまとま)|(?:この|その)(?:条件|内容|形|案)で(?:よい|良い|いい|お願い|進め)",
        ),
    ),
    (
        Certainty.DECIDED,
        (
            rf"(?:決め|決ま(?:っ|り)|定め|固め)(?:た(?!い|く|が[らりるっ])|ている|ており|ました|ています|まし|て(?!から|も|いな|は|{_ASKED})){_OPEN}",
            rf"(?:決定|確定|決断|決議|決裁|機関決定|採択|内定)(?:{_PAST}|を(?:受け|し|下)|して(?!から|い?な)|され(?:た|て|まし)|[。」)]|$|、){_OPEN}",
            rf"こと(?:に|と)(?:した|しまし|決め|している|しており){_OPEN}|踏み切(?:っ|る)|腹をくく(?:った|りました|って(?:い|お)){_OPEN}",
        ),
    ),
    (
        Certainty.CONSIDERING,
        (
            r"検討(?!(?:して|を)?(?:ほしい|欲しい|いただ|頂|もらいたい|くれ|ください|下さい|お願い|の結果|済|した結果|依頼))",
            r"前向き|(?:考え|思案|悩み|迷い)中|(?<!と)(?:考え(?:たい|ている|てい?ます|ており|てみ|始め|る(?:。|$|こと))|思案して)",
            r"迷(?:って|い|う)|悩(?:んで|み|む)|視野に|選択肢|模索|念頭に|構想|思案|協議(?:中|して)|相談(?:中|している)|比較(?:中|して)|(?:興味|関心)(?:が|は)(?:あ|強|高)|探(?:して|っている)|見直(?:し(?!た(?!い)|まし)|す|そう)",
            r"[てで]も(?:いい|よい|良い|構わ|かまわ)|排除し?(?:ない|ません|ず)|(?:し|か|よ)よう?か(?:と|な)|ようかと",
        ),
    ),
    (
        Certainty.PLANNED,
        (
            r"(?:を|も|は)(?:やり|始め|進め|入れ|買い|建て|出し|作り|直し|開き|増やし|替え)ます(?:。|$|」|よ)",
            r"予定(?!表|より|ど[おう]り|通り|に比べ|を(?:過ぎ|上回|下回)|が[^、。]{1,14}(?:になっ|ずれ|延び|変わ))|つもり|計画(?!書|性|より|ど[おう]り|通り|を(?:提出|作成し(?:た|て)|見せ|出))|こと(?:に|と)な(?:っ|り|る)|方針|段取り|運び|見込み(?!先|客)|(?:めど|目途)(?![はがも]?(?:まだ|全く)?(?:立(?:た(?!っ)|って(?:は|も)?い?な|ちま)|つ(?:か|いていな)))|見通し(?!が|は(?:立|な|暗|明))",
            r"(?:までに|来年|来月|来期|来週|再来|翌月|翌期|翌週|今後|明日|次回|年度内|年内に|期中に|月に|日に|月から|日から|春に|夏に|秋に|冬に)[^、。]*?(?:する|します|いたします|致します|行う|行います|出す|入る|始める|始まる|送る|渡す|返す|伺う|始まります|開く|移る|受ける|持参|送付|提出|回答|連絡|報告|訪問|手交|提示|着工|開始|稼働|入社|退任|就任|納入|交付|支払|返済)(?:(?:と|との|の)(?:こと|約束|話)|。|$|予定|」)",
            r"(?:まで|迄)に[^、。]{1,30}(?:約束|宿題)",
        ),
    ),
    (
        Certainty.WISHED,
        (
            r"(?<=[しきちりいみびぎにえけせてねべめれげぜで])たい(?!へん|てい|ら|しょ)|(?<=[しきちりいみびえけせてねめれ])たく(?!な)|(?:て|で)(?:ほし|欲し)(?!くな)|(?:が|も|は)(?:ほし|欲し)い",
            r"希望|要望|ほしがっ|欲しがっ|たがっ|意欲|意向|目標|目指|切望|念願|(?:て|で)(?:くれ|ください|下さい)(?:。|$|と|な)|お願い(?!して|し、|した|しました|で(?=き))|頼まれ|頼みたい|依頼",
        ),
    ),
    (
        Certainty.DONE,
        (
            r"(?:[れけせてめえべげ]済み|[一-龥ァ-ヴー々]済み?)(?![一-龥])|[一-龥ァ-ヴー々](?:済み?(?![一-龥])|した|しました|し、|して(?:いた|あ)|いたしました|致しました)"
            + _OPEN,
            r"(?:手交|交付|持参|送付|提出|納入|納品|導入|完了|完済|締結|契約|発注|実行|受領|返却|連絡|報告|訪問)(?:。|$|」)",
            r"(?:入れ替え|買い替え|買っ|買い|売っ|渡し|送っ|送り|届い|届け|受け取っ|出し|始め|終え|終わっ|終わり|済ませ|切り替え|建て|借り(?:入れ|換え)?|返し|支払っ|払っ|受け|取っ|使っ|使い|作っ|雇っ|採っ|行っ|行い|移っ|閉め|替え|辞め|入れ|設け|結ん|申し込ん|立ち上げ|もらっ|いただい|辞し|開い|組ん|組み)(?:た|だ|まし)(?!い|ら|く)"
            + _OPEN,
        ),
    ),
)
_PATTERNS = tuple((certainty, pattern("|".join(f"(?:{p})" for p in patterns))) for certainty, patterns in _CUES)
_RANK = {certainty: rank for rank, (certainty, _) in enumerate(_CUES)}

_REPORT = pattern(
    r"(?:(?<!こ)と(?:の|いう|言う)?(?:こと|話|由|説明|回答|発言|意見|返事|報告|認識|コメント|旨|趣旨|声)?(?:が|も|を|で|だ)?|旨を?|旨の)"
    r"(?:当方|先方|改めて|社長|当社)?(?:ご)?(?:話|言|い|述べ|語|説明|回答|答え|聞|伺|伝え|案内|発言|報告|主張|コメント|指摘|強調|示|表明|返答|連絡|漏ら|こぼ|記載|認識|考え|思)?"
    r"(?:さ?れ|し|っ|り|て|わ|い)*(?:た|る|ました|ます|ている|ていた|ており|ています|との|です|でした|だった|だ|あり|あった)*(?:とのこと|そう)?[。」)\s]*$"
)
# Tails that commit nobody: a clause that breaks off (めどが立つまでは), what was said in vain, what is merely hard.
_BUT = r"(?<=[いだるたすん])(?:が|けれど|けど)"
_TAIL = pattern(
    r"(?:(?:^|[、,])[^、,。]*[うくぐすつぬぶむるた]まで(?:に)?は?|^.*(?:(?:と|って)(?:言っ|いっ|聞いて(?:い|お)|約束し)(?:て(?:い|お))?た|はずな)のに"
    rf"|(?:^|[、,]|{_BUT})(?:(?!{_BUT})[^、,。])*(?:難し(?:い|く)|困難|組め(?:ない|ず|ません|なかった))(?:です|だ|状況|日があ(?:る|ります)|と(?:思う|思います|感じる))?)"
    r"[…、。」\s]*$"
)
# What others ask of the speaker is not the speaker's wish: 「会社ごと譲ってくれないかという話が来た」「早く決めてくれと言われている」. A
# banker's summary without a source (条件を見直してほしいと言われた) tells what the client asked of us, which is one.
_ASKED_OF = pattern(
    r"(?:という|って(?:いう)?|[たる])(?:話|打診|申し?出|依頼|相談|誘い|要望|声)(?:が|を|は|も)(?:[^、。]{0,8}から)?(?:来|き(?:た|て|ま)|あっ|あり|出|舞い込|持ち込ま|受け|もら|いただ)[^、。]{0,6}"
    r"|(?:くれ|もらえ|いただけ)(?:ない|ん|ませんか|る)?か?(?:と|って)(?!の)[^、。]{0,6}(?:話|声|打診|言って(?:き|来)|頼んで(?:き|来)|(?:来|き)(?:た|て|ま))[^、。]{0,8}"
)
_TOLD_ME = pattern(
    r"(?:と|って)[^、。と]{0,8}(?:言わ|いわ|頼ま|迫ら|求めら|勧めら|持ちかけら|誘わ|せがま|せっつか|耳打ちさ)れ[^、。]{0,6}"
)
_CLAUSE_END = pattern(
    r"(?:が|けれども?|けど|ものの|ので|ため|から|し|ており|ず|つつ|一方|うえ|上)[、,]|[;；。！？!?\n]|(?<=[たるいすだ])[、,](?:ただ|しかし)"
)
_CONDITION = pattern(r"^[^、。]{0,4}(?:れば|たら|なら|次第[、に]|場合|とき|時は)")


@lru_cache(maxsize=1024)  # a statement's clauses are laid beside the same sentences
def certainty_cues(text: str) -> tuple[CertaintyCue, ...]:
    """All cues in the order of the text, overlapping ones resolved by precedence."""
    folded = fold(text)
    found: list[tuple[int, int, Certainty]] = []
    for certainty, cue in _PATTERNS:
        for match in cue.finditer(folded.text):
            start, end = match.span()
            conditional = certainty is not Certainty.ON_HOLD and _CONDITION.match(folded.text[end : end + 8])
            if not conditional and not any(a < end and start < b for a, b, _ in found):
                found.append((start, end, certainty))
    return tuple(CertaintyCue(*folded.span(start, end), certainty) for start, end, certainty in sorted(found))


@lru_cache(maxsize=4096)
def certainty_of(sentence: str) -> Certainty:
    """How far the sentence commits its speaker, NONE where it speaks of no intention or deed.

    The last clause that holds a cue decides; within it the cue that stands first in the table (a refusal or a delay outweighs the
    wish it speaks of). Of several sentences the last with a cue counts. A tail that breaks off or calls it hard has none, nor has
    what others asked of the speaker.
    """
    for start, end in reversed(sentences(sentence)):
        body = sentence[start:end]
        asked = _asked_end(body, quoted=sentence.startswith("「"))
        said = body[asked : max(asked, _report_start(body))]
        tail = _TAIL.search(said)
        cues = certainty_cues(said[: tail.start()] if tail else said)
        if cues:
            return _governing(said, cues)
    return Certainty.NONE


def _report_start(sentence: str) -> int:
    """Where the words that only report what was said begin (と話した, とのこと), else the end."""
    match = _REPORT.search(sentence)
    return match.start() if match and match.start() > 2 else len(sentence)


def _asked_end(sentence: str, quoted: bool) -> int:
    """Where the words end that tell what others asked of the speaker, 0 where there are none."""
    told = (
        m for m in _TOLD_ME.finditer(sentence) if quoted or "から" in sentence[: m.start()] or "れてい" in m.group()
    )
    return max((match.end() for match in (*_ASKED_OF.finditer(sentence), *told)), default=0)


def _governing(sentence: str, cues: tuple[CertaintyCue, ...]) -> Certainty:
    first = max(0, *(clause for clause in _clauses(sentence) if clause <= cues[-1].start), 0)
    inside = [cue for cue in cues if cue.end > first]
    return min(inside, key=lambda cue: _RANK[cue.certainty]).certainty


def _clauses(sentence: str) -> Iterator[int]:
    yield 0
    for match in _CLAUSE_END.finditer(sentence):
        yield match.end()
