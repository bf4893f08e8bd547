// The part of the C++ harness that no signature changes: compiled once per compiler.
#include <cxxabi.h>
#include <exception>
#include <new>
#include <string>
#include <typeinfo>

#include "judge_codec.hpp"
#include "judge_names.hpp"

namespace judge_codec {

#define JUDGE_DEFINE_CODEC(...)                                                                  \
    bool codec<__VA_ARGS__>::read(__VA_ARGS__ &values)                                           \
    {                                                                                            \
        return sequence_codec<__VA_ARGS__>::read(values);                                        \
    }                                                                                            \
    void codec<__VA_ARGS__>::write(const __VA_ARGS__ &values)                                    \
    {                                                                                            \
        sequence_codec<__VA_ARGS__>::write(values);                                              \
    }
JUDGE_COMMON_TYPES(JUDGE_DEFINE_CODEC)

} // namespace judge_codec

#if !defined(__wasm__) || defined(__WASM_EXCEPTIONS__)

static judge_status judge_caught(const char *text)
{
    const std::type_info *type = abi::__cxa_current_exception_type();
    std::string name = type ? judge_names::type_name(*type) : "of an unknown type";
    return judge_fail(name.c_str(), text);
}

judge_status judge_entry(void)
{
    try {
        return judge_codec::entry();
    } catch (const std::bad_alloc &) {
        return judge_say(JUDGE_NO_MEMORY, "out of memory: std::bad_alloc");
    } catch (const std::exception &error) {
        return judge_caught(error.what());
    } catch (const char *text) {
        return judge_caught(text);
    } catch (const std::string &text) {
        return judge_caught(text.c_str());
    } catch (int value) {
        return judge_caught(std::to_string(value).c_str());
    } catch (...) {
        return judge_caught("");
    }
}

#else

// Nothing can be caught here: a throw ends the case as a trap (judge_uncaught.cpp).
judge_status judge_entry(void) { return judge_codec::entry(); }

#endif
