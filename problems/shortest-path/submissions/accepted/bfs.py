class Solution:
    def shortestPath(self, n: int, edges: List[List[int]], source: int, target: int) -> int:
        graph = defaultdict(list)
        for a, b in edges:
            graph[a].append(b)
            graph[b].append(a)
        queue = deque([(source, 0)])
        seen = {source}
        while queue:
            u, steps = queue.popleft()
            if u == target:
                return steps
            for v in graph[u]:
                if v not in seen:
                    seen.add(v)
                    queue.append((v, steps + 1))
        return -1