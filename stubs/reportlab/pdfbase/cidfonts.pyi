# ruff: noqa: N803, N815 (names of the library)
class UnicodeCIDFont:
    fontName: str
    def __init__(self, face: str, isVertical: bool = ..., isHalfWidth: bool = ...) -> None: ...
