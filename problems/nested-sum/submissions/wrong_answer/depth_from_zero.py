class Solution:
    def depthSum(self, nestedList: List[NestedInteger]) -> int:
        answer, queue = 0, [(item, 0) for item in nestedList]
        for item, depth in queue:
            if item.isInteger():
                answer += item.getInteger() * depth
            else:
                queue.extend((each, depth + 1) for each in item.getList())
        return answer
