"""The gazetteer for masking, from resources/places (Japan Post's open data, packed by tools/open_places.py)."""

from __future__ import annotations

import lzma

from bankrm.adapters.system.resources import ResourceInvalid, Resources, ResourcesMissing
from bankrm.drafting.privacy.gazetteer import Gazetteer


def load_gazetteer(resources: Resources) -> Gazetteer:
    """Towns and firms. About 0.15 s: for whoever masks. Raises ResourcesMissing and ResourceInvalid."""
    return Gazetteer.parse(_unpacked(resources, "towns.tsv.xz"), _unpacked(resources, "firms.txt.xz"))


def _unpacked(resources: Resources, name: str) -> str:
    path = resources.path("places", name)
    try:
        return lzma.decompress(path.read_bytes()).decode("utf-8")
    except OSError as error:
        raise ResourcesMissing(path=str(path)) from error
    except (lzma.LZMAError, UnicodeDecodeError) as error:
        raise ResourceInvalid(path=str(path), reason="damaged") from error
