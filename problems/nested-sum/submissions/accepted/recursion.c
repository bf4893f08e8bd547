/**
 * *********************************************************************
 * // This is the interface that allows for creating nested lists.
 * // You should not implement it, or speculate about its implementation
 * *********************************************************************
 */
static int sum(struct NestedInteger** items, int size, int depth) {
    int total = 0;
    for (int i = 0; i < size; i++)
        if (NestedIntegerIsInteger(items[i]))
            total += NestedIntegerGetInteger(items[i]) * depth;
        else
            total += sum(NestedIntegerGetList(items[i]), NestedIntegerGetListSize(items[i]), depth + 1);
    return total;
}

int depthSum(struct NestedInteger** nestedList, int nestedListSize) {
    return sum(nestedList, nestedListSize, 1);
}
