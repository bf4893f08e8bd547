// Input: prices = [5,3,9], k = 2
// Output: [3,5]
int descending(int* a, int* b) { return *b - *a; }

int* cheapest(int* prices, int pricesSize, int k, int* returnSize) {
    qsort(prices, pricesSize, sizeof(int), descending);
    int* found = calloc(k, sizeof(int));
    for (int i = 0; i < k; i++) found[i] = from_end(prices, pricesSize, i);
    *returnSize = k;
    return found;
}

int from_end(int* values, int size, int i) { return values[size - 1 - i]; }
