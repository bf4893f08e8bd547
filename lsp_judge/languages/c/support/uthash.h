/* A hash table for structs that carry a UT_hash_handle, by the macro names that C solutions on
 * practice sites use (uthash's documented interface). Written for this judge: elements stand in
 * the order of their insertion, and in chains by the hash of their key.
 */
#ifndef JUDGE_UTHASH_H
#define JUDGE_UTHASH_H

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef struct UT_hash_handle {
    struct UT_hash_table *tbl;
    void *prev;
    void *next;
    struct UT_hash_handle *chain;
    const void *key;
    unsigned keylen;
    unsigned hashv;
} UT_hash_handle;

typedef struct UT_hash_table {
    UT_hash_handle **buckets;
    unsigned num_buckets;
    unsigned num_items;
    ptrdiff_t hho; /* where the handle stands in an element */
    void *tail;
} UT_hash_table;

static inline unsigned judge_ut_hash(const void *key, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)key;
    unsigned hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ bytes[i]) * 16777619u;
    return hash ^ (hash >> 15);
}

static inline UT_hash_handle *judge_ut_handle(const UT_hash_table *table, void *element)
{
    return element ? (UT_hash_handle *)((char *)element + table->hho) : NULL;
}

static inline void *judge_ut_find(const UT_hash_table *table, const void *key, size_t length)
{
    unsigned hash = judge_ut_hash(key, length);
    UT_hash_handle *at = table->buckets[hash & (table->num_buckets - 1)];
    for (; at != NULL; at = at->chain)
        if (at->hashv == hash && at->keylen == length && memcmp(at->key, key, length) == 0)
            return (char *)at - table->hho;
    return NULL;
}

static inline void judge_ut_grow(UT_hash_table *table)
{
    unsigned count = table->num_buckets * 2;
    UT_hash_handle **buckets = (UT_hash_handle **)calloc(count, sizeof *buckets);
    if (buckets == NULL)
        return;
    for (unsigned i = 0; i < table->num_buckets; i++)
        for (UT_hash_handle *at = table->buckets[i], *next; at != NULL; at = next) {
            next = at->chain;
            at->chain = buckets[at->hashv & (count - 1)];
            buckets[at->hashv & (count - 1)] = at;
        }
    free(table->buckets);
    table->buckets = buckets;
    table->num_buckets = count;
}

static inline UT_hash_table *judge_ut_table(ptrdiff_t hho)
{
    UT_hash_table *table = (UT_hash_table *)calloc(1, sizeof *table);
    if (table == NULL)
        abort();
    table->num_buckets = 32;
    table->buckets = (UT_hash_handle **)calloc(table->num_buckets, sizeof *table->buckets);
    if (table->buckets == NULL)
        abort();
    table->hho = hho;
    return table;
}

/* Adds an element at the end; the head, which is the first element. */
static inline void *judge_ut_add(void *head, UT_hash_table *table, void *element,
                                 UT_hash_handle *handle, const void *key, size_t length)
{
    if (table == NULL)
        table = judge_ut_table((char *)handle - (char *)element);
    handle->tbl = table;
    handle->key = key;
    handle->keylen = (unsigned)length;
    handle->hashv = judge_ut_hash(key, length);
    handle->next = NULL;
    handle->prev = table->tail;
    if (table->tail != NULL)
        judge_ut_handle(table, table->tail)->next = element;
    table->tail = element;
    if (++table->num_items > table->num_buckets * 4)
        judge_ut_grow(table);
    UT_hash_handle **bucket = &table->buckets[handle->hashv & (table->num_buckets - 1)];
    handle->chain = *bucket;
    *bucket = handle;
    return head ? head : element;
}

static inline void judge_ut_free(UT_hash_table *table)
{
    free(table->buckets);
    free(table);
}

/* Takes an element out; the head that is left, NULL where the table is empty (and freed). */
static inline void *judge_ut_delete(void *head, UT_hash_handle *handle)
{
    UT_hash_table *table = handle->tbl;
    UT_hash_handle **at = &table->buckets[handle->hashv & (table->num_buckets - 1)];
    while (*at != handle)
        at = &(*at)->chain;
    *at = handle->chain;
    if (handle->prev != NULL)
        judge_ut_handle(table, handle->prev)->next = handle->next;
    else
        head = handle->next;
    if (handle->next != NULL)
        judge_ut_handle(table, handle->next)->prev = handle->prev;
    else
        table->tail = handle->prev;
    if (--table->num_items == 0)
        judge_ut_free(table);
    return head;
}

/* Merges two sorted chains of elements; earlier ones stay before equal later ones. */
static inline void *judge_ut_merge(UT_hash_table *table, void *a, void *b,
                                   int (*compare)(void *, void *))
{
    void *first = NULL, **last = &first;
    while (a != NULL && b != NULL) {
        void **from = compare(a, b) <= 0 ? &a : &b;
        *last = *from;
        last = &judge_ut_handle(table, *from)->next;
        *from = *last;
    }
    *last = a != NULL ? a : b;
    return first;
}

static inline void *judge_ut_sort_chain(UT_hash_table *table, void *head, unsigned count,
                                        int (*compare)(void *, void *))
{
    if (count < 2) {
        if (head != NULL)
            judge_ut_handle(table, head)->next = NULL;
        return head;
    }
    void *second = head;
    for (unsigned i = 0; i < count / 2; i++)
        second = judge_ut_handle(table, second)->next;
    void *right = judge_ut_sort_chain(table, second, count - count / 2, compare);
    void *left = judge_ut_sort_chain(table, head, count / 2, compare);
    return judge_ut_merge(table, left, right, compare);
}

static inline void *judge_ut_sort(void *head, UT_hash_table *table, int (*compare)(void *, void *))
{
    void *before = NULL;
    head = judge_ut_sort_chain(table, head, table->num_items, compare);
    for (void *at = head; at != NULL; at = judge_ut_handle(table, at)->next) {
        judge_ut_handle(table, at)->prev = before;
        before = at;
    }
    table->tail = before;
    return head;
}

#define HASH_FIND(hh, head, keyptr, length, out)                                                 \
    ((out) = (head) ? (__typeof__(out))judge_ut_find((head)->hh.tbl, (keyptr), (length)) : NULL)
#define HASH_ADD_KEYPTR(hh, head, keyptr, length, add)                                           \
    ((head) = (__typeof__(head))judge_ut_add((head), (head) ? (head)->hh.tbl : NULL, (add),      \
                                             &(add)->hh, (keyptr), (length)))
#define HASH_ADD(hh, head, field, length, add)                                                   \
    HASH_ADD_KEYPTR(hh, head, &((add)->field), length, add)
#define HASH_DELETE(hh, head, element)                                                           \
    ((head) = (__typeof__(head))judge_ut_delete((head), &(element)->hh))
#define HASH_REPLACE(hh, head, field, length, add, replaced)                                     \
    do {                                                                                         \
        HASH_FIND(hh, head, &((add)->field), length, replaced);                                  \
        if (replaced)                                                                            \
            HASH_DELETE(hh, head, replaced);                                                     \
        HASH_ADD(hh, head, field, length, add);                                                  \
    } while (0)
#define HASH_CLEAR(hh, head)                                                                     \
    do {                                                                                         \
        if (head)                                                                                \
            judge_ut_free((head)->hh.tbl);                                                       \
        (head) = NULL;                                                                           \
    } while (0)
#define HASH_CNT(hh, head) ((head) ? (head)->hh.tbl->num_items : 0u)
#define HASH_SRT(hh, head, compare)                                                              \
    do {                                                                                         \
        if (head)                                                                                \
            (head) = (__typeof__(head))judge_ut_sort((head), (head)->hh.tbl,                     \
                                                     (int (*)(void *, void *))(compare));        \
    } while (0)
#define HASH_ITER(hh, head, element, following)                                                  \
    for ((element) = (head),                                                                     \
        (following) = (__typeof__(element))((element) ? (element)->hh.next : NULL);              \
         (element) != NULL;                                                                      \
         (element) = (following),                                                                \
        (following) = (__typeof__(element))((following) ? (following)->hh.next : NULL))

#define HASH_FIND_INT(head, key, out) HASH_FIND(hh, head, key, sizeof(int), out)
#define HASH_FIND_PTR(head, key, out) HASH_FIND(hh, head, key, sizeof(void *), out)
#define HASH_FIND_STR(head, key, out) HASH_FIND(hh, head, key, strlen(key), out)
#define HASH_ADD_INT(head, field, add) HASH_ADD(hh, head, field, sizeof(int), add)
#define HASH_ADD_PTR(head, field, add) HASH_ADD(hh, head, field, sizeof(void *), add)
#define HASH_ADD_STR(head, field, add)                                                           \
    HASH_ADD_KEYPTR(hh, head, &((add)->field[0]), strlen((add)->field), add)
#define HASH_REPLACE_INT(head, field, add, replaced)                                             \
    HASH_REPLACE(hh, head, field, sizeof(int), add, replaced)
#define HASH_REPLACE_PTR(head, field, add, replaced)                                             \
    HASH_REPLACE(hh, head, field, sizeof(void *), add, replaced)
#define HASH_DEL(head, element) HASH_DELETE(hh, head, element)
#define HASH_COUNT(head) HASH_CNT(hh, head)
#define HASH_SORT(head, compare) HASH_SRT(hh, head, compare)

#endif
