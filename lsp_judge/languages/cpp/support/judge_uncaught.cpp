// wasm has no exceptions here: what would throw says so on stderr, in the words that
// `traceback` knows, and traps, so that the trap's frames name the line that threw.
#ifdef __wasm__

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <typeinfo>

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

// The last name of a longer one, such as a class inside a function: `...E5MyErr`.
std::string last_name(const std::string &mangled)
{
    for (std::size_t at = mangled.size(); at-- > 0;) {
        char *rest = nullptr;
        if (mangled[at] < '1' || mangled[at] > '9')
            continue;
        std::size_t length = std::strtoul(mangled.c_str() + at, &rest, 10);
        if (std::strlen(rest) == length)
            return rest;
    }
    return mangled;
}

// A mangled class name for people: `St13runtime_error`, `7MyError`, `N3app5ErrorE`
// (Itanium C++ ABI, 5.1.5).
std::string readable(const char *mangled)
{
    std::string name;
    const char *at = mangled + (*mangled == 'N');
    if (std::strncmp(at, "St", 2) == 0) {
        name = "std";
        at += 2;
    }
    while (*at >= '1' && *at <= '9') {
        char *start = nullptr;
        std::size_t length = std::strtoul(at, &start, 10);
        if (std::strlen(start) < length)
            return last_name(mangled);
        std::string part(start, length);
        at = start + length;
        if (part == "__1" || part == "__2")
            continue;
        name += (name.empty() ? "" : "::") + part;
    }
    return *at == 0 || std::strcmp(at, "E") == 0 ? name : last_name(mangled);
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

std::string name_of(const std::type_info &type)
{
    if (type == typeid(const char *))
        return "char const*";
    if (type == typeid(int))
        return "int";
    if (type == typeid(std::string))
        return "std::string";
    return readable(type.name());
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
    end("judge: uncaught exception " + name_of(*type) + (text.empty() ? "" : ": ") + text + "\n");
}

[[noreturn]] void __cxa_rethrow() { end("judge: uncaught exception\n"); }

// Handlers are dead code without exceptions, but what stands in them has to link.
void *__cxa_begin_catch(void *object) noexcept { return object; }
void __cxa_end_catch() {}
void *__cxa_get_exception_ptr(void *object) noexcept { return object; }
}

#endif
