// Stands in for libstdc++'s own header of this name, which libc++ does not have: the same
// standard library in both modes, taken from the precompiled header.
#ifndef JUDGE_BITS_STDCXX_H
#define JUDGE_BITS_STDCXX_H

#include "judge_std.hpp"

#endif
