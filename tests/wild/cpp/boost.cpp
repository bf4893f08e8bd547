// Input: n = 1
// Output: 1
// wild: CE boost/multiprecision
#include <boost/multiprecision/cpp_int.hpp>
class Solution {
public:
    int same(int n) { return n; }
};
