/**
 * Return an array of arrays of size *returnSize.
 * The sizes of the arrays are returned as *returnColumnSizes array.
 */
int** rotateMatrix(int** matrix, int matrixSize, int* matrixColSize, int turns, int* returnSize, int** returnColumnSizes) {
    int rows = matrixSize, columns = matrixColSize[0];
    turns %= 4;
    int outRows = turns % 2 ? columns : rows, outColumns = turns % 2 ? rows : columns;
    int** result = malloc(outRows * sizeof(int*));
    *returnColumnSizes = malloc(outRows * sizeof(int));
    *returnSize = outRows;
    for (int r = 0; r < outRows; r++) {
        (*returnColumnSizes)[r] = outColumns;
        result[r] = malloc(outColumns * sizeof(int));
        for (int c = 0; c < outColumns; c++) {
            switch (turns) {
                case 0: result[r][c] = matrix[r][c]; break;
                case 1: result[r][c] = matrix[rows - 1 - c][r]; break;
                case 2: result[r][c] = matrix[rows - 1 - r][columns - 1 - c]; break;
                default: result[r][c] = matrix[c][columns - 1 - r];
            }
        }
    }
    return result;
}