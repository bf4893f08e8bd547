bool searchMatrix(int** matrix, int matrixSize, int* matrixColSize, int target) {
    int row = matrixSize - 1, column = 0;
    while (row >= 0 && column < matrixColSize[row]) {
        if (matrix[row][column] == target) return true;
        if (matrix[row][column] > target) row--;
        else column++;
    }
    return false;
}