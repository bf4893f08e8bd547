class Solution {
public:
    void reverseString(vector<char>& s) {
        for (int i = 1, j = (int)s.size() - 2; i < j; i++, j--) swap(s[i], s[j]);
    }
};
