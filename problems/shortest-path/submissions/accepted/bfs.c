int shortestPath(int n, int** edges, int edgesSize, int* edgesColSize, int source, int target) {
    int* head = malloc(n * sizeof(int));
    int* link = malloc((2 * edgesSize + 1) * sizeof(int));
    int* to = malloc((2 * edgesSize + 1) * sizeof(int));
    int* distance = malloc(n * sizeof(int));
    int* queue = malloc(n * sizeof(int));
    for (int i = 0; i < n; i++) head[i] = distance[i] = -1;
    for (int i = 0; i < 2 * edgesSize; i++) {
        int from = edges[i / 2][i % 2];
        to[i] = edges[i / 2][1 - i % 2];
        link[i] = head[from];
        head[from] = i;
    }
    int first = 0, last = 0;
    queue[last++] = source;
    distance[source] = 0;
    while (first < last) {
        int u = queue[first++];
        for (int e = head[u]; e >= 0; e = link[e]) {
            if (distance[to[e]] < 0) {
                distance[to[e]] = distance[u] + 1;
                queue[last++] = to[e];
            }
        }
    }
    int answer = distance[target];
    free(head);
    free(link);
    free(to);
    free(distance);
    free(queue);
    return answer;
}