from collections.abc import Mapping
from contextlib import AbstractContextManager

from accelerate.utils import CustomDtype
from torch import nn

def init_empty_weights() -> AbstractContextManager[None]: ...
def infer_auto_device_map(
    model: nn.Module,
    max_memory: Mapping[int | str, int],
    *,
    no_split_module_classes: list[str],
    special_dtypes: Mapping[str, CustomDtype] | None,
) -> dict[str, int | str]: ...
