class Solution:
    def findOrder(self, numTasks: int, needs: List[List[int]]) -> List[int]:
        after = defaultdict(list)
        waits = [0] * numTasks
        for task, needed in needs:
            after[needed].append(task)
            waits[task] += 1
        order = deque(task for task in range(numTasks) if not waits[task])
        for _ in range(numTasks):
            if not order or len(order) <= _:
                break
            for task in after[order[_]]:
                waits[task] -= 1
                if not waits[task]:
                    order.append(task)
        return list(order)
