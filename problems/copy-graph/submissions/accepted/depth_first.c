/**
 * Definition for a Node.
 * struct Node {
 *     int val;
 *     int numNeighbors;
 *     struct Node** neighbors;
 * };
 */

static struct Node* copies[101];

static struct Node* copy(struct Node* s) {
    if (copies[s->val]) return copies[s->val];
    struct Node* made = malloc(sizeof(struct Node));
    copies[s->val] = made;
    made->val = s->val;
    made->numNeighbors = s->numNeighbors;
    made->neighbors = malloc(s->numNeighbors * sizeof(struct Node*));
    for (int i = 0; i < s->numNeighbors; i++) made->neighbors[i] = copy(s->neighbors[i]);
    return made;
}

struct Node *cloneGraph(struct Node *s) {
    memset(copies, 0, sizeof(copies));
    return s ? copy(s) : NULL;
}
