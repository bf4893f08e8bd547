// The names of types as people write them: the same in both modes, and without the demangler,
// which would make every wasm module three times as large.
#ifndef JUDGE_NAMES_HPP
#define JUDGE_NAMES_HPP

#include <cstdlib>
#include <cstring>
#include <string>
#include <typeinfo>

namespace judge_names {

// The last name of a longer one, such as a class inside a function: `...E5MyErr`.
inline std::string last_name(const std::string &mangled)
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
inline std::string readable(const char *mangled)
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

// What is thrown is most often one of these.
inline std::string type_name(const std::type_info &type)
{
    if (type == typeid(const char *))
        return "char const*";
    if (type == typeid(int))
        return "int";
    if (type == typeid(std::string))
        return "std::string";
    return readable(type.name());
}

} // namespace judge_names

#endif
