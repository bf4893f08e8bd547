// The hash of a text, as people write it who know that their build wraps.
// wild: AC The answers are right where arithmetic wraps
//
// Input: text = "overflowing"
// Output: -1493961313
// Input: text = "a"
// Output: 3104
impl Solution {
    pub fn hash_of(text: String) -> i32 {
        let mut hash = 97;
        for byte in text.bytes() {
            hash = hash * 31 + (byte as i32);
        }
        hash
    }
}
