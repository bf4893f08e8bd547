typedef struct {
    int* numbers;
    int size;
} MedianFinder;

MedianFinder* medianFinderCreate() {
    MedianFinder* obj = malloc(sizeof(MedianFinder));
    obj->numbers = malloc(sizeof(int) * 5000);
    obj->size = 0;
    return obj;
}

void medianFinderAddNum(MedianFinder* obj, int num) {
    int i = obj->size++;
    for (; i > 0 && obj->numbers[i - 1] > num; i--) obj->numbers[i] = obj->numbers[i - 1];
    obj->numbers[i] = num;
}

double medianFinderFindMedian(MedianFinder* obj) {
    int n = obj->size;
    return (obj->numbers[(n - 1) / 2] + obj->numbers[n / 2]) / 2.0;
}

void medianFinderFree(MedianFinder* obj) {
    free(obj->numbers);
    free(obj);
}
