"""Whether a sentence tells what somebody did, said, decided or received, by its form alone: then it is a fact, whatever it is filed as."""

from __future__ import annotations

from bankrm.language.patterns import pattern
from bankrm.language.speech import HONORIFICS, ROLES

_QUOTE = pattern(r"「[^」]*」")
_ASIDE = pattern(r"[（(][^（）()]*[）)]")
_ASKS = pattern(r"(?:か|かどうか|かね|かな)[?？]?$|[?？]$")
_CLAUSE_OF_CASE = pattern(r"^.*(?:なら|たら|れば|場合は?|ときは?|時は|際は?|ように|よう)、?")
_WITHIN = pattern(r"^.*か(?:どうか)?(?:を|、|は|が)")  # a question within: 社長がどうお考えかを伺う
_VIEW = pattern(r"(?:可能性|かもしれ|だろう|でしょう|おそれ|恐れ|見立て|と見[るえ]|思われ|考えられ)")
_SUBJECT = pattern(
    rf"(?:{ROLES}|先方|当行|弊行|当社|同社|お客[様さま]+|取引先|銀行|{HONORIFICS.replace('|氏|殿|君', '')})(?:側|ご自身|たち|ら)?[はも](?!なく)"
)
_HAPPENED = pattern(
    r"(?:た|済|済み|とのこと|という|由|そう|模様|意向|つもり|内諾|(?:記録|受領|回答|返事|連絡|言及)(?:が|は|も)?(?:ない|なし|無い|ありません))"
    r"(?:だ|です|である|よう|らしい)?$"
)
_STANDS = pattern(
    r"(?:決め|決まっ|決定し|決心し|決断し|言っ|話し|述べ|伝え|約束し|考え|望ん|希望し|要望し|受け取っ|受領し|もらっ|いただい|預かっ|合意し|同意し|了承し|承諾し|納得し|断っ|"
    r"求め|頼ん|依頼し|検討し|予定し|反対し|賛成し|乗り気になっ|見送っ|あきらめ|諦め|届い|出し|渡し|聞い|伺っ|申し出|保留し|前向きになっ)"
    r"[てで](?:いる|いない|います|いません|おる|おり|おります|おられる|おられます|いらっしゃる|くださる)(?:よう|そう|らしい)?(?:だ|です)?$"
)
_IN_PASSING = pattern(
    rf"(?:{ROLES}|先方|当行|お客[様さま]+)(?:側)?[がはも].*(?:決め|決定し|約束し|合意し|同意し|承諾し|了承し|納得し|断っ|言っ|話し|見送っ|受け取っ)(?:た|て[いお])"
)  # 社長が出すと決めたことを踏まえ、時期を伺う
_OWN_STEP = pattern(
    r"(?:伺う|聞く|尋ねる|確かめる|確認する|お?伝え(?:る|する)|お?渡[しす](?:する)?|相談する|提案する|持参する|届ける|用意する|おわびする|決める)$"
)


def asks(sentence: str) -> bool:
    """Whether it is a question."""
    return bool(_ASKS.search(_bare(sentence)))


def is_own_step(sentence: str) -> bool:
    """Whether it names a step that we are about to take (…を伺う), and tells nothing that happened."""
    return bool(_OWN_STEP.search(_bare(sentence))) and not tells(sentence)


def tells(sentence: str) -> bool:
    """Whether it tells of the client or the bank what was done, said, decided, promised or received; a question, a view
    (…の可能性) and a step to be taken (…を伺う) do not."""
    main = _bare(sentence)
    if _ASKS.search(main):
        return False
    main = _WITHIN.sub("", _CLAUSE_OF_CASE.sub("", main))
    if _IN_PASSING.search(main) or _STANDS.search(main) or _HAPPENED.search(main):
        return True
    return bool(_SUBJECT.search(main)) and not _VIEW.search(main)


def _bare(sentence: str) -> str:
    """Without quotations, asides and the marks at its end."""
    return _ASIDE.sub("", _QUOTE.sub("「」", sentence)).strip().rstrip("。.!！ 　")


def quotations(sentence: str) -> tuple[str, ...]:
    """The words it puts between 「」, without the mark at their end."""
    return tuple(found.strip("「」").rstrip("。") for found in _QUOTE.findall(sentence))
