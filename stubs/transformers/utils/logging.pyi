from collections.abc import Callable
from typing import Any

_Hook = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], Any]

def set_tqdm_hook(hook: _Hook | None) -> _Hook | None: ...
