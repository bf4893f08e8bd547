// Input: matrix = [[1,2],[3,4]], words = ["ab","c"]
// Output: [[1,3],[2,4],[2,1]]
#define max(a, b) ((a) > (b) ? (a) : (b))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
int** transpose(int** matrix, int matrixSize, int* matrixColSize, char** words, int wordsSize, int* returnSize, int** returnColumnSizes) {
    int columns = matrixColSize[0];
    int** answer = malloc(sizeof(int*) * (columns + 1));
    *returnColumnSizes = malloc(sizeof(int) * (columns + 1));
    for (int j = 0; j < columns; j++) {
        answer[j] = malloc(sizeof(int) * matrixSize);
        (*returnColumnSizes)[j] = matrixSize;
        for (int i = 0; i < matrixSize; i++) answer[j][i] = matrix[i][j];
    }
    answer[columns] = malloc(sizeof(int) * wordsSize);
    (*returnColumnSizes)[columns] = wordsSize;
    for (int i = 0; i < wordsSize; i++) answer[columns][i] = max((int)strlen(words[i]), MIN(0, 1));
    *returnSize = columns + 1;
    return answer;
}
