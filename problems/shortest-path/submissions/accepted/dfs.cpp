class Solution {
    vector<vector<int>> next;
    vector<int> best;

    void dfs(int u, int steps) {
        if (steps >= best[u]) return;
        best[u] = steps;
        for (int v : next[u]) dfs(v, steps + 1);
    }

public:
    int shortestPath(int n, vector<vector<int>>& edges, int source, int target) {
        next.assign(n, {});
        best.assign(n, INT_MAX);
        for (auto& e : edges) {
            next[e[0]].push_back(e[1]);
            next[e[1]].push_back(e[0]);
        }
        dfs(source, 0);
        return best[target] == INT_MAX ? -1 : best[target];
    }
};