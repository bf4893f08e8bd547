impl Solution {
    pub fn is_valid(s: String) -> bool {
        let mut open = vec![];
        for c in s.chars() {
            match c {
                '(' => open.push(')'),
                '[' => open.push(']'),
                '{' => open.push('}'),
                _ if open.pop() != Some(c) => return false,
                _ => {}
            }
        }
        open.is_empty()
    }
}
