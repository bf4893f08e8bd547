class Solution {
public:
    int shortestPath(int n, vector<vector<int>>& edges, int source, int target) {
        vector<set<int>> next(n);
        for (auto& e : edges) {
            next.at(e[0]).insert(e[1]);
            next.at(e[1]).insert(e[0]);
        }
        map<int, int> steps{{source, 0}};
        vector<int> order{source};
        for (size_t i = 0; i < order.size(); ++i) {
            for (int v : next[order[i]]) {
                if (steps.count(v)) continue;
                steps[v] = steps[order[i]] + 1;
                order.push_back(v);
            }
        }
        return steps.at(target);
    }
};
