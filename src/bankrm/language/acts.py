"""What a sentence does in a talk (発話行為): it asks, makes sure, requests, promises, refuses, or states.

Read from the form of its end, since Japanese says last what is meant, and from what the form stands for: 「見積をいただけますか」 is a
request in the form of a question, 「来期のほうがいいかな」 a view, 「だめでしょうか」 a question. Of several sentences the last that is
more than a statement counts.
"""

from __future__ import annotations

from enum import StrEnum

from bankrm.language.certainty import Certainty, certainty_of
from bankrm.language.folding import fold
from bankrm.language.patterns import pattern
from bankrm.language.sentences import sentences


class Act(StrEnum):
    """What a sentence does."""

    QUESTION = "question"  # 質問: asks what is not known
    CONFIRMATION = "confirmation"  # 確認: asks whether it is so
    REQUEST = "request"  # 要望・依頼: wants something of the other
    PROMISE = "promise"  # 約束: the speaker will do something
    REFUSAL = "refusal"  # 断り
    STATEMENT = "statement"


_MARKS = " 。．.…・!！~〜ー」』)）"
_ENDING = r"$"
_ASKS = pattern(
    rf"(?:[?？]|か(?:を|と)?(?:お?聞き|聞い|伺っ|(?:お)?尋ね)(?:し)?て(?:い|お)?(?:る|り)(?:ん|の)?(?:です|ます|だ)よ?|(?:(?<!と)(?<![^せなら]ん)(?:か|かね|かい|かしら)|っけ|(?:で|って)(?:いい|よい|よろしい)(?:です|でしょう)?(?:か|よね)|(?<=[すだたい])の){_ENDING[:-1]}[」』)]*)$"
)
_AGREED_WITH = pattern(  # 毎月25日でしたよね
    r"^(?!.*(?:思って|考えて)).*(?:です|ます|でした|ました|だ|った)よね[」』)]*$|(?:という(?:こと|わけ)|とのこと)ですね[」』)]*$|(?:ということ|とのこと)?で(?:よろしい|いい|よい|お?間違い(?:は)?(?:ない|ありません|ございません)|大丈夫)(?:です)?よ?ね[」』)]*$"
)
_WONDERED = pattern(r"でしょう[」』)]*$")
_EITHER = pattern(r"か、[^、。]{1,16}か[?？」』)]*$")
_TOLD = pattern(  # 見積書を送ると伝えた: what was said, not saying it
    r"(?:と|よう(?:に)?|旨(?:を)?|か)(?:も|は)?[^。、「」]{0,6}?(?:伝え|言[いっわ]|話し|話[すさ]|述べ|答え|回答し|説明し|約束し|頼ま|聞[いかく]|聞かされ|断っ|おっしゃ|尋ね|たずね)[^。、]{0,10}?(?:た|ている|ています|ていた|ておられ|そうだ|そうです|とのこと)(?:が断った)?$|と聞く$"
)
_MUSING = pattern(
    r"(?:かな[あぁ]?|かも(?:しれ(?:ない|ません))?|と(?:思|考え)[^、。]{1,8}|よう?か(?:と|な)|(?:どう|もの|こと)か(?:と(?:思|考)))[」』）)\s。…]*[?？]?$"
)
_NOD = pattern(
    r"^(?:あ+|へえ|ほう|なるほど)?、?(?:そう|そんな|本当|それほど)(?:なん|に)?(?:です|でした|だったんです|なんです|だったの|な)?か[?？]*$"
)
_OPEN_WORD = pattern(
    r"何(?!か(?!ら)|も|と(?:か|も)|度も|しろ)|なに(?!か|も)|なん(?:です|でしょう|の)|どの|どれ(?!も)|どこ(?!か(?!ら)|も)|どう(?!して?も|か|いたしまして|ぞ|も|せ)|どなた|誰(?!か|も)|だれ(?!か|も)|いつ(?!か(?!ら)|も|でも)|いくら(?!か(?!ら)|も|でも)|幾ら(?!か|も)"
    r"|いかが|なぜ|どんな|どちら(?!も|か)|いくつ(?!か|も)"
)
_ASKED_FOR = pattern(
    r"[てで](?:は)?(?:(?:いただ|頂)(?:き(?:たい|たく)|け)|(?:もら|貰)(?:いたい|え)|(?:ほし|欲し)(?:い|く)|くださ[らい]|下さ[らい])[^、。た]{0,12}$|(?:いただけ|頂け|もらえ|貰え|くださ[らい]|くれ)(?:ない|ます|ません|る|ん)?(?:で(?:しょう|す))?か(?:ね|な|しら)?[?？]*$"
    r"|(?:いただけ|頂け|もらえ|貰え)(?:ない|ます|ません|る)?(?:で(?:しょう|す))?[?？]$|くれ(?:ない|ます|ません|る)[?？]$"
    r"|(?:を|ご?[一-龥]{2}(?:を)?|よろしく)?(?:お願(?:い|え)|願(?:い|え))(?:し(?!た|まし)|でき|いた(?!し(?:まし)?た)|致|申|ま(?!し)|$|[?？])[^、。た]{0,10}$|[てで](?:ちょうだい|くれ|よ|ね)$|(?:ください|下さい)(?:よ|ね|ませ)?$"
    r"|[^すまい]せ(?:ない|ません)(?:もの)?か(?:ね|な)?[?？]*$|(?:(?<!ま)して|やって|見せて|教えて|聞かせて|出して|持って(?:き|来)て)$|(?:でき|出来|可能|取れ|使え|借りられ|受けられ|下げられ|延ばせ)(?:ます|ません|ない|る|です|でしょう)(?:でしょう|です)?か(?:ね|な)?[?？]*$"
)
_WANTED = pattern(
    r"(?:いただき|頂き)(?:たい|たく)|もらいたい|(?:借り(?:入れ)?|延ばし|下げ|減らし|外し|見直し|相談し|聞き|伺い|知り|受け|使い|申し込み|頼み)たい(?:と(?:思|考)|の?です|[。、]|$)"
    r"|(?:(?:ほう|方|の|ところ|プラン|もの)[がも]|ると|れば|たら)(?:ほしい|欲しい|いい|良い|よい|ありがたい|有難い|有り難い|助か(?:る|ります)|嬉しい|うれしい|理想)(?:の?です)?(?:な|ね|よ|かな|と(?:思|考)[^、。]{1,8})*$"
    r"|(?:返事|回答|時間|期間|猶予|枠|資料|見積|提案|連絡|相談先|案内|紹介)(?:が|も|は)(?:ほしい|欲しい)(?:の?です|ん?だ)?(?:よ|ね)*$|希望(?:し(?:て|ます)|です|だ)?$|要望(?:し|です)?$"
)
_OFFERED = pattern(  # 無担保で使える制度はありますか: something of that kind is wanted
    r"(?:[るたいなぬ]|(?<!こと)の|付き?|向け|用)[一-龥ァ-ヴーA-Za-z0-9ところもの]{1,10}(?:なん?か|とか|など|等)?(?:[はが]|って)?(?:他に)?(?:あり(?:ます|ません)|ござい(?:ます|ません)|ない|あ(?=る))(?:です|でしょう|る(?:の)?でしょう)?(?:か(?:ね|な)?|[?？])[?？。」]*$"
)
_WISH_BEFORE = pattern(  # 来春に入れ替えたいのですが、間に合いますか
    r"(?:たい|ほしい|欲しい|(?:が|も|で|と|ば|たら)(?:いい|良い|よい|ありがたい|助かる|助かります|嬉しい|うれしい)(?:かな?と(?:思|考)[^、。]{1,8})?|希望(?:です|し(?:て(?:い|お)り?ます|ます)|なん)|で考えて(?:い|お)り?ます)(?:ん|の)?(?:です|だ)?(?:が|けど|けれども?)、?"
)
_HEDGED_ANSWER = pattern(  # 5,000万円くらいでしょうか: what the speaker reckons
    r"^[^はがも何]*[0-9〇一二三四五六七八九十百千万億]+[^はがも、。]{0,5}(?:くらい|ぐらい|ほど|程度|以下|以内|前後)(?:です|でしょう)か(?:ね|な)?[?？。」]*$"
)
_OWN_DEED = r"(?:(?<!見)送り|出し|渡し|届け|持って(?:いき|行き)|持ち|伺い|返し|払い|支払い|用意し|準備し|作り|まとめ|調べ|確認し|連絡し|報告し|お持ちし|お送りし|お渡しし|お出しし|お届けし|お伝えし|お返事し|返事し|回答し|提出し|手配し|相談し|話し|聞い|伝え|決め|見せ|準備|用意|連絡|回答|提出|確認|手配|送付|持参)"
_DEED_TO_COME = r"(?:よ|ね|から|ので|わ)*[」』)]*$"
_PROMISES = pattern(
    rf"{_OWN_DEED}(?:て)?(?:(?:おき|とき)?ます(?!か)|てみます|よう(?!か|と|で|な|に)){_DEED_TO_COME}"
    rf"|(?:[いえきけしせちてっねびべみめりれ]て|[いん]で)(?:おき|まいり|参り|あげ|さしあげ|差し上げ)ます{_DEED_TO_COME}|[てで]おく{_DEED_TO_COME}|とく(?:よ|ね|わ|から){_DEED_TO_COME}"
    rf"|[からさたばわ](?<!ま[か])(?<!任)せ(?:ておき)?ます(?!か){_DEED_TO_COME}|(?:話|片|けり|決着|めど)を(?:(?:つけ|付け)(?:る|ます|とく|ておく)|通(?:す|します|しておく)){_DEED_TO_COME}"
    rf"|お(?!願い|勧め|すすめ|待ち|世話|詫び|祈り|悔やみ)[一-龥ぁ-ん]{{1,6}}します{_DEED_TO_COME}"
    rf"|(?<!お願い)(?<!願い)(?<!失礼)(?<!感謝)(?<!お詫び)(?<!恐縮)(?<!存じ)(?<!希望)(?:いた|致)します{_DEED_TO_COME}|させて(?:いただき|頂き|もらい)ます{_DEED_TO_COME}"
    rf"|(?:までに|には|中に|[0-9一二三四五六七八九十]日に|来週|明日|今週|月末|後日|すぐに?(?!そば|近|隣)|改めて|必ず)(?:(?!が)[^。])*(?:(?<!助か)(?<!あ)(?<!お)(?<!な)[いきしちにみりえけせねべめれ](?<!希望いたし)(?<!希望し)ます|送る|出す|渡す|届ける|持っていく|持参する|用意する|準備する|作る|まとめる|連絡する|返事する|返す|払う|回答する|提出する|知らせる|伝える|報告する|調べる|振り込む)(?:と(?:のこと|約束))?{_DEED_TO_COME}"
)
_TURNS_DOWN = pattern(  # with an excuse, or for another; in the form of a request
    r"遠慮(?:させて|いたし|申し上げ|しておき|しとき)|(?:見合わせ|見合せ|見送ら|(?:ご)?辞退)さ?せて|勘弁して(?:ください|下さい|くれ|ほしい|もらえ|いただ|よ)|ご?勘弁(?:を?願|ください)|[^、。]のはちょっと$|"
    r"都合(?:が|は)(?:つ[かき]|付[かき]|悪|合わ)|(?:申し訳|すみませ|あいにく|せっかく|ありがたい|残念|悪いけど)[^。]{0,24}(?:(?<!ありがとうござい)(?<!ござい)(?<!あり)ません|[^あ]ない|かねます|難しい|ことに(?:し|なり))[^、。]{0,6}$"
    r"|(?:他行|他社|よそ|別の(?:ところ|銀行|会社)|さん|信金|銀行)(?:さん)?に(?:お願い|頼む|決め|任せ)[^。、]{0,4}(?:こと(?:に(?:し|なり)|です)|ました|た$)"
)
_REFUSES = pattern(
    rf"{_TURNS_DOWN.pattern}|"
    r"(?:お断り|断(?:り|る|ります)|遠慮(?:し(?!な)|させ|します)|見送(?:り|る|ら(?!な|ず))|ご?辞退|(?:でき|いたし|致し)かね(?:る|ます)|(?:応じ|受け(?:入れ)?|呑め|飲め|のめ)(?:られ|でき)?(?:ない|ません)"
    r"|(?:必要|つもり|気|予定)は?(?:ない|ありません|ございません)|要らない|いりません|いらない|(?<![てで])結構(?:です|だ|$)|間に合って(?:い|お)?(?:る|ます)|無理(?:だ|です|。|$)|勘弁|お引き取り)"
    r"|(?:それは|ちょっと|今回は|今は|当面は|(?:うち|当社|当行|私ども)(?:として|で)?は)[^。、]{0,8}(?:難しい|厳しい|無理)(?:です)?(?:ね|な|よ|かと)?$"
    r"|(?:借り|買わ|入ら|申し込ま|使わ|やら|出さ|頼ま|受け|契約し|預け|移さ|結ば|加入し|導入し|利用し|お願いし|乗り換え|切り替え|変え|増やさ|続け|進め)(?:ない|ません)(?:です|んだ|の?です)?(?:よ|ね|から|ので|わ)*$"
)


def act_of(text: str) -> Act:
    """What the text does; of several sentences the last that is no mere statement decides."""
    acts = [_of_sentence(text[start:end]) for start, end in sentences(text)]
    return next((act for act in reversed(acts) if act is not Act.STATEMENT), Act.STATEMENT)


def _of_sentence(sentence: str) -> Act:
    said = fold(sentence).text.rstrip(_MARKS)
    open_ = _OPEN_WORD.search(said)
    if _TOLD.search(said):
        return Act.STATEMENT
    if _REFUSES.search(said) and not _ASKS.search(said) and (_TURNS_DOWN.search(said) or _is_refused(sentence)):
        return Act.REFUSAL
    if _ASKED_FOR.search(said) or (_OFFERED.search(said) and not open_):
        return Act.REQUEST
    if _MUSING.search(said):
        return Act.REQUEST if _WANTED.search(said) else Act.STATEMENT
    if _NOD.match(said) or _HEDGED_ANSWER.search(said):
        return Act.STATEMENT
    if _ASKS.search(said) or _AGREED_WITH.search(said) or (open_ and _WONDERED.search(said)):
        if _WISH_BEFORE.search(said) and not open_:
            return Act.REQUEST
        return Act.QUESTION if open_ or _EITHER.search(said) else Act.CONFIRMATION
    if _PROMISES.search(said):
        return Act.PROMISE
    return Act.REQUEST if _WANTED.search(said) else Act.STATEMENT


def _is_refused(sentence: str) -> bool:
    """Whether nothing in it commits the speaker to anything else than a no."""
    return certainty_of(sentence) in (Certainty.DECLINED, Certainty.NONE)
