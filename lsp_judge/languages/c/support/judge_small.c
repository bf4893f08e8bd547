/* Memory for small modules: a tenth of the C library's allocator. Sizes are powers of two, each
 * with a list of what was freed, so that both ways take the same time whatever was done before;
 * beyond a page they are what was asked for, and the list is searched. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define JUDGE_PAGE 65536u
#define JUDGE_CLASSES 32u

/* Before each block; 16 bytes keep what follows aligned for every type. */
typedef struct judge_header {
    _Alignas(16) struct judge_header *next;
    size_t room;
} judge_header;

extern unsigned char __heap_base;
static judge_header *judge_free_lists[JUDGE_CLASSES];
static uintptr_t judge_top;

/* The class whose blocks all have `room` bytes or more. */
static unsigned judge_class(size_t room)
{
    return room <= 16 ? 4 : 32 - (unsigned)__builtin_clz((unsigned)room - 1);
}

static judge_header *judge_fresh(size_t room)
{
    if (judge_top == 0)
        judge_top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    uint64_t end = (uint64_t)judge_top + sizeof(judge_header) + room;
    uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) * JUDGE_PAGE;
    if (end > UINT32_MAX)
        return NULL;
    if (end > have) {
        size_t pages = (size_t)((end - have + JUDGE_PAGE - 1) / JUDGE_PAGE);
        if (__builtin_wasm_memory_grow(0, pages) == SIZE_MAX)
            return NULL;
    }
    judge_header *made = (judge_header *)judge_top;
    judge_top = (uintptr_t)end;
    made->room = room;
    return made;
}

void *malloc(size_t size)
{
    if (size > PTRDIFF_MAX)
        return NULL;
    unsigned class = judge_class(size);
    judge_header **list = &judge_free_lists[class];
    /* Blocks beyond a page are as long as was asked for, to the next 16 bytes. */
    size_t room = class <= 16 ? (size_t)1 << class : (size + 15) & ~(size_t)15;
    while (*list != NULL && (*list)->room < room)
        list = &(*list)->next;
    judge_header *found = *list;
    if (found != NULL)
        *list = found->next;
    else
        found = judge_fresh(room);
    return found != NULL ? found + 1 : NULL;
}

void free(void *block)
{
    if (block == NULL)
        return;
    judge_header *freed = (judge_header *)block - 1;
    judge_header **list = &judge_free_lists[judge_class(freed->room)];
    freed->next = *list;
    *list = freed;
}

void *calloc(size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        return NULL;
    void *made = malloc(bytes);
    /* Memory that was freed before holds what it held. */
    return made != NULL ? memset(made, 0, bytes) : NULL;
}

void *realloc(void *block, size_t size)
{
    if (block == NULL)
        return malloc(size);
    size_t room = ((judge_header *)block - 1)->room;
    if (size <= room)
        return block;
    void *made = malloc(size);
    if (made != NULL) {
        memcpy(made, block, room);
        free(block);
    }
    return made;
}
