// Input: n = 1
// Output: 7
class Solution {
public:
    int pick(int n) {
        try {
            throw runtime_error("seven");
        } catch (const exception& error) {
            return string(error.what()) == "seven" ? 7 * n : 0;
        }
    }
};
