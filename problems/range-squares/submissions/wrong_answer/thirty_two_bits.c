long long* rangeSquares(int* values, int valuesSize, int** queries, int queriesSize, int* queriesColSize, long long offset, int* returnSize) {
    long long* answers = malloc((queriesSize + 1) * sizeof(long long));
    *returnSize = queriesSize;
    for (int q = 0; q < queriesSize; q++) {
        unsigned sum = 0;
        for (int i = queries[q][0]; i <= queries[q][1]; i++) sum += (unsigned)values[i] * (unsigned)values[i];
        answers[q] = offset + sum;
    }
    return answers;
}