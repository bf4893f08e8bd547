# """
# This is the interface that allows for creating nested lists.
# You should not implement it, or speculate about its implementation
# """
class Solution:
    def depthSum(self, nestedList: List[NestedInteger]) -> int:
        def total(items, depth):
            return sum(
                item.getInteger() * depth if item.isInteger() else total(item.getList(), depth + 1)
                for item in items
            )

        return total(nestedList, 1)
