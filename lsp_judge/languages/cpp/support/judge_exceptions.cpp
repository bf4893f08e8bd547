// Exceptions in wasm, for files that catch some: zig builds its C++ library without them, but
// brings the sources of the part that is missing. (Paths are relative to libc++abi's headers.)
#define _LIBCPP_BUILDING_LIBRARY
#define _LIBCXXABI_BUILDING_LIBRARY
#define _LIBCXXABI_HAS_NO_THREADS
#include <../src/cxa_exception.cpp>
#include <../src/cxa_exception_storage.cpp>
#include <../src/cxa_personality.cpp>

// What is left is the unwinder. The engine does the unwinding; a landing pad asks the
// personality function which of its handlers it is to run (WebAssembly tool conventions,
// "C++ exception handling").
struct judge_landing_pad {
    std::uintptr_t index;
    std::uintptr_t lsda;
    std::uintptr_t selector;
};

static judge_landing_pad *judge_pad(_Unwind_Context *context)
{
    return reinterpret_cast<judge_landing_pad *>(context);
}

extern "C" {

judge_landing_pad __wasm_lpad_context;

_Unwind_Reason_Code __gxx_personality_wasm0(int, _Unwind_Action, std::uint64_t,
                                            _Unwind_Exception *, _Unwind_Context *);

_Unwind_Reason_Code _Unwind_CallPersonality(void *thrown)
{
    auto *exception = static_cast<_Unwind_Exception *>(thrown);
    __wasm_lpad_context.selector = 0;
    return __gxx_personality_wasm0(1, _UA_SEARCH_PHASE, exception->exception_class, exception,
                                   reinterpret_cast<_Unwind_Context *>(&__wasm_lpad_context));
}

_Unwind_Reason_Code _Unwind_RaiseException(_Unwind_Exception *exception)
{
    __builtin_wasm_throw(0, exception);
}

void _Unwind_DeleteException(_Unwind_Exception *exception)
{
    if (exception->exception_cleanup != nullptr)
        exception->exception_cleanup(_URC_FOREIGN_EXCEPTION_CAUGHT, exception);
}

// The personality function sets the selector as register 1, and reads the landing pad's index
// as a place in the code, which it takes for the place behind a call.
void _Unwind_SetGR(_Unwind_Context *context, int index, _Unwind_Word value)
{
    if (index == 1)
        judge_pad(context)->selector = value;
}

_Unwind_Word _Unwind_GetIP(_Unwind_Context *context) { return judge_pad(context)->index + 2; }

void _Unwind_SetIP(_Unwind_Context *, _Unwind_Word) {}

void *_Unwind_GetLanguageSpecificData(_Unwind_Context *context)
{
    return reinterpret_cast<void *>(judge_pad(context)->lsda);
}

std::uintptr_t _Unwind_GetRegionStart(_Unwind_Context *) { return 0; }
}

__asm__(".globl __cpp_exception\n"
        ".tagtype __cpp_exception i32\n"
        "__cpp_exception:\n");
