/**
 * Note: The returned array must be malloced, assume caller calls free().
 */
// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
struct entry {
    int key;
    int index;
    UT_hash_handle hh;
};

int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
    struct entry *table = NULL, *found = NULL;
    for (int i = 0; i < numsSize; i++) {
        int wanted = target - nums[i];
        HASH_FIND_INT(table, &wanted, found);
        if (found) {
            int* answer = malloc(2 * sizeof(int));
            answer[0] = found->index;
            answer[1] = i;
            *returnSize = 2;
            return answer;
        }
        struct entry* made = malloc(sizeof(struct entry));
        made->key = nums[i];
        made->index = i;
        HASH_ADD_INT(table, key, made);
    }
    *returnSize = 0;
    return NULL;
}
