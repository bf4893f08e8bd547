class Solution {
public:
    int lengthOfLongestSubstring(string s) {
        string window(1, s.at(0));
        size_t best = 1;
        for (size_t i = 1; i < s.size(); ++i) {
            size_t repeated = window.find(s[i]);
            if (repeated != string::npos) window.erase(0, repeated + 1);
            window += s[i];
            best = max(best, window.size());
        }
        return best;
    }
};