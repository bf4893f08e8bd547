class Solution {
    vector<vector<int>> next;
    vector<bool> on_path;
    int best = INT_MAX;

    void dfs(int u, int target, int steps) {
        if (u == target) {
            best = min(best, steps);
            return;
        }
        on_path[u] = true;
        for (int v : next[u]) {
            if (!on_path[v]) dfs(v, target, steps + 1);
        }
        on_path[u] = false;
    }

public:
    int shortestPath(int n, vector<vector<int>>& edges, int source, int target) {
        next.resize(n);
        on_path.resize(n);
        for (auto& e : edges) {
            next[e[0]].push_back(e[1]);
            next[e[1]].push_back(e[0]);
        }
        dfs(source, target, 0);
        return best == INT_MAX ? -1 : best;
    }
};