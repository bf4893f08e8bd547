class Solution:
    def findOrder(self, numTasks: int, needs: List[List[int]]) -> List[int]:
        after = defaultdict(list)
        waits = [0] * numTasks
        for task, needed in needs:
            after[needed].append(task)
            waits[task] += 1
        free = [task for task in range(numTasks) if not waits[task]]
        order = []
        while free:
            order.append(free.pop())
            for task in after[order[-1]]:
                waits[task] -= 1
                if not waits[task]:
                    free.append(task)
        return order if len(order) == numTasks else []
