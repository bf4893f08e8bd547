static bool in_row(const int* row, int n, int target) {
    int lo = 0, hi = n - 1;
    while (lo <= hi && target >= row[lo] && target <= row[hi]) {
        long long span = (long long)row[hi] - row[lo];
        int guess = lo + (int)(((long long)target - row[lo]) * (hi - lo) / span);
        if (row[guess] == target) return true;
        if (row[guess] < target) lo = guess + 1;
        else hi = guess - 1;
    }
    return false;
}

bool searchMatrix(int** matrix, int matrixSize, int* matrixColSize, int target) {
    for (int i = 0; i < matrixSize; i++) {
        if (in_row(matrix[i], matrixColSize[i], target)) return true;
    }
    return false;
}