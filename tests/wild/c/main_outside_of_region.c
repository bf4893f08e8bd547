#include <stdio.h>
// @lc code=start
// Input: n = 00000000000000000000000000001011
// Output: 3
int hammingWeight(uint32_t n) {
    int count = 0;
    for (; n; n &= n - 1) count++;
    return count;
}
// @lc code=end
int main(void) { printf("%d\n", hammingWeight(11)); return 0; }
