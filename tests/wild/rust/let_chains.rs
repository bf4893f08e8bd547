// Input: words = ["up","down","up"], limit = 2
// Output: 2
impl Solution {
    pub fn repeated(words: Vec<String>, limit: i32) -> i32 {
        let mut seen = HashMap::new();
        for word in &words {
            *seen.entry(word.as_str()).or_insert(0) += 1;
        }
        if let Some(&count) = seen.get("up")
            && count >= limit
        {
            return count;
        }
        0
    }
}
