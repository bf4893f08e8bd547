void setZeroes(int** matrix, int matrixSize, int* matrixColSize) {
    int n = matrixColSize[0];
    bool rows[matrixSize], columns[n];
    memset(rows, 0, sizeof(rows));
    memset(columns, 0, sizeof(columns));
    for (int i = 0; i < matrixSize; i++)
        for (int j = 0; j < n; j++)
            if (!matrix[i][j]) rows[i] = columns[j] = true;
    for (int i = 0; i < matrixSize; i++)
        for (int j = 0; j < n; j++)
            if (rows[i] || columns[j]) matrix[i][j] = 0;
}
