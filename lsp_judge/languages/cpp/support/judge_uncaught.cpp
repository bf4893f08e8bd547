// A file that catches nothing is built without exceptions for wasm: what would throw says so on stderr, in the words that
// `traceback` knows, and traps, so that the trap's frames name the line that threw.
#ifdef __wasm__

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <typeinfo>

#include "judge_names.hpp"

namespace {

// The first virtual functions of libc++abi's `__shim_type_info`, in its order: the only way
// to ask whether a type that is known at run time alone derives from std::exception.
struct judge_class : std::type_info {
    virtual void noop1() const;
    virtual void noop2() const;
    virtual bool can_catch(const judge_class *thrown, void *&adjusted) const;
};

bool is_a(const std::type_info &wanted, const std::type_info &thrown, void *&object)
{
    auto *base = reinterpret_cast<const judge_class *>(&wanted);
    return base->can_catch(reinterpret_cast<const judge_class *>(&thrown), object);
}

std::string text_of(void *object, const std::type_info &type)
{
    void *adjusted = object;
    if (type == typeid(const char *) || type == typeid(char *))
        return *static_cast<const char **>(object);
    if (type == typeid(int))
        return std::to_string(*static_cast<int *>(object));
    if (type == typeid(std::string))
        return *static_cast<std::string *>(object);
    if (is_a(typeid(std::exception), type, adjusted))
        return static_cast<std::exception *>(adjusted)->what();
    return "";
}

[[noreturn]] void end(const std::string &line)
{
    std::fflush(stdout);
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
    __builtin_trap();
}

} // namespace

// The way out of libc++'s own code (std::stoi), which is built without exceptions. The
// library's definition brings in printf and doubles the module.
void std::__libcpp_verbose_abort(const char *format, ...) noexcept
{
    std::va_list values;
    va_start(values, format);
    std::string text = "judge: ";
    for (const char *at = format; *at != 0; at++) {
        if (*at == '%' && at[1] == 's' && at++)
            text += va_arg(values, const char *);
        else
            text += *at;
    }
    va_end(values);
    end(text + "\n");
}

extern "C" {

void *__cxa_allocate_exception(std::size_t size) noexcept
{
    void *object = std::calloc(1, size);
    if (object == nullptr)
        __builtin_trap();
    return object;
}

void __cxa_free_exception(void *object) noexcept { std::free(object); }

[[noreturn]] void __cxa_throw(void *object, std::type_info *type, void (*)(void *))
{
    if (*type == typeid(std::bad_alloc))
        end("judge: out of memory: std::bad_alloc\n");
    std::string text = text_of(object, *type);
    end("judge: uncaught exception " + judge_names::type_name(*type) + (text.empty() ? "" : ": ") + text + "\n");
}

[[noreturn]] void __cxa_rethrow() { end("judge: uncaught exception\n"); }

// Handlers are dead code without exceptions, but what stands in them has to link.
void *__cxa_begin_catch(void *object) noexcept { return object; }
void __cxa_end_catch() {}
void *__cxa_get_exception_ptr(void *object) noexcept { return object; }
}

#endif
