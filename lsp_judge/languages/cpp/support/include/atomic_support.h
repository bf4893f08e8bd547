// Stands in for libc++'s private header of this name, of which libc++abi needs one function:
// a wasm solution has one thread.
#ifndef JUDGE_ATOMIC_SUPPORT_H
#define JUDGE_ATOMIC_SUPPORT_H

namespace std {

template <class T, class U> inline T __libcpp_atomic_add(T *value, U more)
{
    return *value += more;
}

} // namespace std

#endif
