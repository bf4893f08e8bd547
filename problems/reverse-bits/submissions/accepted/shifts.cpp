class Solution {
public:
    uint32_t reverseBits(uint32_t n) {
        uint32_t answer = 0;
        for (int i = 0; i < 32; i++, n >>= 1) answer = answer << 1 | (n & 1);
        return answer;
    }
};
