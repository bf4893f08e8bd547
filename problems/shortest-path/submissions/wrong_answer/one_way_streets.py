class Solution:
    def shortestPath(self, n: int, edges: List[List[int]], source: int, target: int) -> int:
        graph = defaultdict(list)
        for a, b in edges:
            graph[a].append(b)
        level, steps, seen = [source], 0, {source}
        while level:
            if target in level:
                return steps
            level = list({v for u in level for v in graph[u] if v not in seen})
            seen.update(level)
            steps += 1
        return -1