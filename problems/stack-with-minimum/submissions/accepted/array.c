typedef struct {
    int values[4000], smallest[4000];
    int size;
} MinStack;

MinStack* minStackCreate() {
    return calloc(1, sizeof(MinStack));
}

void minStackPush(MinStack* obj, int val) {
    int n = obj->size++;
    obj->values[n] = val;
    obj->smallest[n] = n > 0 && obj->smallest[n - 1] < val ? obj->smallest[n - 1] : val;
}

void minStackPop(MinStack* obj) {
    obj->size--;
}

int minStackTop(MinStack* obj) {
    return obj->values[obj->size - 1];
}

int minStackGetMin(MinStack* obj) {
    return obj->smallest[obj->size - 1];
}

void minStackFree(MinStack* obj) {
    free(obj);
}
