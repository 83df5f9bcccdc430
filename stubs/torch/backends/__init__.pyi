from torch.backends import cpu as cpu
