/**
 * Definition for a Node.
 * struct Node {
 *     int val;
 *     int numChildren;
 *     struct Node** children;
 * };
 */

int** levelOrder(struct Node* root, int* returnSize, int** returnColumnSizes) {
    int** answer = malloc(1000 * sizeof(int*));
    struct Node** queue = malloc(1001 * sizeof(struct Node*));
    int head = 0, tail = 0;
    *returnColumnSizes = malloc(1000 * sizeof(int));
    *returnSize = 0;
    if (root) queue[tail++] = root;
    while (head < tail) {
        int count = tail - head;
        answer[*returnSize] = malloc(count * sizeof(int));
        for (int i = 0; i < count; i++) {
            struct Node* node = queue[head++];
            answer[*returnSize][i] = node->val;
            for (int k = 0; k < node->numChildren; k++) queue[tail++] = node->children[k];
        }
        (*returnColumnSizes)[(*returnSize)++] = count;
    }
    free(queue);
    return answer;
}
