/* Speaks the harness ABI by hand and behaves as its one argument says. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(name)))
#else
#define EXPORT(name) __attribute__((visibility("default")))
#endif
#ifndef VERSION
#define VERSION 1
#endif

typedef struct {
    uint32_t abi_version, status;
    uint64_t duration_ns, output, output_len, message, message_len;
} result_t;

static result_t result = {VERSION};
static char input[1 << 16];
static uint32_t length;
static int calls;
static char *volatile kept;

EXPORT("judge_abi_version") uint32_t judge_abi_version(void) { return VERSION; }
#define NAME_OF_(version) judge_abi_v##version
#define NAME_OF(version) NAME_OF_(version)
#define TEXT_OF_(version) "judge_abi_v" #version
#define TEXT_OF(version) TEXT_OF_(version)
#ifndef NAMELESS
EXPORT(TEXT_OF(VERSION)) uint32_t NAME_OF(VERSION)(void) { return VERSION; }
#endif
EXPORT("judge_input") void *judge_input(uint32_t len) { length = len; return input; }
EXPORT("judge_result") result_t *judge_result(void) { return &result; }
EXPORT("judge_bench") uint32_t judge_bench(uint32_t iterations, uint32_t warmup) {
    return iterations + warmup;
}

static void fill_memory(void) {
    for (;;) {
        char *page = malloc(1 << 20);
        if (!page) abort();
        memset(page, 1, 1 << 20);
        kept = page; /* so that the compiler keeps the allocation */
    }
}

EXPORT("judge_call") uint32_t judge_call(void) {
    static const char text[] = "a reason of its own";
    char how = input[1];
    result.status = 0;
    result.duration_ns = 5;
    result.output = (uintptr_t)input;
    result.output_len = length;
    result.message_len = 0;
    switch (how) {
    case 1: for (volatile int i = 0;; i++); /* loops */
    case 2: __builtin_trap();
    case 3: exit(0);
    case 4: printf("print %d\n", how); fflush(stdout); break;
    case 5: for (;;) { printf("flood flood flood\n"); fflush(stdout); }
    case 6: { FILE *file = fopen("/etc/passwd", "r"); input[1] = file ? 1 : 0; break; }
    case 7: fill_memory(); break;
    case 8: result.output = 0xfffffff0u; result.output_len = 64; break;
    case 9: result.status = 77; break;
    case 10: result.status = 1; result.message = (uintptr_t)text; result.message_len = 19; break;
    case 11: input[1] = (char)(100 + ++calls); break;
    case 12: exit(42); /* a status that means something else outside of a case */
    case 13: exit(40);
    }
    return result.status;
}
