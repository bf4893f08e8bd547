/* A small module that prints nothing has no streams, and so nothing to write out. */
#include "judge_core.h"

void judge_flush(void) {}
