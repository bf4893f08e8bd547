/**
 * Definition for a binary tree node.
 * struct TreeNode {
 *     int val;
 *     struct TreeNode *left;
 *     struct TreeNode *right;
 * };
 */
typedef struct {
    int values[1000];
    int size, at;
} BSTIterator;

static void walk(struct TreeNode* node, BSTIterator* obj) {
    if (!node) return;
    walk(node->left, obj);
    obj->values[obj->size++] = node->val;
    walk(node->right, obj);
}

BSTIterator* bSTIteratorCreate(struct TreeNode* root) {
    BSTIterator* obj = calloc(1, sizeof(BSTIterator));
    walk(root, obj);
    return obj;
}

int bSTIteratorNext(BSTIterator* obj) {
    return obj->values[obj->at++];
}

bool bSTIteratorHasNext(BSTIterator* obj) {
    return obj->at < obj->size;
}

void bSTIteratorFree(BSTIterator* obj) {
    free(obj);
}
