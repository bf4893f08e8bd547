class Solution:
    def shortestPath(self, n: int, edges: List[List[int]], source: int, target: int) -> int:
        graph = [[] for _ in range(n)]
        for a, b in edges:
            graph[a].append(b)
            graph[b].append(a)
        best = [inf] * n
        stack = [(source, 0)]
        while stack:
            u, steps = stack.pop()
            if steps >= best[u]:
                continue
            best[u] = steps
            stack.extend((v, steps + 1) for v in graph[u] if steps + 1 < best[v])
        return best[target] if best[target] < inf else -1
