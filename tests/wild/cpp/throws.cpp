// Input: n = 1
// Output: 1
// wild: RE uncaught exception std::out_of_range
class Solution {
public:
    int pick(int n) {
        vector<int> v(n);
        return v.at(n);
    }
};
