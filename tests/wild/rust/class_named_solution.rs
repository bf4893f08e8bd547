/*
Input
["Solution", "longest", "add", "longest"]
[[["a", "bcd"]], [], ["efgh"], []]
Output
[null, "bcd", null, "efgh"]
*/
struct Solution {
    words: Vec<String>,
}

impl Solution {
    fn new(words: Vec<String>) -> Self {
        Self { words }
    }

    fn add(&mut self, word: String) {
        self.words.push(word);
    }

    fn longest(&self) -> String {
        self.words.iter().max_by_key(|word| word.len()).cloned().unwrap_or_default()
    }
}
