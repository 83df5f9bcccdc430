"""Masking keys, as every store keeps them."""

from __future__ import annotations

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.drafting.privacy.masking import MaskingKey

_FIRST = MaskingKey({"〔人名1〕": "田辺", "〔社名1〕": "凪浜精機"})
_LATER = MaskingKey({**_FIRST.originals, "〔人名1-2〕": "田辺一郎", "〔人名2〕": "佐伯"})


def test_a_key_comes_back_with_its_tokens_in_their_order(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        work.masking_keys.put("D-1", _LATER)
        work.commit()
    with begin() as work:
        found = work.masking_keys.get("D-1")
        assert found == _LATER
        assert list(found.originals) == list(_LATER.originals)


def test_a_key_that_went_on_takes_the_place_of_the_earlier_one_of_its_name(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        work.masking_keys.put("D-1", _FIRST)
        work.masking_keys.put("D-2", _FIRST)
        work.commit()
    with begin() as work:
        assert work.masking_keys.claim("D-1") == _FIRST
        work.masking_keys.put("D-1", _LATER)
        work.commit()
    with begin() as work:
        assert (work.masking_keys.get("D-1"), work.masking_keys.get("D-2")) == (_LATER, _FIRST)


def test_what_is_not_committed_and_what_is_empty_is_no_key(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        work.masking_keys.put("D-1", _FIRST)
    with begin() as work:
        assert work.masking_keys.get("D-1") is None
        work.masking_keys.put("D-2", MaskingKey())
        work.commit()
    with begin() as work:
        assert work.masking_keys.get("D-2") is None
