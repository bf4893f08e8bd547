double* meanAndDeviation(double* values, int valuesSize, int* returnSize) {
    double sum = 0, squares = 0;
    for (int i = 0; i < valuesSize; i++) sum += values[i];
    double mean = sum / valuesSize;
    for (int i = 0; i < valuesSize; i++) squares += pow(values[i] - mean, 2);
    double* answer = malloc(2 * sizeof(double));
    answer[0] = mean;
    answer[1] = valuesSize > 1 ? sqrt(squares / (valuesSize - 1)) : 0;
    *returnSize = 2;
    return answer;
}