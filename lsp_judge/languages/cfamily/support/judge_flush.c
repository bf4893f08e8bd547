/* What a language without streams of its own has to write out. */
#include <stdio.h>

#include "judge_core.h"

#ifdef __cplusplus
extern "C"
#endif
void judge_flush(void)
{
    fflush(stdout);
    fflush(stderr);
}
