// Linked where the user's text names a stream of the standard library; the other build of
// judge_flush (judge_flush.c) leaves iostreams out of the artifact.
#include <cstdio>
#include <iostream>

#include "judge_core.h"

void judge_flush(void)
{
    std::cout.flush();
    std::clog.flush();
    std::fflush(stdout);
    std::fflush(stderr);
}
