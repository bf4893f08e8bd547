/* The harness ABI, version 1, and a MessagePack codec, for C and C++.
 *
 * Everything that a user's file could collide with begins with judge_ or JUDGE_. Values are
 * read from the input buffer with judge_read_*, which return 0 on a value that does not fit
 * (judge_reject has then noted why), and written to the output buffer with judge_write_*.
 */
#ifndef JUDGE_CORE_H
#define JUDGE_CORE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t judge_status;
#define JUDGE_RETURNED 0u
#define JUDGE_FAILED 1u
#define JUDGE_BAD_INPUT 2u
#define JUDGE_NO_MEMORY 3u

/* Defined by the glue: decode, judge_start, the user's code, judge_stop, encode. */
judge_status judge_entry(void);
/* Defined by the support object: what the language has to write out before the call ends. */
void judge_flush(void);

/* The clock runs between the two; a call that never stopped it took 0 ns. */
void judge_start(void);
void judge_stop(void);
/* Stops the clock as well, and adds to what earlier calls of this case took. */
void judge_lap(void);

/* Notes the message of this call (UTF-8, copied, shortened to what fits) and returns status. */
judge_status judge_say(judge_status status, const char *text);
judge_status judge_fail(const char *type, const char *text);

/* Opens the array of the arguments; 0 where its length is not `count`. */
int judge_open(uint32_t count);
/* Names the argument that is read next, for messages. */
void judge_argument(uint32_t index, const char *name);
/* 1 where all of the input was read and nothing was rejected. */
int judge_close(void);
/* Notes that the next value is not `wanted` ("an integer", ...); returns 0. */
int judge_reject(const char *wanted);

/* 1 and consumed where the next value is nil; 0 and nothing consumed where it is not. */
int judge_read_nil(void);
/* 1 where the next value is an array; nothing is consumed. */
int judge_at_array(void);
int judge_read_array(uint32_t *count);
int judge_read_int(int64_t low, int64_t high, int64_t *value);
int judge_read_uint(uint64_t high, uint64_t *value);
int judge_read_double(double *value);
int judge_read_bool(int *value);
int judge_read_string(const char **text, uint32_t *length);
int judge_read_char(unsigned char *value);
int judge_read_i32s(int32_t *values, uint32_t count);
int judge_read_i64s(int64_t *values, uint32_t count);
int judge_read_doubles(double *values, uint32_t count);

/* Notes memory that the user's code left to its caller and nobody can free: a benchmark ends
 * early rather than run out of memory. */
void judge_left(uint64_t bytes);

/* 0 where only the durations count (judge_bench): the result need not be encoded. */
int judge_wants_output(void);
void judge_write_null(void);
void judge_write_array(size_t count);
void judge_write_int(int64_t value);
void judge_write_uint(uint64_t value);
void judge_write_double(double value);
void judge_write_bool(int value);
void judge_write_string(const char *text, size_t length);
void judge_write_char(unsigned char value);
void judge_write_i32s(const int32_t *values, size_t count);
void judge_write_i64s(const int64_t *values, size_t count);
void judge_write_doubles(const double *values, size_t count);

#ifdef __cplusplus
}
#endif

#endif
