from collections.abc import Callable
from typing import Any

def get_system_info() -> str: ...
def get_device_info() -> list[dict[str, Any]]: ...

BUILD_INFO: dict[str, Any]

class _Threads:
    n_threads: int

class _Model:
    path: str

class CommonParams:
    model: _Model
    cpuparams: _Threads
    cpuparams_batch: _Threads
    n_ctx: int
    n_batch: int
    n_ubatch: int
    n_parallel: int
    n_gpu_layers: int
    warmup: bool
    hostnames: list[str]
    port: int
    api_keys: list[str]
    ui: bool
    endpoint_slots: bool
    cache_ram_mib: int
    verbosity: int
    use_jinja: bool
    flash_attn_type: Any

class Server:
    listening_address: str
    def __init__(self, params: CommonParams) -> None: ...
    def handle_completions(
        self, request: dict[str, Any], callback: Callable[[dict[str, Any]], bool] | None = ...
    ) -> Any: ...
