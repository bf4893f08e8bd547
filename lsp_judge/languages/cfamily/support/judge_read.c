/* MessagePack, reading: every byte is looked at before it is believed. */
#include <string.h>

#include "judge_line.h"
#include "judge_private.h"

#ifdef __cplusplus
extern "C" {
#endif

static const unsigned char *judge_at;
static const unsigned char *judge_end;
static uint32_t judge_index;
static const char *judge_name;
static int judge_rejected;

void judge_rewind_input(const unsigned char *bytes, uint32_t length)
{
    judge_at = bytes;
    judge_end = bytes + length;
    judge_index = 0;
    judge_name = NULL;
    judge_rejected = 0;
}

void judge_argument(uint32_t index, const char *name)
{
    judge_index = index + 1;
    judge_name = name;
}

#ifdef JUDGE_SMALL
/* The judge has checked the arguments: a small module says no more than this. */
int judge_reject(const char *wanted)
{
    (void)wanted;
    if (!judge_rejected)
        judge_say(JUDGE_BAD_INPUT, "the arguments do not fit");
    judge_rejected = 1;
    return 0;
}
#else
static const char *judge_found(void)
{
    if (judge_at == NULL || judge_at >= judge_end)
        return "the end of the input";
    unsigned char tag = *judge_at;
    if (tag <= 0x7F || tag >= 0xE0 || (tag >= 0xCC && tag <= 0xD3))
        return "an integer";
    if ((tag & 0xF0) == 0x90 || tag == 0xDC || tag == 0xDD)
        return "an array";
    if ((tag & 0xE0) == 0xA0 || (tag >= 0xD9 && tag <= 0xDB))
        return "a string";
    if (tag == 0xC2 || tag == 0xC3)
        return "a boolean";
    if (tag == 0xCA || tag == 0xCB)
        return "a number with a fraction";
    return tag == 0xC0 ? "null" : "a value of another kind";
}

int judge_reject(const char *wanted)
{
    judge_line line = {{0}, 0};
    if (judge_rejected)
        return 0;
    judge_rejected = 1;
    if (judge_index == 0) {
        judge_line_text(&line, "the arguments");
    } else {
        judge_line_text(&line, "argument ");
        judge_line_uint(&line, judge_index);
        judge_line_text(&line, " (");
        judge_line_text(&line, judge_name);
        judge_line_text(&line, ")");
    }
    judge_line_text(&line, ": expected ");
    judge_line_text(&line, wanted);
    judge_line_text(&line, ", found ");
    judge_line_text(&line, judge_found());
    judge_say(JUDGE_BAD_INPUT, line.text);
    return 0;
}

#endif

static int judge_has(uint64_t count) { return (uint64_t)(judge_end - judge_at) >= count; }

/* Every machine that we run on is little-endian: a swap is what MessagePack's order costs. */
static JUDGE_INLINE uint64_t judge_big_endian(const unsigned char *bytes, unsigned width)
{
#ifdef JUDGE_SMALL
    uint64_t value = 0;
    while (width-- > 0)
        value = value << 8 | *bytes++;
    return value;
#else
    uint64_t wide = 0;
    uint32_t word = 0;
    uint16_t half = 0;
    switch (width) {
    case 1:
        return bytes[0];
    case 2:
        memcpy(&half, bytes, sizeof half);
        return __builtin_bswap16(half);
    case 4:
        memcpy(&word, bytes, sizeof word);
        return __builtin_bswap32(word);
    default:
        memcpy(&wide, bytes, sizeof wide);
        return __builtin_bswap64(wide);
    }
#endif
}

/* The length that follows a tag, in `width` bytes. */
static int judge_length_of(unsigned width, uint32_t *length)
{
    if (!judge_has(1u + width))
        return 0;
    uint64_t count = judge_big_endian(judge_at + 1, width);
    /* An item takes one byte at least: a length beyond the input would only ask for memory. */
    if (!judge_has(1u + width + count))
        return 0;
    judge_at += 1 + width;
    *length = (uint32_t)count;
    return 1;
}

int judge_read_array(uint32_t *count)
{
    if (judge_rejected || !judge_has(1))
        return judge_reject("an array");
    unsigned char tag = *judge_at;
    int found = 0;
    if ((tag & 0xF0) == 0x90 && judge_has(1u + (tag & 0x0F))) {
        *count = tag & 0x0F;
        judge_at++;
        found = 1;
    } else if (tag == 0xDC || tag == 0xDD) {
        found = judge_length_of(tag == 0xDC ? 2 : 4, count);
    }
    return found || judge_reject("an array");
}

int judge_open(uint32_t count)
{
    uint32_t found = 0;
    if (!judge_read_array(&found))
        return 0;
    if (found == count)
        return 1;
#ifdef JUDGE_SMALL
    return judge_reject("");
#else
    judge_line line = {{0}, 0};
    judge_rejected = 1;
    judge_line_text(&line, "expected ");
    judge_line_uint(&line, count);
    judge_line_text(&line, " arguments, found ");
    judge_line_uint(&line, found);
    judge_say(JUDGE_BAD_INPUT, line.text);
    return 0;
#endif
}

int judge_close(void)
{
    if (!judge_rejected && judge_at != judge_end)
        return judge_reject("nothing more after the last argument");
    return !judge_rejected;
}

/* An integer as its 64 bits; `negative` tells how to read them. 0: not an integer. */
static JUDGE_INLINE int judge_take_int(uint64_t *bits, int *negative)
{
    if (judge_at >= judge_end)
        return 0;
    unsigned char tag = *judge_at;
    *negative = 0;
    if (tag <= 0x7F) {
        *bits = tag;
        judge_at++;
        return 1;
    }
    if (tag >= 0xE0) {
        *bits = (uint64_t)(int64_t)(signed char)tag;
        *negative = 1;
        judge_at++;
        return 1;
    }
    if (tag < 0xCC || tag > 0xD3)
        return 0;
    unsigned width = 1u << ((tag - 0xCC) & 3);
    if (!judge_has(1u + width))
        return 0;
    uint64_t value = judge_big_endian(judge_at + 1, width);
    if (tag >= 0xD0) {
        unsigned shift = 64 - 8 * width;
        int64_t wide = (int64_t)(value << shift) >> shift;
        *negative = wide < 0;
        value = (uint64_t)wide;
    }
    *bits = value;
    judge_at += 1 + width;
    return 1;
}

static int judge_out_of_range(const unsigned char *start, int64_t low, uint64_t high)
{
    judge_at = start;
#ifdef JUDGE_SMALL
    (void)low, (void)high;
    return judge_reject("");
#else
    judge_line wanted = {{0}, 0};
    judge_line_text(&wanted, "an integer from ");
    judge_line_int(&wanted, low);
    judge_line_text(&wanted, " to ");
    judge_line_uint(&wanted, high);
    return judge_reject(wanted.text);
#endif
}

static JUDGE_INLINE int judge_take_ranged(int64_t low, int64_t high, int64_t *value)
{
    const unsigned char *start = judge_at;
    uint64_t bits = 0;
    int negative = 0;
    if (!judge_take_int(&bits, &negative))
        return judge_reject("an integer");
    if (negative ? (int64_t)bits < low : bits > (uint64_t)high)
        return judge_out_of_range(start, low, (uint64_t)high);
    *value = (int64_t)bits;
    return 1;
}

int judge_read_int(int64_t low, int64_t high, int64_t *value)
{
    return !judge_rejected && judge_take_ranged(low, high, value);
}

int judge_read_uint(uint64_t high, uint64_t *value)
{
    const unsigned char *start = judge_at;
    int negative = 0;
    if (judge_rejected || !judge_take_int(value, &negative))
        return judge_reject("an integer");
    if (negative || *value > high)
        return judge_out_of_range(start, 0, high);
    return 1;
}

int judge_read_i32s(int32_t *values, uint32_t count)
{
    int64_t value = 0;
    for (uint32_t i = 0; i < count; i++) {
        /* The larger numbers of a large case. */
        if (judge_has(5) && (*judge_at == 0xD2 || (*judge_at == 0xCE && judge_at[1] < 0x80))) {
            values[i] = (int32_t)judge_big_endian(judge_at + 1, 4);
            judge_at += 5;
            continue;
        }
        if (!judge_take_ranged(INT32_MIN, INT32_MAX, &value))
            return 0;
        values[i] = (int32_t)value;
    }
    return 1;
}

int judge_read_i64s(int64_t *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!judge_take_ranged(INT64_MIN, INT64_MAX, &values[i]))
            return 0;
    return 1;
}

int judge_read_double(double *value)
{
    uint64_t bits = 0;
    int negative = 0;
    if (judge_rejected || !judge_has(1))
        return judge_reject("a number");
    if (*judge_at == 0xCB && judge_has(9)) {
        bits = judge_big_endian(judge_at + 1, 8);
        memcpy(value, &bits, sizeof *value);
        judge_at += 9;
        return 1;
    }
    if (*judge_at == 0xCA && judge_has(5)) {
        uint32_t narrow = (uint32_t)judge_big_endian(judge_at + 1, 4);
        float single;
        memcpy(&single, &narrow, sizeof single);
        *value = (double)single;
        judge_at += 5;
        return 1;
    }
    if (!judge_take_int(&bits, &negative))
        return judge_reject("a number");
    *value = negative ? (double)(int64_t)bits : (double)bits;
    return 1;
}

int judge_read_doubles(double *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!judge_read_double(&values[i]))
            return 0;
    return 1;
}

int judge_read_nil(void)
{
    if (judge_rejected || !judge_has(1) || *judge_at != 0xC0)
        return 0;
    judge_at++;
    return 1;
}

int judge_at_array(void)
{
    if (judge_rejected || !judge_has(1))
        return 0;
    return (*judge_at & 0xF0) == 0x90 || *judge_at == 0xDC || *judge_at == 0xDD;
}

int judge_read_bool(int *value)
{
    if (judge_rejected || !judge_has(1) || (*judge_at != 0xC2 && *judge_at != 0xC3))
        return judge_reject("a boolean");
    *value = *judge_at++ == 0xC3;
    return 1;
}

int judge_read_string(const char **text, uint32_t *length)
{
    if (judge_rejected || !judge_has(1))
        return judge_reject("a string");
    unsigned char tag = *judge_at;
    int found = 0;
    if ((tag & 0xE0) == 0xA0 && judge_has(1u + (tag & 0x1F))) {
        *length = tag & 0x1F;
        judge_at++;
        found = 1;
    } else if (tag >= 0xD9 && tag <= 0xDB) {
        found = judge_length_of(1u << (tag - 0xD9), length);
    }
    if (!found)
        return judge_reject("a string");
    *text = (const char *)judge_at;
    judge_at += *length;
    return 1;
}

int judge_read_char(unsigned char *value)
{
    const unsigned char *start = judge_at;
    const char *text = NULL;
    uint32_t length = 0;
    if (judge_rejected || !judge_read_string(&text, &length))
        return judge_reject("a string of one character");
    const unsigned char *bytes = (const unsigned char *)text;
    if (length == 1 && bytes[0] < 0x80) {
        *value = bytes[0];
        return 1;
    }
    /* The characters up to U+00FF fit into a char. */
    if (length == 2 && (bytes[0] == 0xC2 || bytes[0] == 0xC3)) {
        *value = (unsigned char)((bytes[0] & 3) << 6 | (bytes[1] & 0x3F));
        return 1;
    }
    judge_at = start;
    return judge_reject("a string of one character");
}

#ifdef __cplusplus
}
#endif
