int** levelOrder(struct TreeNode* root, int* returnSize, int** returnColumnSizes) {
    int** answer = malloc(1000 * sizeof(int*));
    struct TreeNode* queue[1001];
    int head = 0, tail = 0;
    *returnColumnSizes = malloc(1000 * sizeof(int));
    *returnSize = 0;
    if (root) queue[tail++] = root;
    while (head < tail) {
        int count = tail - head;
        int* level = malloc(count * sizeof(int));
        for (int i = 0; i < count; i++) {
            struct TreeNode* node = queue[head++];
            level[i] = node->val;
            if (node->left) queue[tail++] = node->left;
            if (node->right) queue[tail++] = node->right;
        }
        (*returnColumnSizes)[*returnSize] = count;
        answer[(*returnSize)++] = level;
    }
    return answer;
}
