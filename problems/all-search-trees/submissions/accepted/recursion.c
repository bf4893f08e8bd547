static struct TreeNode* make(int val, struct TreeNode* left, struct TreeNode* right) {
    struct TreeNode* node = malloc(sizeof(struct TreeNode));
    *node = (struct TreeNode){val, left, right};
    return node;
}

static struct TreeNode** trees(int low, int high, int* size) {
    struct TreeNode** all = malloc(2000 * sizeof(struct TreeNode*));
    *size = 0;
    if (low > high) {
        all[(*size)++] = NULL;
        return all;
    }
    for (int i = low; i <= high; i++) {
        int a, b;
        struct TreeNode** left = trees(low, i - 1, &a);
        struct TreeNode** right = trees(i + 1, high, &b);
        for (int j = 0; j < a; j++)
            for (int k = 0; k < b; k++) all[(*size)++] = make(i, left[j], right[k]);
        free(left);
        free(right);
    }
    return all;
}

struct TreeNode** generateTrees(int n, int* returnSize) {
    return trees(1, n, returnSize);
}
