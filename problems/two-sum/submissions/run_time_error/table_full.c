#include <stdio.h>
#include <stdlib.h>

#define SLOTS 64

int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
    int key[SLOTS], index[SLOTS], used = 0;
    int* answer = malloc(2 * sizeof(int));
    *returnSize = 2;
    for (int i = 0; i < numsSize; i++) {
        for (int k = 0; k < used; k++) {
            if (key[k] == target - nums[i]) {
                answer[0] = index[k];
                answer[1] = i;
                return answer;
            }
        }
        if (used == SLOTS) {
            fprintf(stderr, "more than %d different values\n", SLOTS);
            abort();
        }
        key[used] = nums[i];
        index[used++] = i;
    }
    *returnSize = 0;
    return answer;
}