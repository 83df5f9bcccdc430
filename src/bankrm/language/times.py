"""Times of day: 14時, 午後2時半, 14:00, 2:00PM, 正午; as text `14:00`."""

from __future__ import annotations

import re

from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.scene import Reading, Scene, about, one

_HALF_DAY = "午前|午後|AM|PM|am|pm|朝|夜|夕方|夕|昼|深夜|早朝|今朝|今夜"
_CLOCK = pattern(
    rf"(?P<half>{_HALF_DAY})?の? ?(?:(?P<h>[0-9]{{1,2}}) ?時(?![間点価代期給限短系差刻])(?:(?P<m30>半)|(?P<m>[0-9]{{1,2}}) ?分(?:(?P<s>[0-9]{{1,2}}) ?秒)?)?"
    r"|(?P<hc>[0-9]{1,2}):(?P<mc>[0-9]{2})(?::(?P<sc>[0-9]{2}))?(?![0-9:])(?: ?(?P<after>AM|PM|am|pm))?"
    r"|(?P<hk>[一二三四五六七八九]|十[一二]?)時(?![間点価代期給限短系的折])(?P<hk30>半)?)"
)
_NOON = pattern(r"正午")
_RANGE = pattern(r"(?P<h>[0-9]{1,2}) ?(?:~|-|から) ?(?=[0-9]{1,2} ?時(?!間))")
_KANJI_HOURS = {char: n for n, char in enumerate("一二三四五六七八九十", start=1)} | {"十一": 11, "十二": 12}
_AFTERNOON = ("午後", "PM", "pm", "夜", "夕方", "夕", "今夜")


def read_time(scene: Scene, pos: int) -> Reading | None:
    """A time of day; 25時 and 14時70分 are none. Kanji hours only after 午前 and the like (一時金 is no time)."""
    text = scene.text
    if noon := _NOON.match(text, pos):
        return one(pos, noon.end(), Kind.TIME, "12:00")
    if reading := _range(scene, pos):
        return reading
    match = _CLOCK.match(text, pos)
    if not match or (match["hk"] and not match["half"]):
        return None
    value = _value(match, _afternoon_before(scene, pos))
    return one(pos, match.end(), Kind.TIME, value, "", about(text, pos, match.end())) if value else Reading(match.end())


def _afternoon_before(scene: Scene, pos: int) -> int:
    """The hour of an afternoon time joined to this one: in 午後1時から3時 the second is 15:00 too."""
    last = scene.linked(pos)
    hour = int(str(last.value)[:2]) if last and last.kind is Kind.TIME else 0
    return hour if last and hour > 12 and scene.text[last.start] in "午PpM夜夕" else 0


def _value(match: re.Match[str], after: int = 0) -> str | None:
    hour = _KANJI_HOURS[match["hk"]] if match["hk"] else int(match["h"] or match["hc"])
    minute = 30 if match["m30"] or match["hk30"] else int(match["m"] or match["mc"] or 0)
    second = match["s"] or match["sc"]
    half = match["half"] or match["after"] or ""
    if (half in _AFTERNOON and hour < 12) or (half == "昼" and hour < 5):
        hour += 12
    if not half and hour + 12 > after > hour:
        hour += 12
    if half in ("午前", "AM", "am") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (second and int(second) > 59):
        return None
    return f"{hour:02}:{minute:02}" + (f":{int(second):02}" if second else "")


def _range(scene: Scene, pos: int) -> Reading | None:
    """14〜16時."""
    link = _RANGE.match(scene.text, pos)
    if not link or int(link["h"]) > 24:
        return None
    after = _CLOCK.match(scene.text, link.end())
    value = _value(after) if after else None
    if not after or not value:
        return None
    first = Quantity(pos, link.end("h"), Kind.TIME, f"{int(link['h']):02}:00", "")
    return Reading(after.end(), (first, Quantity(link.end(), after.end(), Kind.TIME, value, "")))
