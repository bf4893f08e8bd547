// Input: root = [4,2,6,1,3], p = 3
// Output: 3
/*
 * struct Node {
 *     int val;
 *     struct Node *left, *right;
 *     struct Node *parent;
 * };
 */
int depth(struct Node* p) {
    int steps = 0;
    for (; p; p = p->parent) ++steps;
    return steps;
}
