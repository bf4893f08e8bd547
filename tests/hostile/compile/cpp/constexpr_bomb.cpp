// A constant that takes the compiler for ever.
constexpr int forever(int n) { while (n > 0) { n = n + 1 > 1000 ? 1 : n + 1; } return n; }
constexpr int value = forever(1);

class Solution {
public:
    int attack(int n) { return n * value; }
};
