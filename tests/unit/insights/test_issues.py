"""Difficulties of the client's own, what weighs most, and complaints about us."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import DAY, TODAY, dossier, gaps, seen, talk, topics

from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code
from bankrm.insights.observe import observe
from bankrm.insights.topics import Topic
from bankrm.language.certainty import Certainty


def issues(*talks: object) -> list[object]:
    return [o.values["topic"] for o in seen(dossier(*talks), Code.ISSUE)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("板前が一人辞めて、土曜の宴会を断っている", "people"),
        ("小麦の仕入がまた上がった", "costs"),
        ("受注が読めないので、釜は様子を見る", "sales"),
        ("手元の資金が3千万円を割ると眠れない", "cash"),
        ("連休の予約は半分しか埋まっていません", "sales"),
    ],
)
def test_a_difficulty_is_of_the_topic_named_nearest_before_it(words: str, topic: str) -> None:
    assert issues(talk("2026-05-12", f"社長「{words}」"))[0] == topic


@pytest.mark.parametrize(
    "words",
    [
        "雨が続けば残業代が減って、若い衆ががっかりする",  # side talk, supposed
        "借入は毎月30万円ずつ減っています",  # a debt that goes down
        "売掛で回収が遅れそうな先はない",  # denied
        "職人の退職金はもう払った",  # done with
        "運転手が辞めたら困る",  # supposed
        "電気代は去年より減りました",
    ],
)
def test_what_is_supposed_denied_or_good_news_is_no_difficulty(words: str) -> None:
    assert issues(talk("2026-05-12", f"社長「{words}」")) == []


def supposed(*words: str) -> list[tuple[object, bool]]:
    """What is supposed from these words of one talk, and whether something speaks against it."""
    found = seen(dossier(talk("2026-05-12", "".join(f"社長「{said}」\n" for said in words))), Code.ISSUE)
    return [(o.values["hypothesis"], o.values["against"] is not None) for o in found]


@pytest.mark.parametrize(
    ("words", "hypothesis"),
    [
        ("送料が重くて、手元に利益は残らない", "送料の負担が重く、利益が削られている可能性"),
        ("上がった運賃を値段に乗せられない", "費用の上昇を価格に移し切れず、利益が削られている可能性"),
        ("小麦の仕入がまた上がった", "仕入の値上がりが、この先の採算に響いてくる可能性"),
        ("秋の注文は読めない", "注文の見通しが立たず、先の手を決めにくくなっている可能性"),
        ("売上はスーパー一社に頼りきりで危ない", "売り先が偏り、値段や条件を決めにくくなっている可能性"),
        ("注文が3割減った", "注文の落ち込みが、利益に響いている可能性"),
        ("売掛の回収が遅れ気味だ", "入金と支払の時期のずれが、資金の余裕を狭めている可能性"),
        ("手元の資金は月末がいつも不安だ", "手元の資金に余裕がなくなっている可能性"),
    ],
)
def test_only_what_the_words_themselves_state_is_supposed(words: str, hypothesis: str) -> None:
    assert supposed(words) == [(hypothesis, False)]


@pytest.mark.parametrize(
    "words",
    [
        "赤字の決算が出た年に賞与を増やすのはどうか",  # the day of something else
        "借換の期日は延ばしてもらえるんでしょう",  # a request to us
        "軽い車に替えると燃料は減るが、車両価格が上がる",  # the price of another thing
        "客数は減ったが、単価で埋めている",  # made up for in the same breath
    ],
)
def test_what_states_no_difficulty_of_the_topic_supposes_nothing(words: str) -> None:
    assert supposed(words) == []


def test_what_the_same_person_makes_up_for_in_the_next_sentence_is_no_issue() -> None:
    assert supposed("客数は1割減りました。客単価で補っています") == []
    assert supposed("客数は1割減りました", "客単価で補っています") == []
    assert supposed("客数は1割減りました。孫が生まれました")


def test_what_was_said_lately_comes_before_what_was_said_often_but_long_ago() -> None:
    often = [talk(day, "社長「職人が足りない」") for day in ("2025-03-03", "2025-06-02", "2025-09-01")]
    lately = talk("2026-06-01", "社長「小麦の仕入がまた上がった」")
    assert issues(*often, lately) == ["costs", "people"]


def test_a_dated_need_of_money_comes_first() -> None:
    hands = talk("2026-06-01", "社長「職人が足りない」")
    dated = talk("2026-05-12", "社長「7月10日の仕入の支払が480万円あって心配だ」")
    assert issues(dated, hands)[0] == "cash"


def test_a_topic_of_the_banks_own_counts() -> None:
    own = Topic("brand", "のれん", ("のれん分け",), "{thing}が進まない可能性")
    file = dossier(talk("2026-05-12", "社長「のれん分けの相手が見つからない」"))
    seen_issues = [
        o for o in observe(file, day=DAY, today=TODAY, topics=(*topics(), own), gaps=gaps()) if o.code is Code.ISSUE
    ]
    assert [o.values["hypothesis"] for o in seen_issues] == ["のれん分けが進まない可能性"]
    quiet = (replace(own, issue=False),)
    assert not [o for o in observe(file, day=DAY, today=TODAY, topics=quiet, gaps=()) if o.code is Code.ISSUE]


@pytest.mark.parametrize(
    "words",
    [
        "お返事が遅いのには困ります",
        "担当さんが替わるたびに同じ話をするのは骨が折れる",
        "おたくは決算のときしか来ない",
        "御行の資料には手数料が書いてありません",
    ],
)
def test_displeasure_about_us_is_a_complaint(words: str) -> None:
    assert seen(dossier(talk("2026-05-12", f"社長「{words}」")), Code.COMPLAINT)


@pytest.mark.parametrize(
    "words",
    [
        "荷主のところで待たされるのが一番腹が立つ",
        "残業が減って若い者ががっかりしている",
        "クレームの件数が半分になった",
        "得意先の返事が遅くて困る",
        "波止場銀行さんからはまだお返事がない",
        "催促ではないんですよ、お返事は来月でいい",
        "共済の査定員は来たが連絡がない",
    ],
)
def test_displeasure_about_others_is_none(words: str) -> None:
    assert not seen(dossier(talk("2026-05-12", f"社長「{words}」")), Code.COMPLAINT)


def test_anger_in_a_talk_in_which_we_apologised_is_about_us() -> None:
    words = "経理課長「社長は何も言いませんが、私は怒っています」"
    sorry = talk("2026-05-12", words, ours="証明書の日付の誤りをおわびした。", people="赤座経理課長")
    assert seen(dossier(sorry), Code.COMPLAINT)
    assert not seen(dossier(talk("2026-05-12", words, people="赤座経理課長")), Code.COMPLAINT)


def test_a_complaint_names_the_words_that_put_an_end_to_it() -> None:
    angry = talk("2026-05-12", "社長「お返事が遅いのには困る」")
    calm = talk("2026-05-20", "社長「この前の件は、もう終わりにしましょう」")
    (complaint,) = seen(dossier(angry, calm), Code.COMPLAINT)
    assert isinstance(complaint.values["settled_by"], Evidence)


def test_a_matter_names_the_wish_that_is_still_open() -> None:
    wish = talk("2026-02-03", "社長「茹で釜を入れ替えたい」")
    (matter,) = seen(dossier(wish), Code.MATTER)
    assert isinstance(matter.values["wish"], Evidence)
    (matter,) = seen(dossier(wish, talk("2026-05-12", "社長「茹で釜は見送る」")), Code.MATTER)
    assert matter.values["wish"] is None
    assert matter.values["certainties"] == (Certainty.NONE, Certainty.DECLINED)
    assert matter.values["as_said"] == (Certainty.WISHED, Certainty.DECLINED)


def test_what_another_is_said_to_want_is_no_stance_of_the_speaker() -> None:
    offer = talk("2026-05-12", "社長「隣の土地を譲りたいという話が来ている」")
    (matter,) = seen(dossier(offer), Code.MATTER)
    assert (matter.values["certainties"], matter.values["wish"]) == ((Certainty.NONE,), None)


@pytest.mark.parametrize(
    ("slack", "against"),
    [("客は去年より2％減りました", False), ("客は去年より2割減りました", True), ("先の仕事が読めない", True)],
)
def test_only_much_less_work_speaks_against_a_lack_of_hands(slack: str, against: bool) -> None:
    words = f"社長「夜の製造の人が足りない」\n社長「{slack}」"
    found = seen(dossier(talk("2026-05-12", words)), Code.ISSUE)
    (hands,) = (o for o in found if o.values["topic"] == "people")
    assert (hands.values["against"] is not None) is against
