# Input: url = "https://leetcode.com/problems/design-tinyurl"
# Output: "https://leetcode.com/problems/design-tinyurl"
class Codec:
    def __init__(self):
        self.known = []

    def encode(self, longUrl: str) -> str:
        self.known.append(longUrl)
        return str(len(self.known) - 1)

    def decode(self, shortUrl: str) -> str:
        return self.known[int(shortUrl)]
