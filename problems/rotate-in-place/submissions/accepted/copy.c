void rotate(int* nums, int numsSize, int k) {
    int* old = malloc(numsSize * sizeof(int));
    memcpy(old, nums, numsSize * sizeof(int));
    for (int i = 0; i < numsSize; i++) nums[(i + k) % numsSize] = old[i];
    free(old);
}
