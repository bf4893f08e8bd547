// Templates that grow with two to the power of their depth.
template <int Depth, unsigned long long Path> struct Bomb {
    static constexpr unsigned long long value =
        Bomb<Depth - 1, 2 * Path>::value + Bomb<Depth - 1, 2 * Path + 1>::value;
};
template <unsigned long long Path> struct Bomb<0, Path> {
    static constexpr unsigned long long value = Path;
};

class Solution {
public:
    int attack(int n) { return n * int(Bomb<26, 1>::value); }
};
