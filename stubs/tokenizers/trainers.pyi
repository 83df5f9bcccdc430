class BpeTrainer:
    def __init__(
        self, *, vocab_size: int, special_tokens: list[str], initial_alphabet: list[str], show_progress: bool
    ) -> None: ...
