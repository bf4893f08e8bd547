static void quicksort(int* a, int lo, int hi) {
    while (lo < hi) {
        int pivot = a[lo + (hi - lo) / 2], i = lo - 1, j = hi + 1;
        for (;;) {
            do i++; while (a[i] < pivot);
            do j--; while (a[j] > pivot);
            if (i >= j) break;
            int swap = a[i];
            a[i] = a[j];
            a[j] = swap;
        }
        if (j - lo < hi - j) {
            quicksort(a, lo, j);
            lo = j + 1;
        } else {
            quicksort(a, j + 1, hi);
            hi = j;
        }
    }
}

/* The answer is a copy: the caller frees it and keeps its own array. */
int* sortArray(int* nums, int numsSize, int* returnSize) {
    int* answer = malloc((numsSize ? numsSize : 1) * sizeof(int));
    for (int i = 0; i < numsSize; i++) answer[i] = nums[i];
    quicksort(answer, 0, numsSize - 1);
    *returnSize = numsSize;
    return answer;
}