typedef struct {
    int capacity, size;
    int *keys, *values;
} LRUCache;


LRUCache* lRUCacheCreate(int capacity) {
    LRUCache* obj = malloc(sizeof(LRUCache));
    obj->capacity = capacity;
    obj->size = 0;
    obj->keys = malloc(sizeof(int) * (capacity + 1));
    obj->values = malloc(sizeof(int) * (capacity + 1));
    return obj;
}

static int find(LRUCache* obj, int key) {
    for (int i = obj->size - 1; i >= 0; i--)
        if (obj->keys[i] == key) return i;
    return -1;
}

static void removeAt(LRUCache* obj, int i) {
    obj->size--;
    memmove(obj->keys + i, obj->keys + i + 1, sizeof(int) * (obj->size - i));
    memmove(obj->values + i, obj->values + i + 1, sizeof(int) * (obj->size - i));
}

static void append(LRUCache* obj, int key, int value) {
    obj->keys[obj->size] = key;
    obj->values[obj->size++] = value;
}

int lRUCacheGet(LRUCache* obj, int key) {
    int i = find(obj, key);
    if (i < 0) return -1;
    int value = obj->values[i];
    removeAt(obj, i);
    append(obj, key, value);
    return value;
}

void lRUCachePut(LRUCache* obj, int key, int value) {
    int i = find(obj, key);
    if (i >= 0) removeAt(obj, i);
    append(obj, key, value);
    if (obj->size > obj->capacity) removeAt(obj, 0);
}

void lRUCacheFree(LRUCache* obj) {
    free(obj->keys);
    free(obj->values);
    free(obj);
}

/**
 * Your LRUCache struct will be instantiated and called as such:
 * LRUCache* obj = lRUCacheCreate(capacity);
 * int param_1 = lRUCacheGet(obj, key);
 */
