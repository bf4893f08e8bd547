// Input: grid = [[1,2],[3,4]], n = 2
// Output: [[2,4],[6,8]]
int** scaled(int** grid, int gridRowSize, int gridColSize, int n, int** columnSizes, int* returnSize) {
    *columnSizes = malloc(sizeof(int) * gridRowSize);
    for (int i = 0; i < gridRowSize; i++) {
        (*columnSizes)[i] = gridColSize;
        for (int j = 0; j < gridColSize; j++) grid[i][j] *= n;
    }
    *returnSize = gridRowSize;
    return grid;
}
