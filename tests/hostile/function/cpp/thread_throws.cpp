// Throws in a thread of its own, where nobody can catch.
#include <stdexcept>
#include <thread>

class Solution {
public:
    int attack(int n) {
        if (n) std::thread([] { throw std::runtime_error("thrown in a thread"); }).join();
        return 0;
    }
};
