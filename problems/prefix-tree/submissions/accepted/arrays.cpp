class Trie {
    struct Node {
        array<unique_ptr<Node>, 26> next;
        bool end = false;
    };
    unique_ptr<Node> root = make_unique<Node>();

    Node* walk(const string& text) {
        Node* node = root.get();
        for (char letter : text)
            if (!(node = node->next[letter - 'a'].get())) return nullptr;
        return node;
    }

public:
    Trie() {}
    void insert(string word) {
        Node* node = root.get();
        for (char letter : word) {
            auto& next = node->next[letter - 'a'];
            if (!next) next = make_unique<Node>();
            node = next.get();
        }
        node->end = true;
    }
    bool search(string word) {
        Node* node = walk(word);
        return node && node->end;
    }
    bool startsWith(string prefix) { return walk(prefix); }
};
