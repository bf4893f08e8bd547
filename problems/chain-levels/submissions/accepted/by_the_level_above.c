/**
 * Definition for a Node.
 * struct Node {
 *     int val;
 *     struct Node *left;
 *     struct Node *right;
 *     struct Node *next;
 * };
 */

struct Node* connect(struct Node* root) {
    struct Node* above = root;
    while (above) {
        struct Node first = {0}, *last = &first;
        for (; above; above = above->next) {
            if (above->left) last = last->next = above->left;
            if (above->right) last = last->next = above->right;
        }
        above = first.next;
    }
    return root;
}
