# Input: letters = ["b","a","b"]
# Output: Return 2, and the first 2 characters of the input array should be: ["a","b"]


class Solution:
    def unique(self, letters: List[str]) -> int:
        kept = sorted(set(letters))
        letters[: len(kept)] = kept
        return len(kept)
