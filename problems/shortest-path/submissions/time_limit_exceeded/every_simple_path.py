class Solution:
    def shortestPath(self, n: int, edges: List[List[int]], source: int, target: int) -> int:
        graph = defaultdict(set)
        for a, b in edges:
            graph[a].add(b)
            graph[b].add(a)

        best = inf
        stack = [(source, 0, {source})]
        while stack:
            u, steps, path = stack.pop()
            if u == target:
                best = min(best, steps)
                continue
            for v in graph[u] - path:
                stack.append((v, steps + 1, path | {v}))
        return -1 if best == inf else best