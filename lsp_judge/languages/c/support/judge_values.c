/* Arguments and results of a C entry. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "judge_line.h"
#include "judge_values.h"
#include "judge_values_private.h"

/* Where the kind is known the rest of such a function is not needed: the linker, which sees all
 * of a small module at once, leaves it out. */
#ifdef JUDGE_SMALL
#define JUDGE_KNOWN __attribute__((always_inline))
#else
#define JUDGE_KNOWN
#endif

/* Every block begins with a link to the one before; 16 bytes keep what follows aligned. */
typedef union judge_block {
    union judge_block *before;
    char room[16];
} judge_block;

static judge_block *judge_blocks;
static int judge_exhausted;
int judge_good;

const size_t judge_sizes[] = {
    [JUDGE_BOOL] = sizeof(judge_bool),  [JUDGE_CHAR] = 1, [JUDGE_I8] = 1,
    [JUDGE_I16] = 2,                    [JUDGE_I32] = 4,  [JUDGE_I64] = 8,
    [JUDGE_U16] = 2,                    [JUDGE_U32] = 4,  [JUDGE_U64] = 8,
    [JUDGE_F32] = sizeof(judge_float),  [JUDGE_F64] = 8,  [JUDGE_STRING] = sizeof(char *),
};

/* Zeroed memory for `count` values and one more (a string's end); NULL: there is none. */
void *judge_block_of(uint32_t count, size_t size)
{
    size_t bytes = 0;
    judge_block *block = NULL;
    if (!__builtin_mul_overflow((size_t)count + 1, size, &bytes) &&
        !__builtin_add_overflow(bytes, sizeof *block, &bytes))
        block = (judge_block *)calloc(1, bytes);
    if (block == NULL) {
        judge_exhausted = 1;
        return NULL;
    }
    block->before = judge_blocks;
    judge_blocks = block;
    return block + 1;
}

void judge_begin(judge_uint count)
{
    while (judge_blocks != NULL) {
        judge_block *before = judge_blocks->before;
        free(judge_blocks);
        judge_blocks = before;
    }
    judge_exhausted = 0;
    judge_good = judge_open(count);
}

judge_status judge_ready(void)
{
    if (judge_exhausted)
        return judge_say(JUDGE_NO_MEMORY, "out of memory for the arguments");
    return judge_good && judge_close() ? JUDGE_RETURNED : JUDGE_BAD_INPUT;
}

static int judge_take_signed(void *value, size_t size)
{
    unsigned shift = (unsigned)(64 - 8 * size);
    int64_t wide = 0;
    if (!judge_read_int(INT64_MIN >> shift, INT64_MAX >> shift, &wide))
        return 0;
    memcpy(value, &wide, size); /* little-endian, as every machine that we run on */
    return 1;
}

static int judge_take_unsigned(void *value, size_t size)
{
    uint64_t wide = 0;
    if (!judge_read_uint(UINT64_MAX >> (64 - 8 * size), &wide))
        return 0;
    memcpy(value, &wide, size);
    return 1;
}

static int judge_take_real(void *value, size_t size)
{
    double wide = 0;
    int good = judge_read_double(&wide);
    float narrow = (float)wide;
    memcpy(value, size == sizeof narrow ? (void *)&narrow : (void *)&wide, size);
    return good;
}

static int judge_take_text(char **value)
{
    const char *text = NULL;
    uint32_t length = 0;
    if (!judge_read_string(&text, &length))
        return 0;
    *value = (char *)judge_block_of(length, 1);
    if (*value == NULL)
        return 0;
    memcpy(*value, text, length);
    return 1;
}

JUDGE_KNOWN int judge_take_one(judge_kind kind, void *value)
{
    int flag = 0;
    switch (kind) {
    case JUDGE_BOOL:
        if (!judge_read_bool(&flag))
            return 0;
        *(judge_bool *)value = flag != 0;
        return 1;
    case JUDGE_CHAR:
        return judge_read_char((unsigned char *)value);
    case JUDGE_I8:
    case JUDGE_I16:
    case JUDGE_I32:
    case JUDGE_I64:
        return judge_take_signed(value, judge_sizes[kind]);
    case JUDGE_U16:
    case JUDGE_U32:
    case JUDGE_U64:
        return judge_take_unsigned(value, judge_sizes[kind]);
    case JUDGE_F32:
    case JUDGE_F64:
        return judge_take_real(value, judge_sizes[kind]);
    default:
        return judge_take_text((char **)value);
    }
}

JUDGE_KNOWN void judge_take(judge_kind kind, void *value)
{
    if (judge_good)
        judge_good = judge_take_one(kind, value);
}

static int judge_take_all(judge_kind kind, void *values, uint32_t count)
{
    if (kind == JUDGE_I32)
        return judge_read_i32s((int32_t *)values, count);
    if (kind == JUDGE_I64)
        return judge_read_i64s((int64_t *)values, count);
    if (kind == JUDGE_F64)
        return judge_read_doubles((double *)values, count);
    for (uint32_t i = 0; i < count; i++)
        if (!judge_take_one(kind, (char *)values + i * judge_sizes[kind]))
            return 0;
    return 1;
}

void *judge_take_array(judge_kind kind, judge_long *size)
{
    uint32_t count = 0;
    judge_good = judge_good && judge_read_array(&count);
    void *values = judge_good ? judge_block_of(count, judge_sizes[kind]) : NULL;
    judge_good = values != NULL && judge_take_all(kind, values, count);
    *size = (judge_long)count;
    return values;
}

void *judge_take_grid(judge_kind kind, judge_long *size, judge_int **columns)
{
    uint32_t count = 0;
    judge_good = judge_good && judge_read_array(&count);
    void **rows = judge_good ? (void **)judge_block_of(count, sizeof *rows) : NULL;
    *columns = rows ? (judge_int *)judge_block_of(count, sizeof **columns) : NULL;
    judge_good = *columns != NULL;
    for (uint32_t i = 0; i < count && judge_good; i++) {
        judge_long length = 0;
        rows[i] = judge_take_array(kind, &length);
        (*columns)[i] = (judge_int)length;
    }
    *size = (judge_long)count;
    return rows;
}

static int64_t judge_signed(const void *value, size_t size)
{
    int64_t wide = 0;
    unsigned shift = (unsigned)(64 - 8 * size);
    memcpy(&wide, value, size);
    return (int64_t)((uint64_t)wide << shift) >> shift;
}

static uint64_t judge_unsigned(const void *value, size_t size)
{
    uint64_t wide = 0;
    memcpy(&wide, value, size);
    return wide;
}

/* What is returned may be malloc'ed, static, an argument or a part of any of them: it cannot
 * be freed. Notes `size` bytes as left, unless the result is an argument's own memory. */
static void judge_leave(const void *values, size_t size)
{
    const judge_block *block = judge_blocks;
    for (int i = 0; i < 64 && block != NULL; i++, block = block->before)
        if (values == block + 1)
            return;
    judge_left(size);
}

JUDGE_KNOWN judge_status judge_give(judge_kind kind, const void *value)
{
    const char *text = NULL;
    switch (kind) {
    case JUDGE_BOOL:
        judge_write_bool(*(const judge_bool *)value);
        break;
    case JUDGE_CHAR:
        judge_write_char(*(const unsigned char *)value);
        break;
    case JUDGE_I8:
    case JUDGE_I16:
    case JUDGE_I32:
    case JUDGE_I64:
        judge_write_int(judge_signed(value, judge_sizes[kind]));
        break;
    case JUDGE_U16:
    case JUDGE_U32:
    case JUDGE_U64:
        judge_write_uint(judge_unsigned(value, judge_sizes[kind]));
        break;
    case JUDGE_F32:
        judge_write_double((double)*(const float *)value);
        break;
    case JUDGE_F64:
        judge_write_double(*(const double *)value);
        break;
    default:
        text = *(const char *const *)value;
        if (text == NULL) {
            judge_write_null();
        } else {
            judge_leave(text, strlen(text) + 1);
            judge_write_string(text, strlen(text));
        }
    }
    return JUDGE_RETURNED;
}

judge_status judge_impossible(const void *values, judge_llong size, const char *what)
{
    judge_line line = {{0}, 0};
    if (size >= 0 && size <= INT_MAX && (values != NULL || size == 0))
        return JUDGE_RETURNED;
    judge_line_text(&line, size < 0 || size > INT_MAX ? "" : "the result is NULL, but ");
    judge_line_text(&line, what);
    judge_line_text(&line, " is ");
    judge_line_int(&line, size);
    return judge_say(JUDGE_FAILED, line.text);
}

judge_status judge_give_array(judge_kind kind, const void *values, judge_llong size)
{
    judge_status status = judge_impossible(values, size, "returnSize");
    if (status != JUDGE_RETURNED)
        return status;
    judge_leave(values, (size_t)size * judge_sizes[kind]);
    if (!judge_wants_output())
        return status;
    if (kind == JUDGE_I32) {
        judge_write_i32s((const int32_t *)values, (size_t)size);
        return status;
    }
    judge_write_array((size_t)size);
    for (judge_llong i = 0; i < size; i++)
        judge_give(kind, (const char *)values + (size_t)i * judge_sizes[kind]);
    return status;
}

judge_status judge_give_grid(judge_kind kind, const void *rows, judge_llong size,
                             const judge_int *columns)
{
    judge_status status = judge_impossible(rows, size, "returnSize");
    if (status == JUDGE_RETURNED && size > 0 && columns == NULL)
        return judge_say(JUDGE_FAILED, "returnColumnSizes was not set");
    if (status == JUDGE_RETURNED)
        judge_write_array((size_t)size);
    for (judge_llong i = 0; i < size && status == JUDGE_RETURNED; i++) {
        const void *row = ((const void *const *)rows)[i];
        status = judge_impossible(row, columns[i], "an element of returnColumnSizes");
        if (status == JUDGE_RETURNED)
            status = judge_give_array(kind, row, columns[i]);
    }
    return status;
}
