// Reads the arguments of a C++ entry, calls it and writes its result, by the entry's own
// types: they are deduced from a pointer to it, so that aliases and macros of the user's
// mean here what they mean in the user's file.
#ifndef JUDGE_CODEC_HPP
#define JUDGE_CODEC_HPP

#include <array>
#include <cstdint>
#include <deque>
#include <list>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "judge_core.h"

namespace judge_codec {

using status = judge_status;

// The glue's: what judge_entry of the support object calls, inside its try block.
status entry();

template <class T> struct codec;

// A byte is a character, whichever way it is spelt.
template <class T>
concept byte = std::is_same_v<T, char> || std::is_same_v<T, unsigned char>;

template <class T>
    requires(std::is_integral_v<T> && !byte<T>)
struct codec<T> {
    static bool read(T &value)
    {
        if constexpr (std::is_signed_v<T>) {
            std::int64_t wide = 0;
            using limits = std::numeric_limits<T>;
            if (!judge_read_int(limits::min(), limits::max(), &wide))
                return false;
            value = static_cast<T>(wide);
        } else {
            std::uint64_t wide = 0;
            if (!judge_read_uint(std::numeric_limits<T>::max(), &wide))
                return false;
            value = static_cast<T>(wide);
        }
        return true;
    }
    static void write(T value)
    {
        if constexpr (std::is_signed_v<T>)
            judge_write_int(value);
        else
            judge_write_uint(value);
    }
};

template <> struct codec<bool> {
    static bool read(bool &value)
    {
        int wide = 0;
        bool good = judge_read_bool(&wide);
        value = wide != 0;
        return good;
    }
    static void write(bool value) { judge_write_bool(value); }
};

template <class T>
    requires byte<T>
struct codec<T> {
    static bool read(T &value)
    {
        unsigned char byte = 0;
        bool good = judge_read_char(&byte);
        value = static_cast<T>(byte);
        return good;
    }
    static void write(T value) { judge_write_char(static_cast<unsigned char>(value)); }
};

template <class T>
    requires std::is_floating_point_v<T>
struct codec<T> {
    static bool read(T &value)
    {
        double wide = 0;
        bool good = judge_read_double(&wide);
        value = static_cast<T>(wide);
        return good;
    }
    static void write(T value) { judge_write_double(static_cast<double>(value)); }
};

template <> struct codec<std::string> {
    static bool read(std::string &value)
    {
        const char *text = nullptr;
        std::uint32_t length = 0;
        if (!judge_read_string(&text, &length))
            return false;
        value.assign(text, length);
        return true;
    }
    static void write(const std::string &value) { judge_write_string(value.data(), value.size()); }
};

template <> struct codec<std::string_view> {
    static void write(std::string_view value) { judge_write_string(value.data(), value.size()); }
};

template <> struct codec<const char *> {
    static void write(const char *value) { codec<std::string_view>::write(value ? value : ""); }
};

template <class Sequence> struct sequence_codec {
    using element = typename Sequence::value_type;
    static constexpr bool contiguous = requires(Sequence &values) { values.data(); };
    static constexpr bool whole = contiguous && std::is_integral_v<element> &&
                                  std::is_signed_v<element> && !std::is_same_v<element, char>;
    static constexpr bool i32 = whole && sizeof(element) == 4;
    static constexpr bool i64 = whole && sizeof(element) == 8;
    static constexpr bool f64 = contiguous && std::is_same_v<element, double>;

    static bool read(Sequence &values)
    {
        std::uint32_t count = 0;
        if (!judge_read_array(&count))
            return false;
        if constexpr (requires { values.resize(count); })
            values.resize(count);
        else if (count != values.size())
            return judge_reject("an array of the right length");
        return read_elements(values, count);
    }

    static bool read_elements(Sequence &values, std::uint32_t count)
    {
        if constexpr (i32) {
            return judge_read_i32s(reinterpret_cast<std::int32_t *>(values.data()), count);
        } else if constexpr (i64) {
            return judge_read_i64s(reinterpret_cast<std::int64_t *>(values.data()), count);
        } else if constexpr (f64) {
            return judge_read_doubles(values.data(), count);
        } else {
            for (auto &&value : values) {
                // A vector<bool> hands out proxies, which cannot be read into.
                if constexpr (std::is_same_v<element, bool>) {
                    bool flag = false;
                    if (!codec<bool>::read(flag))
                        return false;
                    value = flag;
                } else if (!codec<element>::read(value)) {
                    return false;
                }
            }
            return true;
        }
    }

    static void write(const Sequence &values)
    {
        if constexpr (i32) {
            judge_write_i32s(reinterpret_cast<const std::int32_t *>(values.data()), values.size());
        } else if constexpr (i64) {
            judge_write_i64s(reinterpret_cast<const std::int64_t *>(values.data()), values.size());
        } else if constexpr (f64) {
            judge_write_doubles(values.data(), values.size());
        } else {
            judge_write_array(values.size());
            for (const auto &value : values)
                codec<element>::write(value);
        }
    }
};

template <class T> struct codec<std::vector<T>> : sequence_codec<std::vector<T>> {};
template <class T> struct codec<std::deque<T>> : sequence_codec<std::deque<T>> {};
template <class T> struct codec<std::list<T>> : sequence_codec<std::list<T>> {};
template <class T, std::size_t n>
struct codec<std::array<T, n>> : sequence_codec<std::array<T, n>> {};

template <class T> struct codec<std::pair<T, T>> {
    static bool read(std::pair<T, T> &value)
    {
        std::uint32_t count = 0;
        if (!judge_read_array(&count))
            return false;
        if (count != 2)
            return judge_reject("an array of two");
        return codec<T>::read(value.first) && codec<T>::read(value.second);
    }
    static void write(const std::pair<T, T> &value)
    {
        judge_write_array(2);
        codec<T>::write(value.first);
        codec<T>::write(value.second);
    }
};

// What sites call Interval and Point: it travels as an array of its two fields.
template <class T>
concept interval = std::is_class_v<T> && requires(T &value) {
    requires std::is_integral_v<decltype(value.start)>;
    requires std::is_integral_v<decltype(value.end)>;
};

template <class T>
concept point = std::is_class_v<T> && requires(T &value) {
    requires std::is_integral_v<decltype(value.x)>;
    requires std::is_integral_v<decltype(value.y)>;
};

template <class T>
    requires(interval<T> || point<T>)
struct codec<T> {
    static auto fields(auto &value)
    {
        if constexpr (interval<T>)
            return std::tie(value.start, value.end);
        else
            return std::tie(value.x, value.y);
    }
    static bool read(T &value)
    {
        std::uint32_t count = 0;
        if (!judge_read_array(&count))
            return false;
        if (count != 2)
            return judge_reject("an array of two");
        auto [first, second] = fields(value);
        return codec<std::remove_cvref_t<decltype(first)>>::read(first) &&
               codec<std::remove_cvref_t<decltype(second)>>::read(second);
    }
    static void write(const T &value)
    {
        auto [first, second] = fields(value);
        judge_write_array(2);
        codec<std::remove_cvref_t<decltype(first)>>::write(first);
        codec<std::remove_cvref_t<decltype(second)>>::write(second);
    }
};

// The usual types are compiled once, in the support object, rather than after every edit.
#define JUDGE_COMMON_TYPES(declare)                                                              \
    declare(std::vector<int>) declare(std::vector<long>) declare(std::vector<long long>)         \
    declare(std::vector<double>) declare(std::vector<bool>) declare(std::vector<char>)           \
    declare(std::vector<std::string>) declare(std::vector<std::vector<int>>)                     \
    declare(std::vector<std::vector<long long>>) declare(std::vector<std::vector<double>>)       \
    declare(std::vector<std::vector<bool>>) declare(std::vector<std::vector<char>>)              \
    declare(std::vector<std::vector<std::string>>)

#define JUDGE_DECLARE_CODEC(...)                                                                 \
    template <> struct codec<__VA_ARGS__> {                                                      \
        static bool read(__VA_ARGS__ &values);                                                   \
        static void write(const __VA_ARGS__ &values);                                            \
    };
JUDGE_COMMON_TYPES(JUDGE_DECLARE_CODEC)

// What an argument is kept in while the entry runs: a value that can be changed.
template <class T> struct kept {
    using type = std::remove_cvref_t<T>;
};
template <class T>
    requires std::is_same_v<std::remove_cvref_t<T>, std::string_view>
struct kept<T> {
    using type = std::string;
};
template <class T> struct kept<std::span<T>> {
    using type = std::vector<std::remove_cv_t<T>>;
};

template <class T> bool read_argument(T &value, const char *const *names, std::uint32_t index)
{
    judge_argument(index, names[index]);
    return codec<T>::read(value);
}

template <class Result, class... Parameters, class Call, std::size_t... index>
status run(const char *const *names, Call call, std::index_sequence<index...>)
{
    std::tuple<typename kept<Parameters>::type...> arguments;
    bool good = judge_open(sizeof...(Parameters)) &&
                (read_argument(std::get<index>(arguments), names, index) && ...);
    if (!good || !judge_close())
        return JUDGE_BAD_INPUT;
    // A parameter by value takes the argument over, as it would from a temporary.
    if constexpr (std::is_void_v<Result>) {
        judge_start();
        call(static_cast<Parameters &&>(std::get<index>(arguments))...);
        judge_stop();
        judge_write_null();
    } else {
        judge_start();
        Result result = call(static_cast<Parameters &&>(std::get<index>(arguments))...);
        judge_stop();
        if (judge_wants_output())
            codec<std::remove_cvref_t<Result>>::write(result);
    }
    return JUDGE_RETURNED;
}

// A method is called on an object of its own, made before the clock starts.
template <class Owner, class Result, class Class, class... Parameters>
status call(const char *const *names, Result (Class::*method)(Parameters...))
{
    std::unique_ptr<Owner> self(new Owner);
    auto call = [&](Parameters... values) -> Result {
        return (self.get()->*method)(static_cast<Parameters &&>(values)...);
    };
    return run<Result, Parameters...>(names, call, std::index_sequence_for<Parameters...>());
}

template <class Owner, class Result, class Class, class... Parameters>
status call(const char *const *names, Result (Class::*method)(Parameters...) const)
{
    std::unique_ptr<Owner> self(new Owner);
    auto call = [&](Parameters... values) -> Result {
        return (self.get()->*method)(static_cast<Parameters &&>(values)...);
    };
    return run<Result, Parameters...>(names, call, std::index_sequence_for<Parameters...>());
}

// A free function, or a static method.
template <class Owner, class Result, class... Parameters>
status call(const char *const *names, Result (*function)(Parameters...))
{
    return run<Result, Parameters...>(names, function, std::index_sequence_for<Parameters...>());
}

} // namespace judge_codec

#endif
