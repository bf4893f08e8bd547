class Solution {
public:
    vector<int> findOrder(int numTasks, vector<vector<int>>& needs) {
        vector<vector<int>> after(numTasks);
        vector<int> waits(numTasks), order;
        for (auto& pair : needs) after[pair[0]].push_back(pair[1]), waits[pair[1]]++;
        for (int i = 0; i < numTasks; i++)
            if (!waits[i]) order.push_back(i);
        for (size_t i = 0; i < order.size(); i++)
            for (int next : after[order[i]])
                if (!--waits[next]) order.push_back(next);
        if ((int)order.size() < numTasks) return {};
        return order;
    }
};
