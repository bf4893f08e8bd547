int* findOrder(int numTasks, int** needs, int needsSize, int* needsColSize, int* returnSize) {
    int* waits = calloc(numTasks, sizeof(int));
    int* order = malloc(numTasks * sizeof(int));
    int found = 0;
    for (int i = 0; i < needsSize; i++) waits[needs[i][0]]++;
    for (int i = 0; i < numTasks; i++)
        if (!waits[i]) order[found++] = i;
    for (int i = 0; i < found; i++)
        for (int k = 0; k < needsSize; k++)
            if (needs[k][1] == order[i] && --waits[needs[k][0]] == 0) order[found++] = needs[k][0];
    free(waits);
    *returnSize = found == numTasks ? found : 0;
    return order;
}
