/* MessagePack, writing, into one buffer that grows and is kept from call to call. */
#include <stdlib.h>
#include <string.h>

#include "judge_private.h"

#ifdef __cplusplus
extern "C" {
#endif

static unsigned char *judge_bytes;
static size_t judge_used;
static size_t judge_room;
static int judge_wanted;
static int judge_lost;

void judge_rewind_output(int wanted)
{
    judge_used = 0;
    judge_wanted = wanted;
    judge_lost = 0;
}

const unsigned char *judge_output(size_t *length)
{
    *length = judge_used;
    return judge_bytes;
}

int judge_wants_output(void) { return judge_wanted; }

int judge_output_lost(void) { return judge_lost; }

static int judge_grow(size_t count)
{
    size_t room = judge_room * 2 > judge_used + count ? judge_room * 2 : judge_used + count + 256;
    unsigned char *bytes = (unsigned char *)realloc(judge_bytes, room);
    if (bytes == NULL) {
        judge_lost = 1;
        return 0;
    }
    judge_bytes = bytes;
    judge_room = room;
    return 1;
}

/* Makes room for `count` bytes and one number more; 0 where there is no memory for them. */
static JUDGE_INLINE int judge_reserve(size_t count)
{
    return judge_room - judge_used >= count + 9 || judge_grow(count + 9);
}

/* A tag and `width` bytes of a big-endian number, where room has been made for nine. */
static JUDGE_INLINE void judge_put(unsigned char tag, uint64_t value, unsigned width)
{
#ifdef JUDGE_SMALL
    judge_bytes[judge_used++] = tag;
    while (width-- > 0)
        judge_bytes[judge_used++] = (unsigned char)(value >> (8 * width));
#else
    unsigned char *at = judge_bytes + judge_used;
    /* All eight bytes are written, and those beyond the width written over by what follows. */
    uint64_t bytes = width ? __builtin_bswap64(value << (64 - 8 * width)) : 0;
    *at = tag;
    memcpy(at + 1, &bytes, sizeof bytes);
    judge_used += 1 + width;
#endif
}

static JUDGE_INLINE void judge_put_uint(uint64_t value)
{
    if (value <= 0x7F)
        judge_put((unsigned char)value, 0, 0);
#ifndef JUDGE_SMALL
    else if (value <= 0xFF)
        judge_put(0xCC, value, 1);
    else if (value <= 0xFFFF)
        judge_put(0xCD, value, 2);
#endif
    else if (value <= 0xFFFFFFFFu)
        judge_put(0xCE, value, 4);
    else
        judge_put(0xCF, value, 8);
}

static JUDGE_INLINE void judge_put_int(int64_t value)
{
    if (value >= 0)
        judge_put_uint((uint64_t)value);
    else if (value >= -32)
        judge_put((unsigned char)value, 0, 0);
#ifndef JUDGE_SMALL
    else if (value >= INT8_MIN)
        judge_put(0xD0, (uint64_t)value, 1);
    else if (value >= INT16_MIN)
        judge_put(0xD1, (uint64_t)value, 2);
#endif
    else if (value >= INT32_MIN)
        judge_put(0xD2, (uint64_t)value, 4);
    else
        judge_put(0xD3, (uint64_t)value, 8);
}

static JUDGE_INLINE void judge_put_double(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    judge_put(0xCB, bits, 8);
}

void judge_write_null(void)
{
    if (judge_reserve(1))
        judge_put(0xC0, 0, 0);
}

void judge_write_bool(int value)
{
    if (judge_reserve(1))
        judge_put(value ? 0xC3 : 0xC2, 0, 0);
}

void judge_write_int(int64_t value)
{
    if (judge_reserve(9))
        judge_put_int(value);
}

void judge_write_uint(uint64_t value)
{
    if (judge_reserve(9))
        judge_put_uint(value);
}

void judge_write_double(double value)
{
    if (judge_reserve(9))
        judge_put_double(value);
}

void judge_write_array(size_t count)
{
    if (!judge_reserve(5))
        return;
    if (count <= 15)
        judge_put((unsigned char)(0x90 | count), 0, 0);
    else if (count <= 0xFFFF)
        judge_put(0xDC, count, 2);
    else
        judge_put(0xDD, count, 4);
}

void judge_write_i32s(const int32_t *values, size_t count)
{
    judge_write_array(count);
    if (!judge_reserve(5 * count))
        return;
    for (size_t i = 0; i < count; i++)
        judge_put_int(values[i]);
}

void judge_write_i64s(const int64_t *values, size_t count)
{
    judge_write_array(count);
    if (!judge_reserve(9 * count))
        return;
    for (size_t i = 0; i < count; i++)
        judge_put_int(values[i]);
}

void judge_write_doubles(const double *values, size_t count)
{
    judge_write_array(count);
    if (!judge_reserve(9 * count))
        return;
    for (size_t i = 0; i < count; i++)
        judge_put_double(values[i]);
}

/* The bytes of the well-formed UTF-8 character at `text` (RFC 3629), 0: there is none. */
static unsigned judge_character(const unsigned char *text, size_t left)
{
    unsigned char first = text[0];
    if (first < 0x80)
        return 1;
    unsigned size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (size == 0 || left < size)
        return 0;
    for (unsigned i = 1; i < size; i++)
        if ((text[i] & 0xC0) != 0x80)
            return 0;
    int overlong = (first == 0xE0 && text[1] < 0xA0) || (first == 0xF0 && text[1] < 0x90);
    int beyond = (first == 0xED && text[1] > 0x9F) || (first == 0xF4 && text[1] > 0x8F);
    return overlong || beyond ? 0 : size;
}

static size_t judge_broken(const unsigned char *text, size_t length)
{
    size_t broken = 0;
    for (size_t i = 0; i < length;) {
        unsigned size = judge_character(text + i, length - i);
        broken += size == 0;
        i += size ? size : 1;
    }
    return broken;
}

static void judge_put_length(size_t length)
{
    if (length <= 31)
        judge_put((unsigned char)(0xA0 | length), 0, 0);
    else if (length <= 0xFF)
        judge_put(0xD9, length, 1);
    else if (length <= 0xFFFF)
        judge_put(0xDA, length, 2);
    else
        judge_put(0xDB, length, 4);
}

/* A string has to be UTF-8: each byte that is not becomes U+FFFD, three bytes long. */
void judge_write_string(const char *text, size_t length)
{
    const unsigned char *from = (const unsigned char *)text;
    size_t broken = judge_broken(from, length);
    if (!judge_reserve(5 + length + 2 * broken))
        return;
    judge_put_length(length + 2 * broken);
    if (broken == 0) {
        if (length)
            memcpy(judge_bytes + judge_used, from, length);
        judge_used += length;
        return;
    }
    for (size_t i = 0; i < length;) {
        unsigned size = judge_character(from + i, length - i);
        memcpy(judge_bytes + judge_used, size ? from + i : (const unsigned char *)"\xEF\xBF\xBD",
               size ? size : 3);
        judge_used += size ? size : 3;
        i += size ? size : 1;
    }
}

void judge_write_char(unsigned char value)
{
    char text[2] = {(char)value, 0};
    if (value >= 0x80) {
        text[0] = (char)(0xC0 | value >> 6);
        text[1] = (char)(0x80 | (value & 0x3F));
    }
    judge_write_string(text, value >= 0x80 ? 2 : 1);
}

#ifdef __cplusplus
}
#endif
