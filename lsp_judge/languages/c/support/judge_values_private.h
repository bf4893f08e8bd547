/* What the two halves of the support for C share. */
#ifndef JUDGE_VALUES_PRIVATE_H
#define JUDGE_VALUES_PRIVATE_H

#include "judge_values.h"

/* 0 once a value of the input did not fit. */
extern int judge_good;
extern const size_t judge_sizes[];

/* Zeroed memory for `count` values and one more, which is freed before the next call. */
void *judge_block_of(uint32_t count, size_t size);
int judge_take_one(judge_kind kind, void *value);
judge_status judge_impossible(const void *values, judge_llong size, const char *what);

#endif
