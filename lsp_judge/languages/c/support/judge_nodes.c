/* Linked structures and class calls of a C entry. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "judge_values.h"
#include "judge_values_private.h"

enum { JUDGE_MOST_TABLES = 8 };

/* From a node's address to a number, by open addressing; a free place has no address. */
typedef struct {
    const void **keys;
    uint32_t *numbers;
    uint32_t capacity;
    uint32_t used;
} judge_map;

typedef struct {
    const judge_layout *layout;
    void **input;
    uint32_t count;
    const void **output;
    uint32_t found;
    uint32_t room;
    judge_map origins;
    judge_map places;
} judge_table;

static judge_table judge_tables[JUDGE_MOST_TABLES];
static uint32_t judge_table_count;
static uint32_t judge_calls_left;
static uint32_t judge_arguments;
static int judge_lost;

static uint32_t judge_slot(const judge_map *map, const void *key)
{
    uint64_t mixed = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    uint32_t at = (uint32_t)(mixed >> 32) & (map->capacity - 1);
    while (map->keys[at] != NULL && map->keys[at] != key)
        at = (at + 1) & (map->capacity - 1);
    return at;
}

static void judge_map_free(judge_map *map)
{
    free((void *)map->keys);
    free(map->numbers);
    memset(map, 0, sizeof *map);
}

static int judge_map_grow(judge_map *map)
{
    judge_map larger = {NULL, NULL, map->capacity ? map->capacity * 2 : 64, map->used};
    larger.keys = (const void **)calloc(larger.capacity, sizeof *larger.keys);
    larger.numbers = (uint32_t *)calloc(larger.capacity, sizeof *larger.numbers);
    if (larger.keys == NULL || larger.numbers == NULL) {
        judge_map_free(&larger);
        return 0;
    }
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->keys[i] != NULL) {
            uint32_t at = judge_slot(&larger, map->keys[i]);
            larger.keys[at] = map->keys[i];
            larger.numbers[at] = map->numbers[i];
        }
    judge_map_free(map);
    *map = larger;
    return 1;
}

/* The number of a key; `number` becomes it where there was none. UINT32_MAX: no memory. */
static uint32_t judge_map_put(judge_map *map, const void *key, uint32_t number)
{
    if (map->used * 2 >= map->capacity && !judge_map_grow(map))
        return UINT32_MAX;
    uint32_t at = judge_slot(map, key);
    if (map->keys[at] == NULL) {
        map->keys[at] = key;
        map->numbers[at] = number;
        map->used++;
    }
    return map->numbers[at];
}

static int judge_map_has(const judge_map *map, const void *key, uint32_t *number)
{
    if (map->capacity == 0)
        return 0;
    uint32_t at = judge_slot(map, key);
    *number = map->numbers[at];
    return map->keys[at] != NULL;
}

static void judge_clear_tables(void)
{
    for (uint32_t i = 0; i < judge_table_count; i++) {
        judge_table *table = &judge_tables[i];
        free(table->input);
        free((void *)table->output);
        judge_map_free(&table->origins);
        judge_map_free(&table->places);
        memset(table, 0, sizeof *table);
    }
    judge_table_count = 0;
    judge_lost = 0;
}

static void *judge_node_at(const judge_table *table)
{
    uint64_t index = 0;
    if (!judge_good || judge_read_nil())
        return NULL;
    judge_good = judge_read_uint(UINT32_MAX, &index);
    if (judge_good && index >= table->count)
        judge_good = judge_reject("a node of the table");
    return judge_good ? table->input[index] : NULL;
}

static void judge_take_links(const judge_table *table, char *node, const judge_link *link)
{
    if (!link->many) {
        void *other = judge_node_at(table);
        memcpy(node + link->at, &other, sizeof other);
        return;
    }
    uint32_t count = 0;
    judge_good = judge_good && judge_read_array(&count);
    /* Of the user's own memory, as the nodes are: it may be freed. */
    void **others = judge_good ? (void **)calloc(count ? count : 1, sizeof *others) : NULL;
    judge_good = others != NULL;
    for (uint32_t i = 0; i < count && judge_good; i++)
        others[i] = judge_node_at(table);
    int length = (int)count;
    memcpy(node + link->at, &others, sizeof others);
    memcpy(node + link->count, &length, sizeof length);
}

static void judge_take_table(judge_table *table)
{
    const judge_layout *layout = table->layout;
    uint32_t fields = 0;
    judge_good = judge_good && judge_read_array(&table->count);
    table->input = judge_good ? (void **)calloc(table->count + 1, sizeof *table->input) : NULL;
    judge_good = table->input != NULL;
    for (uint32_t i = 0; i < table->count && judge_good; i++) {
        table->input[i] = calloc(1, layout->size);
        judge_good = table->input[i] != NULL &&
                     judge_map_put(&table->origins, table->input[i], i) != UINT32_MAX;
    }
    judge_left((uint64_t)table->count * (layout->size + 16));
    for (uint32_t i = 0; i < table->count && judge_good; i++) {
        char *node = (char *)table->input[i];
        judge_good = judge_read_array(&fields);
        if (judge_good && fields != layout->links + 1)
            judge_good = judge_reject("a node with all its links");
        judge_good = judge_good && judge_take_one(layout->kind, node + layout->value);
        for (uint32_t k = 0; k < layout->links && judge_good; k++)
            judge_take_links(table, node, &layout->link[k]);
    }
}

void judge_take_tables(const judge_layout *const *layouts, judge_uint count)
{
    uint32_t given = 0;
    judge_clear_tables();
    judge_good = judge_good && judge_read_array(&given);
    if (judge_good && (given != count || count > JUDGE_MOST_TABLES))
        judge_good = judge_reject("a table for each linked type");
    for (uint32_t i = 0; i < count && judge_good; i++) {
        judge_tables[judge_table_count].layout = layouts[i];
        judge_take_table(&judge_tables[judge_table_count++]);
    }
}

void *judge_take_node(judge_uint table) { return judge_node_at(&judge_tables[table]); }

void *judge_take_nodes(judge_uint table, judge_long *size)
{
    uint32_t count = 0;
    judge_good = judge_good && judge_read_array(&count);
    void **nodes = judge_good ? (void **)judge_block_of(count, sizeof *nodes) : NULL;
    judge_good = nodes != NULL;
    for (uint32_t i = 0; i < count && judge_good; i++)
        nodes[i] = judge_node_at(&judge_tables[table]);
    *size = (judge_long)count;
    return nodes;
}

/* Where a node stands in the output; it is added where it is new. */
static uint32_t judge_place(judge_table *table, const void *node)
{
    uint32_t place = judge_map_put(&table->places, node, table->found);
    if (place != table->found)
        return place;
    if (table->found == table->room) {
        table->room = table->room ? table->room * 2 : 64;
        const void **grown =
            (const void **)realloc((void *)table->output, table->room * sizeof *grown);
        if (grown == NULL)
            return UINT32_MAX;
        table->output = grown;
    }
    table->output[table->found++] = node;
    return place;
}

static void judge_write_node(judge_table *table, const void *node)
{
    if (node == NULL) {
        judge_write_null();
        return;
    }
    uint32_t place = judge_place(table, node);
    judge_lost |= place == UINT32_MAX;
    judge_write_uint(place);
}

void judge_give_extended(void) { judge_write_array(3); }

void judge_give_none(void) { judge_write_null(); }

void judge_give_after(judge_uint count) { judge_write_array(count); }

judge_status judge_give_node(judge_uint table, const void *node)
{
    judge_write_node(&judge_tables[table], node);
    return JUDGE_RETURNED;
}

judge_status judge_give_nodes(judge_uint table, const void *nodes, judge_llong size)
{
    judge_status status = judge_impossible(nodes, size, "returnSize");
    if (status != JUDGE_RETURNED)
        return status;
    judge_write_array((size_t)size);
    for (judge_llong i = 0; i < size; i++)
        judge_write_node(&judge_tables[table], ((const void *const *)nodes)[i]);
    return status;
}

/* Others than the first may have been freed. */
void judge_give_first_node(void)
{
    if (judge_table_count > 0 && judge_tables[0].count > 0)
        judge_place(&judge_tables[0], judge_tables[0].input[0]);
}

static const void *judge_link_of(const void *node, const judge_link *link)
{
    const void *other = NULL;
    memcpy(&other, (const char *)node + link->at, sizeof other);
    return other;
}

static int judge_length_of(const void *node, const judge_link *link)
{
    int length = 0;
    memcpy(&length, (const char *)node + link->count, sizeof length);
    return length > 0 ? length : 0;
}

static void judge_discover(judge_table *table, const void *node)
{
    for (uint32_t k = 0; k < table->layout->links; k++) {
        const judge_link *link = &table->layout->link[k];
        const void *other = judge_link_of(node, link);
        int length = link->many ? judge_length_of(node, link) : 0;
        if (!link->many && other != NULL)
            judge_lost |= judge_place(table, other) == UINT32_MAX;
        for (int i = 0; i < length; i++)
            if (((const void *const *)other)[i] != NULL)
                judge_lost |= judge_place(table, ((const void *const *)other)[i]) == UINT32_MAX;
    }
}

static void judge_give_one(judge_table *table, const void *node)
{
    const judge_layout *layout = table->layout;
    uint32_t origin = 0;
    judge_write_array(layout->links + 2u);
    if (judge_map_has(&table->origins, node, &origin))
        judge_write_uint(origin);
    else
        judge_write_null();
    judge_give(layout->kind, (const char *)node + layout->value);
    for (uint32_t k = 0; k < layout->links; k++) {
        const judge_link *link = &layout->link[k];
        const void *other = judge_link_of(node, link);
        if (!link->many) {
            judge_write_node(table, other);
            continue;
        }
        int length = judge_length_of(node, link);
        judge_write_array((size_t)length);
        for (int i = 0; i < length; i++)
            judge_write_node(table, ((const void *const *)other)[i]);
    }
}

judge_status judge_give_tables(void)
{
    judge_write_array(judge_table_count);
    for (uint32_t i = 0; i < judge_table_count; i++) {
        judge_table *table = &judge_tables[i];
        /* The list grows while it is walked. */
        for (uint32_t k = 0; k < table->found; k++)
            judge_discover(table, table->output[k]);
        judge_write_array(table->found);
        for (uint32_t k = 0; k < table->found && !judge_lost; k++)
            judge_give_one(table, table->output[k]);
    }
    return judge_lost ? judge_say(JUDGE_NO_MEMORY, "out of memory for the result") : JUDGE_RETURNED;
}

void judge_open_calls(void)
{
    judge_calls_left = 0;
    judge_good = judge_good && judge_read_array(&judge_calls_left);
    if (judge_good) {
        judge_write_array(3);
        judge_write_array(judge_calls_left);
    }
}

judge_int judge_next_call(judge_uint *op)
{
    uint64_t number = 0;
    if (!judge_good || judge_calls_left == 0)
        return 0;
    judge_calls_left--;
    judge_good = judge_read_array(&judge_arguments) && judge_read_uint(0xFFFF, &number);
    *op = (judge_uint)number;
    return judge_good;
}

judge_int judge_call_takes(judge_uint count)
{
    if (judge_good && judge_arguments != count + 1)
        judge_good = judge_reject("as many arguments as the function takes");
    return judge_good;
}

judge_int judge_is_good(void) { return judge_good; }

void judge_refuse_call(void) { judge_good = judge_reject("a call that the class has"); }

judge_status judge_close_calls(void)
{
    if (!judge_good || !judge_close())
        return JUDGE_BAD_INPUT;
    judge_write_array(0);
    return judge_give_tables();
}
