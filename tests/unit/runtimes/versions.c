/* Speaks the ABI by hand, 1.0 or (with -DMINOR=1) 1.1: answers with what it was given. */
#include <stdint.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#define EXPORT(name) __attribute__((visibility("default")))
#endif
#ifndef MINOR
#define MINOR 0
#endif

static struct {
    uint32_t abi_version, status;
    uint64_t duration_ns, output, output_len, message, message_len;
#if MINOR >= 1
    uint64_t handling_ns;
#endif
#if MINOR >= 2
    uint64_t of_the_future;
#endif
} result = {1 | MINOR << 16};
/* What stands behind the struct of 1.0 must not be taken for a field of it. */
static uint64_t behind = 0xdeadbeef;
static char input[1 << 12];
static uint32_t length;

EXPORT(judge_abi_version) uint32_t judge_abi_version(void) { return 1; }
EXPORT(judge_abi_v1) uint32_t judge_abi_v1(void) { return behind != 0; }
EXPORT(judge_input) void *judge_input(uint32_t len) { length = len; return input; }
EXPORT(judge_result) void *judge_result(void) { return &result; }
EXPORT(judge_bench) uint32_t judge_bench(uint32_t iterations, uint32_t warmup)
{
    return iterations + warmup;
}

EXPORT(judge_call) uint32_t judge_call(void)
{
    result.duration_ns = 5;
    result.output = (uintptr_t)input;
    result.output_len = length;
#if MINOR >= 1
    result.handling_ns = 7;
#endif
    return 0;
}
