/* In place of judge_flush.c, where a packed solution cannot have printed: without it the standard
 * streams stay out of a WebAssembly module. */
#include "judge_core.h"

#ifdef __cplusplus
extern "C"
#endif
void judge_flush(void)
{
}
