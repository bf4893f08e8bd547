class Solution {
    vector<vector<int>> needs;
    vector<int> state, order;

    bool visit(int task) {
        if (state[task]) return state[task] == 2;
        state[task] = 1;
        for (int needed : needs[task])
            if (!visit(needed)) return false;
        state[task] = 2;
        order.push_back(task);
        return true;
    }

public:
    vector<int> findOrder(int numTasks, vector<vector<int>>& pairs) {
        needs.resize(numTasks);
        state.resize(numTasks);
        for (auto& pair : pairs) needs[pair[0]].push_back(pair[1]);
        for (int task = numTasks - 1; task >= 0; task--)
            if (!visit(task)) return {};
        return order;
    }
};
