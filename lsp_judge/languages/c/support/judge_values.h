/* Arguments and results of a C entry, as LeetCode passes them: an array is a pointer and a
 * size, a grid a pointer to rows, their number, and the size of each row.
 *
 * The glue stands behind the user's file, whose macros may have changed `int` or `char`: it
 * and what it expands to use these names only.
 */
#ifndef JUDGE_VALUES_H
#define JUDGE_VALUES_H

#include "judge_core.h"

typedef _Bool judge_bool;
typedef char judge_char;
typedef signed char judge_schar;
typedef unsigned char judge_uchar;
typedef short judge_short;
typedef unsigned short judge_ushort;
typedef int judge_int;
typedef unsigned int judge_uint;
typedef long judge_long;
typedef unsigned long judge_ulong;
typedef long long judge_llong;
typedef unsigned long long judge_ullong;
typedef float judge_float;
typedef double judge_double;
typedef void judge_void;

typedef enum {
    JUDGE_BOOL,
    JUDGE_CHAR,
    JUDGE_I8,
    JUDGE_I16,
    JUDGE_I32,
    JUDGE_I64,
    JUDGE_U16,
    JUDGE_U32,
    JUDGE_U64,
    JUDGE_F32,
    JUDGE_F64,
    JUDGE_STRING
} judge_kind;

#define JUDGE_LONG_KIND (sizeof(judge_long) == 8 ? JUDGE_I64 : JUDGE_I32)
#define JUDGE_ULONG_KIND (sizeof(judge_long) == 8 ? JUDGE_U64 : JUDGE_U32)

/* The kind of a type as the user's file spells it, whatever it stands for by then. */
#define JUDGE_KIND(type)                                                                         \
    _Generic((type)0,                                                                            \
        judge_bool: JUDGE_BOOL,                                                                  \
        judge_char: JUDGE_CHAR,                                                                  \
        judge_uchar: JUDGE_CHAR,                                                                 \
        judge_schar: JUDGE_I8,                                                                   \
        judge_short: JUDGE_I16,                                                                  \
        judge_int: JUDGE_I32,                                                                    \
        judge_long: JUDGE_LONG_KIND,                                                             \
        judge_llong: JUDGE_I64,                                                                  \
        judge_ushort: JUDGE_U16,                                                                 \
        judge_uint: JUDGE_U32,                                                                   \
        judge_ulong: JUDGE_ULONG_KIND,                                                           \
        judge_ullong: JUDGE_U64,                                                                 \
        judge_float: JUDGE_F32,                                                                  \
        judge_double: JUDGE_F64,                                                                 \
        judge_char *: JUDGE_STRING)

/* Reading: a value that does not fit is noted (judge_ready tells), and stands as 0 or empty.
 * What is read belongs to the harness and is freed before the next call. */
void judge_take(judge_kind kind, judge_void *value);
judge_void *judge_take_array(judge_kind kind, judge_long *size);
judge_void *judge_take_grid(judge_kind kind, judge_long *size, judge_int **columns);
/* JUDGE_RETURNED where every argument was read. */
judge_status judge_ready(judge_void);
/* Frees the arguments of the call before and opens those of this one. */
judge_void judge_begin(judge_uint count);

/* Writing the result; JUDGE_FAILED where it cannot be one (a size without a pointer). */
judge_status judge_give(judge_kind kind, const judge_void *value);
judge_status judge_give_array(judge_kind kind, const judge_void *values, judge_llong size);
judge_status judge_give_grid(judge_kind kind, const judge_void *rows, judge_llong size,
                             const judge_int *columns);

/* The layout of a linked structure: where its value and its links are. A `many` link is an array
 * of pointers, whose length is an int at `count`. */
typedef struct {
    size_t at;
    judge_int many;
    size_t count;
} judge_link;

typedef struct {
    size_t size;
    size_t value;
    judge_kind kind;
    judge_uint links;
    judge_link link[3];
} judge_layout;

/* Reads the tables of nodes that come before the arguments in the extended form. */
judge_void judge_take_tables(const judge_layout *const *layouts, judge_uint count);
judge_void *judge_take_node(judge_uint table);
judge_void *judge_take_nodes(judge_uint table, judge_long *size);
/* The extended answer: [result, after, tables]. A node is noted, and written with its table. */
judge_void judge_give_extended(judge_void);
judge_void judge_give_none(judge_void);
judge_void judge_give_after(judge_uint count);
judge_status judge_give_node(judge_uint table, const judge_void *node);
judge_status judge_give_nodes(judge_uint table, const judge_void *nodes, judge_llong size);
judge_void judge_give_first_node(judge_void);
judge_status judge_give_tables(judge_void);

/* The calls of a class case, one after the other. */
judge_void judge_open_calls(judge_void);
judge_int judge_next_call(judge_uint *op);
/* 1 where the call has `count` arguments, which are taken next. */
judge_int judge_call_takes(judge_uint count);
judge_int judge_is_good(judge_void);
judge_void judge_refuse_call(judge_void);
judge_status judge_close_calls(judge_void);

#endif
