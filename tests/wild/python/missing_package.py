# Input: n = 1
# Output: 1
# wild: RE torch is not installed for the judge
import torch


class Solution:
    def same(self, n: int) -> int:
        return int(torch.tensor([n]).sum())
