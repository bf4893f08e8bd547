/**
 * Definition for a Node.
 * struct Node {
 *     int val;
 *     struct Node *next;
 *     struct Node *random;
 * };
 */

typedef struct {
    struct Node* key;
    struct Node* copy;
    UT_hash_handle hh;
} Pair;

static struct Node* find(Pair* pairs, struct Node* key) {
    Pair* found = NULL;
    HASH_FIND_PTR(pairs, &key, found);
    return found ? found->copy : NULL;
}

struct Node* copyRandomList(struct Node* head) {
    Pair *pairs = NULL, *pair, *tmp;
    for (struct Node* node = head; node; node = node->next) {
        pair = malloc(sizeof(Pair));
        pair->key = node;
        pair->copy = calloc(1, sizeof(struct Node));
        pair->copy->val = node->val;
        HASH_ADD_PTR(pairs, key, pair);
    }
    HASH_ITER(hh, pairs, pair, tmp) {
        pair->copy->next = find(pairs, pair->key->next);
        pair->copy->random = find(pairs, pair->key->random);
    }
    struct Node* answer = find(pairs, head);
    HASH_ITER(hh, pairs, pair, tmp) {
        HASH_DEL(pairs, pair);
        free(pair);
    }
    return answer;
}
