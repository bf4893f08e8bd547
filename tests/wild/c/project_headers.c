// Input: nums = [3,4]
// Output: 7
#include "../site.h"
#include "stdlib.h"

int sum(int* nums, int numsSize) {
    int total = 0;
    for (int i = 0; i < numsSize; i++) total += abs(nums[i]);
    return total;
}
