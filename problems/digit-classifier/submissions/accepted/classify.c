int classify(int* image, int imageSize, int** filters, int filtersSize, int* filtersColSize,
             int* filterBias, int filterBiasSize, int** weights, int weightsSize,
             int* weightsColSize, int* bias, int biasSize) {
    int seen[8 * 9];
    for (int f = 0; f < filtersSize; f++) {
        for (int square = 0; square < 9; square++) {
            int top = square / 3 * 2, left = square % 3 * 2, best = 0;
            for (int place = 0; place < 4; place++) {
                int sum = filterBias[f];
                int row = top + place / 2, column = left + place % 2;
                for (int i = 0; i < 9; i++)
                    sum += filters[f][i] * image[8 * (row + i / 3) + column + i % 3];
                if (sum > best) best = sum;
            }
            seen[f * 9 + square] = best / 64;
        }
    }
    int digit = 0, highest = INT_MIN;
    for (int d = 0; d < weightsSize; d++) {
        int score = bias[d];
        for (int i = 0; i < filtersSize * 9; i++) score += weights[d][i] * seen[i];
        if (score > highest) {
            highest = score;
            digit = d;
        }
    }
    return digit;
}
