class MedianFinder {
public:
    multiset<int> numbers;
    multiset<int>::iterator middle;

    MedianFinder() { middle = numbers.end(); }

    void addNum(int num) {
        size_t size = numbers.size();
        numbers.insert(num);
        if (size == 0)
            middle = numbers.begin();
        else if (num < *middle)
            middle = size % 2 ? prev(middle) : middle;
        else
            middle = size % 2 ? middle : next(middle);
    }

    double findMedian() {
        if (numbers.size() % 2) return *middle;
        return ((double)*middle + *next(middle)) / 2;
    }
};
