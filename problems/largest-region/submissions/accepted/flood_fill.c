static int fill(char** grid, int rows, int* columns, int r, int c, char letter) {
    if (r < 0 || r >= rows || c < 0 || c >= columns[r] || grid[r][c] != letter) return 0;
    grid[r][c] = '.';
    return 1 + fill(grid, rows, columns, r - 1, c, letter) + fill(grid, rows, columns, r + 1, c, letter) +
           fill(grid, rows, columns, r, c - 1, letter) + fill(grid, rows, columns, r, c + 1, letter);
}

char largestRegion(char** grid, int gridSize, int* gridColSize) {
    char answer = '.';
    int best = 0;
    for (int r = 0; r < gridSize; r++) {
        for (int c = 0; c < gridColSize[r]; c++) {
            char letter = grid[r][c];
            if (letter == '.') continue;
            int size = fill(grid, gridSize, gridColSize, r, c, letter);
            if (size > best || (size == best && letter < answer)) {
                best = size;
                answer = letter;
            }
        }
    }
    return answer;
}