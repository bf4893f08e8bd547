/* What the parts of the core share and the glue never sees. */
#ifndef JUDGE_PRIVATE_H
#define JUDGE_PRIVATE_H

#include "judge_core.h"

/* What is called everywhere: quick in the call's place, or small as a function of its own. */
#ifdef JUDGE_SMALL
#define JUDGE_INLINE __attribute__((noinline))
#else
#define JUDGE_INLINE inline
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Opens the input for reading, and forgets the output and message of the call before. */
void judge_rewind_input(const unsigned char *bytes, uint32_t length);
void judge_rewind_output(int wanted);
const unsigned char *judge_output(size_t *length);
/* 1 where the output did not fit into memory. */
int judge_output_lost(void);

#ifdef __cplusplus
}
#endif

#endif
