// What `new` does where there is no memory: zig's own build of libc++ traps without a word.
#include <new>

namespace std {

const nothrow_t nothrow{};

void __throw_bad_alloc() { throw bad_alloc(); }

} // namespace std
