/*
Input
["MyQueue","push","push","peek","pop","empty"]
[[],[1],[2],[],[],[]]
Output
[null,null,null,1,1,false]
*/
typedef struct {
    int items[100];
    int head, tail;
} MyQueue;

MyQueue* myQueueCreate() { return calloc(1, sizeof(MyQueue)); }

void myQueuePush(MyQueue* obj, int x) { obj->items[obj->tail++] = x; }

int myQueuePop(MyQueue* obj) { return obj->items[obj->head++]; }

int myQueuePeek(MyQueue* obj) { return obj->items[obj->head]; }

bool myQueueEmpty(MyQueue* obj) { return obj->head == obj->tail; }

void myQueueFree(MyQueue* obj) { free(obj); }
