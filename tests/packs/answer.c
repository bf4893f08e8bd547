/* Speaks the harness ABI by hand: answers 200 times ANSWER, or fails as its one argument says. */
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#ifndef VERSION
#define VERSION 1
#endif
enum { TIMES = 200, CRASH = 1, EXIT = 2, SLEEP = 3, LOOP = 4, FAIL = 5 };

static struct {
    uint32_t abi_version, status;
    uint64_t duration_ns, output, output_len, message, message_len;
} result = {VERSION};
static uint8_t input[1 << 16], output[3 + TIMES];
static uint32_t length;
static const char reason[] = "a reason of its own";

#define NAME_(version) judge_abi_v##version
#define NAME(version) NAME_(version)
EXPORT uint32_t NAME(VERSION)(void) { return VERSION; }
EXPORT uint32_t judge_abi_version(void) { return VERSION; }
EXPORT void *judge_input(uint32_t wanted) { length = wanted; return input; }
EXPORT void *judge_result(void) { return &result; }
EXPORT uint32_t judge_bench(uint32_t iterations, uint32_t warmup) { return iterations + warmup; }

EXPORT uint32_t judge_call(void) {
    struct timespec nap = {0, 150 * 1000 * 1000};
    result.status = length < 2 ? 2 : 0;
    result.duration_ns = 5;
    result.message_len = 0;
    switch (length < 2 ? 0 : input[1]) {
    case CRASH: abort();
    case EXIT: _exit(3);
    case SLEEP: nanosleep(&nap, 0); break;
    case LOOP: for (volatile int i = 0;; i++);
    case FAIL:
        result.status = 1;
        result.message = (uintptr_t)reason;
        result.message_len = sizeof reason - 1;
    }
    output[0] = 0xdc; /* an array whose length has 16 bits */
    output[1] = TIMES >> 8;
    output[2] = TIMES & 255;
    for (int i = 0; i < TIMES; i++) output[3 + i] = ANSWER;
    result.output = (uintptr_t)output;
    result.output_len = sizeof output;
    return result.status;
}
