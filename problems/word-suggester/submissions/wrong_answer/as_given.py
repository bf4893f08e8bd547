class WordSuggester:
    def __init__(self, words: List[str]):
        self.words = words
        self.typed = ""

    def type(self, letter: str) -> List[str]:
        self.typed += letter
        return [word for word in self.words if word.startswith(self.typed)][:3]

    def clear(self) -> None:
        self.typed = ""
