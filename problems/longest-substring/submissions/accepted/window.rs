impl Solution {
    pub fn length_of_longest_substring(s: String) -> i32 {
        let mut last = [0usize; 256];
        let (mut start, mut best) = (0, 0);
        for (i, byte) in s.bytes().enumerate() {
            start = start.max(last[byte as usize]);
            last[byte as usize] = i + 1;
            best = best.max(i + 1 - start);
        }
        best as i32
    }
}
