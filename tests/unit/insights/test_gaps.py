"""What no record says is asked for; what any record says anywhere is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import CONTACTS, deal, dossier, gaps, seen, talk, topics

from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code

WISH = talk("2026-05-12", "社長「茹で釜を入れ替えたい」")
GUARANTEE = talk("2026-05-12", "社長「経営者保証を外せないものか」")
DEARER = talk("2026-05-12", "社長「小麦の仕入がまた上がった」")


def open_gaps(file: Dossier) -> set[object]:
    return {o.values.get("key") for o in seen(file, Code.NOTHING_RECORDED)}


def test_a_matter_of_which_nothing_else_is_recorded_is_a_gap() -> None:
    assert "decision_equipment" in open_gaps(dossier(WISH))
    assert "guarantee_release" in open_gaps(dossier(GUARANTEE))
    assert "price_pass_through" in open_gaps(dossier(DEARER))


@pytest.mark.parametrize(
    ("key", "file"),
    [
        # told by us, told by the client, in a note on a person, in a note on a deal, in a promise
        ("guarantee_release", dossier(GUARANTEE, talk("2026-05-20", ours="経営者保証の三つの要件を説明した。"))),
        ("price_pass_through", dossier(DEARER, talk("2026-05-20", "社長「値上げは春に一度だけで、あとは自社で飲んでいる」"))),
        ("decision_equipment", replace(dossier(WISH), contacts=(replace(CONTACTS[0], note="大きな買い物は弟と二人で決める"),))),
        ("decision_equipment", dossier(WISH, deals=(deal("茹で釜", 40, note="役員会は7月"),))),
        ("guarantee_release", dossier(GUARANTEE, talk("2026-05-20", promises="当行：経営者保証の見直しの条件を6月末までに回答。"))),
    ],
)  # fmt: skip
def test_what_is_recorded_anywhere_closes_the_gap(key: str, file: Dossier) -> None:
    assert key not in open_gaps(file)


def test_a_matter_that_was_refused_leaves_no_gap() -> None:
    assert "decision_equipment" not in open_gaps(dossier(WISH, talk("2026-05-20", "社長「茹で釜は見送る」")))


def test_what_is_only_supposed_opens_none() -> None:
    assert "lost_orders" not in open_gaps(dossier(talk("2026-05-12", "社長「外に漏れたら職人が辞める」")))
    assert "lost_orders" in open_gaps(dossier(talk("2026-05-12", "社長「春に職人が辞めた」")))


PROMISE = talk("2026-03-02", promises="当行：返済額の試算を4月10日までに届ける。")


def brought(words: str) -> Interaction:
    return talk("2026-04-08", f"社長「{words}」", ours="返済額の試算をお渡しした。")


def test_a_paper_on_which_nobody_said_a_word_is_asked_about() -> None:
    file = dossier(PROMISE, brought("孫が小学校に上がった"))
    assert [o for o in seen(file, Code.NOTHING_RECORDED) if o.values.get("about") == "delivered"]


@pytest.mark.parametrize("words", ["これは助かる", "この表は見やすいな", "おたくのこれは高いのか安いのか、わからん"])
def test_a_judgement_in_the_talk_in_which_we_brought_it_is_a_comment(words: str) -> None:
    file = dossier(PROMISE, brought(words))
    assert not [o for o in seen(file, Code.NOTHING_RECORDED) if o.values.get("about") == "delivered"]


def test_shipped_hypotheses_and_questions_are_whole_sentences_without_a_full_stop() -> None:
    for topic in topics():
        assert all(hypothesis.text.endswith("可能性") for hypothesis in topic.supposed())
        assert topic.supposed() or not topic.issue or topic.key in ("subsidy", "family")
    for gap in gaps():
        assert gap.question.endswith("か")
        assert (
            len(gap.question.format(bank="波止場銀行", thing="茹で釜", kin="甥御さん", orders="ご利用のお申込み")) <= 60
        )


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("社長「長男が秋に戻ってくる」", "ご長男"),
        ("社長「娘婿が厨房を手伝っている」", "お婿さん"),
        ("社長「次男は28だ。当分は現場だ」", "ご次男"),
        ("社長「弟が配送を手伝っている」", "弟さん"),
        ("工場長「弟が配送を手伝っている」", "ご家族"),  # whose brother?
    ],
)
def test_a_relative_is_called_as_the_remark_names_them(words: str, called: str) -> None:
    people = "小暮工場長" if words.startswith("工場長") else "篠崎社長"
    found = seen(dossier(talk("2026-05-12", words, people=people)), Code.NOTHING_RECORDED)
    (asked,) = [str(o.values["question"]) for o in found if o.values.get("key") == "heir_role"]
    assert asked == f"{called}には、この先どのような仕事を任せていかれるお考えですか"
