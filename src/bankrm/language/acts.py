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
    rf"(?:[?？]|(?:(?<!と)(?<![^せなら]ん)(?:か|かね|かい|かしら)|っけ|(?:で|って)(?:いい|よい|よろしい)(?:です|でしょう)?(?:か|よね)|(?<=[すだたい])の){_ENDING[:-1]}[」』)]*)$"
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
    r"|(?:いただけ|頂け|もらえ|貰え)(?:ない|ます|ません|る)?(?:で(?:しょう|す))?[?？]$"
    r"|(?:を|ご?[一-龥]{2}(?:を)?|よろしく)?(?:お願(?:い|え)|願(?:い|え))(?:し(?!た|まし)|でき|いた(?!し(?:まし)?た)|致|申|ま(?!し)|$|[?？])[^、。た]{0,10}$|[てで](?:ちょうだい|くれ|よ|ね)$|(?:ください|下さい)(?:よ|ね|ませ)?$"
    r"|(?:(?<!ま)して|やって|見せて|教えて|聞かせて|出して|持って(?:き|来)て)$|(?:でき|出来|可能|取れ|使え|借りられ|受けられ|下げられ|延ばせ)(?:ます|ません|ない|る|です|でしょう)(?:でしょう|です)?か(?:ね|な)?[?？]*$"
)
_WANTED = pattern(
    r"(?:いただき|頂き)(?:たい|たく)|もらいたい|(?:借り(?:入れ)?|延ばし|下げ|減らし|外し|見直し|相談し|聞き|伺い|知り|受け|使い|申し込み|頼み)たい(?:と(?:思|考)|の?です|[。、]|$)"
    r"|(?:(?:ほう|方|の|ところ|プラン|もの)[がも]|ると|れば|たら)(?:ほしい|欲しい|いい|良い|よい|ありがたい|有難い|有り難い|助か(?:る|ります)|嬉しい|うれしい|理想)(?:の?です)?(?:な|ね|よ|かな|と(?:思|考)[^、。]{1,8})*$"
    r"|希望(?:し(?:て|ます)|です|だ)?$|要望(?:し|です)?$"
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
_PROMISES = pattern(
    rf"{_OWN_DEED}(?:て)?(?:(?:おき|とき)?ます(?!か)|(?:いた|致)します|させて(?:いただき|頂き|もらい)ます|ておく|とく|ておきます|てみます|よう(?!か|と|で|な|に))(?:よ|ね|から|ので)?{_ENDING}"
    rf"|(?:までに|には|中に|[0-9０-９一二三四五六七八九十]+日に|来週|明日|今週|月末|後日|すぐに?|改めて|必ず)[^。]*(?:送る|出す|渡す|届ける|持っていく|持参する|用意する|準備する|作る|まとめる|連絡する|返事する|返す|払う|回答する|提出する|知らせる|伝える|報告する)(?:よ|から|ので|と(?:のこと|約束))?{_ENDING}"
)
_REFUSES = pattern(
    r"(?:お断り|断(?:り|る|ります)|遠慮(?:し|させ|します)|見送(?:り|る|ら)|ご?辞退|(?:でき|いたし|致し)かね(?:る|ます)|(?:応じ|受け(?:入れ)?|呑め|飲め|のめ)(?:られ)?(?:ない|ません)|(?:必要|つもり|気|予定)は?(?:ない|ありません|ございません)|要らない|いりません|いらない|結構です|間に合って(?:い|お)?(?:る|ます)|無理(?:だ|です|。|$)|勘弁|お引き取り)"
)


def act_of(text: str) -> Act:
    """What the text does; of several sentences the last that is no mere statement decides."""
    acts = [_of_sentence(text[start:end]) for start, end in sentences(text)]
    return next((act for act in reversed(acts) if act is not Act.STATEMENT), Act.STATEMENT)


def _of_sentence(sentence: str) -> Act:
    said = fold(sentence).text.rstrip(_MARKS)
    open_ = _OPEN_WORD.search(said)
    if _ASKED_FOR.search(said) or (_OFFERED.search(said) and not open_):
        return Act.REQUEST
    if _MUSING.search(said):
        return Act.REQUEST if _WANTED.search(said) else Act.STATEMENT
    if _NOD.match(said) or _HEDGED_ANSWER.search(said):
        return Act.STATEMENT
    if _ASKS.search(said):
        if _WISH_BEFORE.search(said) and not open_:
            return Act.REQUEST
        return Act.QUESTION if open_ else Act.CONFIRMATION
    if _PROMISES.search(said):
        return Act.PROMISE
    if _REFUSES.search(said) and certainty_of(sentence) in (Certainty.DECLINED, Certainty.NONE):
        return Act.REFUSAL
    return Act.REQUEST if _WANTED.search(said) else Act.STATEMENT
