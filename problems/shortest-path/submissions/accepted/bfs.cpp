class Solution {
public:
    int shortestPath(int n, vector<vector<int>>& edges, int source, int target) {
        vector<vector<int>> next(n);
        for (auto& e : edges) {
            next[e[0]].push_back(e[1]);
            next[e[1]].push_back(e[0]);
        }
        vector<int> distance(n, -1);
        queue<int> q;
        distance[source] = 0;
        q.push(source);
        while (!q.empty()) {
            int u = q.front();
            q.pop();
            for (int v : next[u]) {
                if (distance[v] == -1) {
                    distance[v] = distance[u] + 1;
                    q.push(v);
                }
            }
        }
        return distance[target];
    }
};