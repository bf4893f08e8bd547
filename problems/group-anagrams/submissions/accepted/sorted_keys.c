struct entry {
    char* key;
    char* word;
};

static int by_letter(const void* a, const void* b) {
    return *(const char*)a - *(const char*)b;
}

static int by_key(const void* a, const void* b) {
    return strcmp(((const struct entry*)a)->key, ((const struct entry*)b)->key);
}

/**
 * Return an array of arrays of size *returnSize.
 * The sizes of the arrays are returned as *returnColumnSizes array.
 */
char*** groupAnagrams(char** strs, int strsSize, int* returnSize, int** returnColumnSizes) {
    struct entry* entries = malloc((strsSize + 1) * sizeof(struct entry));
    for (int i = 0; i < strsSize; i++) {
        entries[i].word = strs[i];
        entries[i].key = malloc(strlen(strs[i]) + 1);
        strcpy(entries[i].key, strs[i]);
        qsort(entries[i].key, strlen(strs[i]), 1, by_letter);
    }
    qsort(entries, strsSize, sizeof(struct entry), by_key);

    char*** groups = malloc((strsSize + 1) * sizeof(char**));
    *returnColumnSizes = malloc((strsSize + 1) * sizeof(int));
    *returnSize = 0;
    for (int i = 0, j; i < strsSize; i = j) {
        j = i;
        while (j < strsSize && strcmp(entries[i].key, entries[j].key) == 0) j++;
        char** group = malloc((j - i) * sizeof(char*));
        for (int k = i; k < j; k++) {
            group[k - i] = malloc(strlen(entries[k].word) + 1);
            strcpy(group[k - i], entries[k].word);
        }
        groups[*returnSize] = group;
        (*returnColumnSizes)[(*returnSize)++] = j - i;
    }
    for (int i = 0; i < strsSize; i++) free(entries[i].key);
    free(entries);
    return groups;
}