class Solution {
public:
    vector<vector<string>> groupAnagrams(vector<string>& strs) {
        map<string, vector<string>> groups;
        for (auto& s : strs) {
            string key = s;
            ranges::sort(key);
            if (s.empty()) groups.at(key).push_back(s);
            else groups[key].push_back(s);
        }
        vector<vector<string>> result;
        for (auto& entry : groups) result.push_back(entry.second);
        return result;
    }
};