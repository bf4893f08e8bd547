struct Sets {
    vector<int> parent, size;

    explicit Sets(int n) : parent(n), size(n, 1) { iota(parent.begin(), parent.end(), 0); }

    int find(int x) { return parent[x] == x ? x : parent[x] = find(parent[x]); }

    void unite(int a, int b) {
        a = find(a);
        b = find(b);
        if (a == b) return;
        if (size[a] < size[b]) swap(a, b);
        parent[b] = a;
        size[a] += size[b];
    }
};

class Solution {
public:
    char largestRegion(vector<vector<char>>& grid) {
        int rows = grid.size(), columns = grid[0].size();
        Sets sets(rows * columns);
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) {
                if (r && grid[r][c] == grid[r - 1][c]) sets.unite(r * columns + c, (r - 1) * columns + c);
                if (c && grid[r][c] == grid[r][c - 1]) sets.unite(r * columns + c, r * columns + c - 1);
            }
        }
        pair<int, char> best{0, '.'};
        for (int i = 0; i < rows * columns; ++i) {
            char letter = grid[i / columns][i % columns];
            if (letter != '.') best = min(best, {-sets.size[sets.find(i)], letter});
        }
        return best.second;
    }
};