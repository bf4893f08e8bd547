/* Speaks the harness ABI by hand, and lies in the result as its one argument says. */
#include <stdint.h>
#include <string.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(name)))
#else
#define EXPORT(name) __attribute__((visibility("default")))
#endif

typedef struct {
    uint32_t abi_version, status;
    uint64_t duration_ns, output, output_len, message, message_len;
} result_t;

static result_t result = {1};
static unsigned char input[1 << 16];
static unsigned char big[1 << 17];

EXPORT("judge_abi_v1") uint32_t judge_abi_v1(void) { return 1; }
EXPORT("judge_abi_version") uint32_t judge_abi_version(void) { return 1; }
EXPORT("judge_input") void *judge_input(uint32_t length) { (void)length; return input; }
EXPORT("judge_result") result_t *judge_result(void) { return &result; }
EXPORT("judge_bench") uint32_t judge_bench(uint32_t n, uint32_t warmup) { return n + warmup; }

EXPORT("judge_call") uint32_t judge_call(void) {
    int how = input[1];
    memset(&result, 0, sizeof result);
    result.output = (uintptr_t)input;
    result.output_len = 2;
    switch (how) {
    case 1: result.output_len = UINT64_MAX; break;
    case 2: result.output_len = (uint64_t)1 << 32; break;
    case 3: result.output = UINT64_MAX - 7; result.output_len = 64; break;
    case 4: result.output = 0; result.output_len = 4096; result.status = 1; break;
    case 5: result.status = UINT32_MAX; break;
    case 6: result.status = 256; break;
    case 7: result.status = 1; result.message = UINT64_MAX - 7; result.message_len = 64; break;
    case 8: result.status = 1; result.message = 8; result.message_len = UINT64_MAX; break;
    case 9: result.status = 1; result.message = (uintptr_t)"\xff\xfe\xc0\x80"; result.message_len = 4; break;
    case 10: memset(big, 0x91, sizeof big); result.output = (uintptr_t)big; result.output_len = sizeof big; break;
    case 11: result.duration_ns = UINT64_MAX; break;
    case 12: result.abi_version = 77; break;
    case 13: result.output_len = 0; break;
    }
    return result.status;
}
