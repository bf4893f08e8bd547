#[derive(Default)]
struct Trie {
    children: [Option<Box<Trie>>; 26],
    is_word: bool,
}

impl Trie {
    fn new() -> Self {
        Self::default()
    }

    fn insert(&mut self, word: String) {
        let mut node = self;
        for byte in word.bytes() {
            node = node.children[(byte - b'a') as usize].get_or_insert_with(Default::default);
        }
        node.is_word = true;
    }

    fn find(&self, text: &str) -> Option<&Trie> {
        let mut node = self;
        for byte in text.bytes() {
            node = node.children[(byte - b'a') as usize].as_deref()?;
        }
        Some(node)
    }

    fn search(&self, word: String) -> bool {
        self.find(&word).is_some_and(|node| node.is_word)
    }

    fn starts_with(&self, prefix: String) -> bool {
        self.find(&prefix).is_some()
    }
}
