class WordSuggester:
    def __init__(self, words: List[str]):
        self.words = sorted(words)
        self.typed = ""

    def type(self, letter: str) -> List[str]:
        self.typed += letter
        start = bisect_left(self.words, self.typed)
        return [word for word in self.words[start : start + 3] if word.startswith(self.typed)]

    def clear(self) -> None:
        self.typed = ""
