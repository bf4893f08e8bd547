# Input: nums = [3,1,2,3], s = "ab"
# Output: [3,2,"ab",2]
class Solution:
    def helper(self, nums: List[int]) -> int:
        return len(nums)

    def _private(self, x):
        return x

    def mix(self, nums: List[int], s: str) -> List[Any]:
        counts = Counter(nums)
        d = defaultdict(list)
        q = deque(sorted(nums))
        heap = nums[:]
        heapify(heap)
        d[heappop(heap)].append(bisect_left(sorted(nums), 2))

        @cache
        def g(i: int) -> int:
            return inf if i < 0 else i

        pairs = [b - a for a, b in pairwise(q)]
        total = list(accumulate(pairs, initial=0))
        return [max(counts), max(total), "".join(s), g(counts[3])]
