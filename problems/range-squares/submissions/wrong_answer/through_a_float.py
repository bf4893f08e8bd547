class Solution:
    def rangeSquares(self, values: List[int], queries: List[List[int]], offset: int) -> List[int]:
        answers = []
        for left, right in queries:
            total = float(offset)
            for v in values[left : right + 1]:
                total += v**2
            answers.append(int(total))
        return answers