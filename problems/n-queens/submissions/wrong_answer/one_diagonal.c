int n_, count_;

void place(int row, int columns, int diagonal) {
    if (row == n_) {
        count_++;
        return;
    }
    for (int c = 0; c < n_; c++) {
        if (columns >> c & 1 || diagonal >> (row + c) & 1) continue;
        place(row + 1, columns | 1 << c, diagonal | 1 << (row + c));
    }
}

int totalNQueens(int n) {
    n_ = n;
    count_ = 0;
    place(0, 0, 0);
    return count_;
}