int* sortArray(int* nums, int numsSize, int* returnSize) {
    for (int i = 0; i + 1 < numsSize; i++) {
        if (nums[i] > nums[i + 1]) {
            int swap = nums[i];
            nums[i] = nums[i + 1];
            nums[i + 1] = swap;
        }
    }
    int* answer = malloc((numsSize + 1) * sizeof(int));
    memcpy(answer, nums, numsSize * sizeof(int));
    *returnSize = numsSize;
    return answer;
}
