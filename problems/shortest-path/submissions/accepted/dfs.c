static int** graph;
static int* degree;
static int* best;

static void visit(int u, int steps) {
    if (steps >= best[u]) return;
    best[u] = steps;
    for (int i = 0; i < degree[u]; i++) visit(graph[u][i], steps + 1);
}

int shortestPath(int n, int** edges, int edgesSize, int* edgesColSize, int source, int target) {
    graph = calloc(n, sizeof(int*));
    degree = calloc(n, sizeof(int));
    best = calloc(n, sizeof(int));
    for (int i = 0; i < n; i++) {
        graph[i] = malloc((2 * edgesSize + 1) * sizeof(int));
        best[i] = n;
    }
    for (int i = 0; i < edgesSize; i++) {
        int a = edges[i][0], b = edges[i][1];
        graph[a][degree[a]++] = b;
        graph[b][degree[b]++] = a;
    }
    visit(source, 0);
    int answer = best[target] == n ? -1 : best[target];
    for (int i = 0; i < n; i++) free(graph[i]);
    free(graph);
    free(degree);
    free(best);
    return answer;
}
