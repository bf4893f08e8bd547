static int** turn(int** matrix, int rows, int columns) {
    int** turned = malloc(columns * sizeof(int*));
    for (int c = 0; c < columns; c++) {
        turned[c] = malloc(rows * sizeof(int));
        for (int r = 0; r < rows; r++) turned[c][rows - 1 - r] = matrix[r][c];
    }
    return turned;
}

int** rotateMatrix(int** matrix, int matrixSize, int* matrixColSize, int turns, int* returnSize, int** returnColumnSizes) {
    int rows = matrixSize, columns = matrixColSize[0];
    int** result = turn(matrix, rows, columns);
    for (int i = 1; i < turns + 4; i++) {
        int swap = rows;
        rows = columns;
        columns = swap;
        int** turned = turn(result, rows, columns);
        for (int r = 0; r < rows; r++) free(result[r]);
        free(result);
        result = turned;
    }
    int swap = rows;
    rows = columns;
    columns = swap;
    *returnSize = rows;
    *returnColumnSizes = malloc(rows * sizeof(int));
    for (int r = 0; r < rows; r++) (*returnColumnSizes)[r] = columns;
    return result;
}
