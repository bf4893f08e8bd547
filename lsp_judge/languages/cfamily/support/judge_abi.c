/* The exported functions and the result struct. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "judge_line.h"
#include "judge_private.h"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__wasm__)
#define JUDGE_EXPORT(name) __attribute__((export_name(#name), used))
#elif defined(_WIN32)
#define JUDGE_EXPORT(name) __declspec(dllexport)
#else
#define JUDGE_EXPORT(name) __attribute__((visibility("default"), used))
#endif

#define JUDGE_ABI_VERSION 1u
/* In the struct: the major number, and above it the minor one, which says how far it goes. */
#define JUDGE_ABI_STRUCT (JUDGE_ABI_VERSION | 1u << 16)

/* A small module says it once for all. */
#ifdef JUDGE_SMALL
#define JUDGE_NO_MEMORY_FOR(what) "out of memory"
#else
#define JUDGE_NO_MEMORY_FOR(what) "out of memory for " what
#endif

typedef struct {
    uint32_t abi_version;
    uint32_t status;
    uint64_t duration_ns;
    uint64_t output;
    uint64_t output_len;
    uint64_t message;
    uint64_t message_len;
    uint64_t handling_ns; /* since 1.1 */
} judge_result_t;

static judge_result_t judge_state = {JUDGE_ABI_STRUCT, 0, 0, 0, 0, 0, 0, 0};
static char judge_message[sizeof(((judge_line *)0)->text)];
static unsigned char *judge_buffer;
static uint32_t judge_capacity;
static uint32_t judge_length;
static uint64_t judge_started;
static uint64_t judge_left_bytes;

static uint64_t judge_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void judge_start(void) { judge_started = judge_now(); }

void judge_stop(void) { judge_state.duration_ns = judge_now() - judge_started; }

void judge_lap(void) { judge_state.duration_ns += judge_now() - judge_started; }

void judge_left(uint64_t bytes) { judge_left_bytes += bytes; }

/* Seldom called, and from many places: not to be copied into them. */
__attribute__((noinline)) judge_status judge_say(judge_status status, const char *text)
{
    size_t length = strlen(text);
    if (length >= sizeof judge_message)
        length = sizeof judge_message - 1;
#ifndef JUDGE_SMALL /* which has no message that would be cut */
    /* A message that is cut ends at a whole character. */
    while (length > 0 && text[length] != 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
#endif
    memcpy(judge_message, text, length);
    judge_message[length] = 0;
    judge_state.message_len = length;
    return status;
}

judge_status judge_fail(const char *type, const char *text)
{
    judge_line line = {{0}, 0};
    judge_line_text(&line, "uncaught exception ");
    judge_line_text(&line, type);
    judge_line_text(&line, *text ? ": " : "");
    judge_line_text(&line, text);
    return judge_say(JUDGE_FAILED, line.text);
}

static judge_status judge_once(int wants_output)
{
    judge_rewind_input(judge_buffer, judge_length);
    judge_rewind_output(wants_output);
    judge_state.duration_ns = 0;
    judge_state.message_len = 0;
    judge_status status = judge_entry();
    if (status == JUDGE_RETURNED && judge_output_lost())
        status = judge_say(JUDGE_NO_MEMORY, JUDGE_NO_MEMORY_FOR("the encoded result"));
    return status;
}

static judge_status judge_publish(judge_status status)
{
    size_t length = 0;
    const unsigned char *output = judge_output(&length);
    judge_state.status = status;
    judge_state.output = (uint64_t)(uintptr_t)output;
    judge_state.output_len = status == JUDGE_RETURNED ? length : 0;
    judge_state.message = (uint64_t)(uintptr_t)judge_message;
    judge_flush();
    return status;
}

JUDGE_EXPORT(judge_abi_version) uint32_t judge_abi_version(void) { return JUDGE_ABI_VERSION; }

/* The version as a name, to be found in the symbol table before anything is loaded. */
JUDGE_EXPORT(judge_abi_v1) uint32_t judge_abi_v1(void) { return JUDGE_ABI_VERSION; }

JUDGE_EXPORT(judge_input) void *judge_input(uint32_t length)
{
    if (length > judge_capacity || judge_buffer == NULL) {
        free(judge_buffer);
        judge_buffer = (unsigned char *)malloc(length ? length : 1);
        judge_capacity = judge_buffer ? length : 0;
    }
    judge_length = judge_buffer ? length : 0;
    return judge_buffer;
}

JUDGE_EXPORT(judge_call) uint32_t judge_call(void)
{
    uint64_t began = judge_now();
    judge_status status = judge_once(1);
    /* What a call that was left half-way took is not known. */
    judge_state.handling_ns =
        status == JUDGE_RETURNED ? judge_now() - began - judge_state.duration_ns : 0;
    return judge_publish(status);
}

JUDGE_EXPORT(judge_result) judge_result_t *judge_result(void) { return &judge_state; }

/* Half of what a case may have by default, the arguments and the code being the rest. */
static int judge_is_full(void) { return judge_left_bytes > (uint64_t)256 * 1024 * 1024; }

JUDGE_EXPORT(judge_bench) uint32_t judge_bench(uint32_t iterations, uint32_t warmup)
{
    uint64_t *durations = (uint64_t *)malloc(((size_t)iterations + 1) * sizeof *durations);
    if (durations == NULL)
        return judge_publish(judge_say(JUDGE_NO_MEMORY, JUDGE_NO_MEMORY_FOR("the durations")));
    judge_status status = JUDGE_RETURNED;
    uint32_t done = 0;
    judge_left_bytes = 0;
    for (uint32_t i = 0; i < warmup && status == JUDGE_RETURNED && !judge_is_full(); i++)
        status = judge_once(0);
    /* The first is always taken: a benchmark without a figure would say nothing. */
    while (done < iterations && status == JUDGE_RETURNED && (done == 0 || !judge_is_full())) {
        status = judge_once(0);
        durations[done++] = judge_state.duration_ns;
    }
    if (status == JUDGE_RETURNED) {
        judge_rewind_output(1);
        judge_write_array(done);
        for (uint32_t i = 0; i < done; i++)
            judge_write_uint(durations[i]);
    }
    free(durations);
    return judge_publish(status);
}

#ifdef __cplusplus
}
#endif
