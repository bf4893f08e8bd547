class Solution {
public:
    int lengthOfLongestSubstring(string s) {
        unordered_set<char> window;
        int best = 0, start = 0;
        for (int i = 0; i < (int)s.size(); ++i) {
            while (window.contains(s[i])) window.erase(s[start++]);
            window.insert(s[i]);
            best = max(best, i - start + 1);
        }
        return best;
    }
};