// std::string and std::stoi once more, this time with exceptions: zig's own build of libc++
// traps without a word. (The path is relative to libc++'s own headers.)
#define _LIBCPP_BUILDING_LIBRARY
#include <../src/string.cpp>
