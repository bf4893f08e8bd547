long long* rangeSquares(int* values, int valuesSize, int** queries, int queriesSize, int* queriesColSize, long long offset, int* returnSize) {
    long long* prefix = malloc((valuesSize + 1) * sizeof(long long));
    prefix[0] = 0;
    for (int i = 0; i < valuesSize; i++) prefix[i + 1] = prefix[i] + (long long)values[i] * values[i];
    long long* answers = malloc((queriesSize + 1) * sizeof(long long));
    for (int i = 0; i < queriesSize; i++) answers[i] = prefix[queries[i][1] + 1] - prefix[queries[i][0]] + offset;
    free(prefix);
    *returnSize = queriesSize;
    return answers;
}