/* The nested lists that problems about them are given, by the interface that sites document. The
 * glue includes this where the user's file names it. */
#ifndef JUDGE_NESTED_H
#define JUDGE_NESTED_H

#include "judge_values.h"
#include "judge_values_private.h"

struct NestedInteger {
    bool whole;
    int number;
    int count;
    struct NestedInteger **items;
};

static inline struct NestedInteger *NestedIntegerInit(void)
{
    return (struct NestedInteger *)calloc(1, sizeof(struct NestedInteger));
}

static inline bool NestedIntegerIsInteger(struct NestedInteger *item) { return item->whole; }

static inline int NestedIntegerGetInteger(struct NestedInteger *item) { return item->number; }

static inline void NestedIntegerSetInteger(struct NestedInteger *item, int value)
{
    item->whole = true;
    item->number = value;
}

static inline void NestedIntegerAdd(struct NestedInteger *list, struct NestedInteger *item)
{
    size_t size = ((size_t)list->count + 1) * sizeof *list->items;
    list->whole = false;
    list->items = (struct NestedInteger **)realloc(list->items, size);
    list->items[list->count++] = item;
}

static inline struct NestedInteger **NestedIntegerGetList(struct NestedInteger *item)
{
    return item->items;
}

static inline int NestedIntegerGetListSize(struct NestedInteger *item) { return item->count; }

static inline struct NestedInteger *judge_take_nested(void)
{
    struct NestedInteger *item = NestedIntegerInit();
    uint32_t count = 0;
    judge_left(sizeof *item);
    if (!judge_at_array()) {
        int number = 0;
        judge_take(JUDGE_I32, &number);
        NestedIntegerSetInteger(item, number);
        return item;
    }
    judge_good = judge_good && judge_read_array(&count);
    for (uint32_t i = 0; i < count && judge_good; i++)
        NestedIntegerAdd(item, judge_take_nested());
    return item;
}

static inline struct NestedInteger **judge_take_nested_list(judge_long *size)
{
    struct NestedInteger *list = judge_take_nested();
    *size = list->count;
    return list->items;
}

static inline judge_status judge_give_nested(struct NestedInteger *item)
{
    if (item == NULL) {
        judge_write_null();
    } else if (item->whole) {
        judge_write_int(item->number);
    } else {
        judge_write_array((size_t)item->count);
        for (int i = 0; i < item->count; i++)
            judge_give_nested(item->items[i]);
    }
    return JUDGE_RETURNED;
}

#endif
