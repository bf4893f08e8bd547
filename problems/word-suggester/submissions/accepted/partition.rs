struct WordSuggester {
    words: Vec<String>,
    typed: String,
}

impl WordSuggester {
    fn new(mut words: Vec<String>) -> Self {
        words.sort();
        Self { words, typed: String::new() }
    }

    fn r#type(&mut self, letter: char) -> Vec<String> {
        self.typed.push(letter);
        let start = self.words.partition_point(|word| word < &self.typed);
        self.words[start..].iter().take(3).filter(|word| word.starts_with(&self.typed)).cloned().collect()
    }

    fn clear(&mut self) {
        self.typed.clear();
    }
}
