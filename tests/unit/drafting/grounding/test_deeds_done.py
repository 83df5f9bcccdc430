"""That something was done, called off or is needed may not be added to what a record says."""

from __future__ import annotations

import pytest
from tests.pairs import found


@pytest.mark.parametrize(
    ("sound", "false", "words"),
    [
        ("変更契約は判子待ちだという。", "変更契約書に押印した。", "延ばす話で、変更契約の判子待ちだ"),
        ("改装は保留にするとのこと。", "改装は中止した。", "改装は、いったん保留にする"),
        (
            "潮見銀行には断りの電話を入れた。",
            "潮見銀行から断られた。",
            "潮見銀行さんには、もうお断りの電話を入れました",
        ),
        ("床は補強しないと持たないとのこと。", "床の補強は不要。", "床は補強しないと持たない"),
        ("夜勤を組めない日がある。", "夜勤はいつも組めない。", "夜勤を組めない日がある"),
    ],
)
def test_what_was_only_spoken_of_is_not_told_as_done(sound: str, false: str, words: str) -> None:
    record = f"2026-11-05 訪問 楡井社長: {words}"
    assert found(sound, record, speaker="楡井社長") == {"supported"}
    assert "supported" not in found(false, record, speaker="楡井社長")
