from llguidance import LLTokenizer
from transformers import PreTrainedTokenizerBase

def from_tokenizer(hf_tokenizer: PreTrainedTokenizerBase, n_vocab: int, eos_token: list[int]) -> LLTokenizer: ...
