typedef struct Trie {
    struct Trie* children[26];
    bool isEnd;
} Trie;

Trie* trieCreate() {
    return (Trie*)calloc(1, sizeof(Trie));
}

void trieInsert(Trie* obj, char* word) {
    for (; *word; word++) {
        int c = *word - 'a';
        if (obj->children[c] == NULL) obj->children[c] = trieCreate();
        obj = obj->children[c];
    }
    obj->isEnd = true;
}

bool trieSearch(Trie* obj, char* word) {
    while (obj && *word) obj = obj->children[*word++ - 'a'];
    return obj && obj->isEnd;
}

bool trieStartsWith(Trie* obj, char* prefix) {
    while (obj && *prefix) obj = obj->children[*prefix++ - 'a'];
    return obj != NULL;
}

void trieFree(Trie* obj) {
    for (int i = 0; i < 26; i++)
        if (obj->children[i]) trieFree(obj->children[i]);
    free(obj);
}
