class Solution {
    void quicksort(vector<int>& a, int lo, int hi) {
        while (lo < hi) {
            int pivot = a[lo + (hi - lo) / 2], i = lo - 1, j = hi + 1;
            while (true) {
                do ++i; while (a[i] < pivot);
                do --j; while (a[j] > pivot);
                if (i >= j) break;
                swap(a[i], a[j]);
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

public:
    vector<int> sortArray(vector<int>& nums) {
        quicksort(nums, 0, (int)nums.size() - 1);
        return nums;
    }
};
