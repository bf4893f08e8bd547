class Trie:
    def __init__(self):
        self.words = set()

    def insert(self, word: str) -> None:
        self.words.update(word[:end] for end in range(1, len(word) + 1))

    def search(self, word: str) -> bool:
        return word in self.words

    def startsWith(self, prefix: str) -> bool:
        return prefix in self.words
