/* A line of text put together without printf, which would make every wasm module that has it
 * three times as large, and as slow to compile. What does not fit is left out. */
#ifndef JUDGE_LINE_H
#define JUDGE_LINE_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    char text[1024];
    size_t used;
} judge_line;

__attribute__((noinline, unused)) static void judge_line_text(judge_line *line, const char *text)
{
    while (*text != 0 && line->used < sizeof line->text - 1)
        line->text[line->used++] = *text++;
    line->text[line->used] = 0;
}

static inline void judge_line_uint(judge_line *line, uint64_t value)
{
    char digits[24];
    char *at = digits + sizeof digits - 1;
    *at = 0;
    do
        *--at = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    judge_line_text(line, at);
}

static inline void judge_line_int(judge_line *line, int64_t value)
{
    if (value < 0)
        judge_line_text(line, "-");
    judge_line_uint(line, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

#endif
