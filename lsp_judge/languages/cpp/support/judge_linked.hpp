// Linked structures: their nodes travel in tables, and what refers to a node is an index
// (ARCHITECTURE, "Values"). The glue says for each class where its links are.
#ifndef JUDGE_LINKED_HPP
#define JUDGE_LINKED_HPP

#include <unordered_map>

#include "judge_codec.hpp"

namespace judge_codec {

// Specialised by the glue: `each(node, visit)` visits the links of a node in their order.
template <class T> struct links;

template <class T>
concept linked = requires(T &node) { links<T>::each(node, [](auto &) {}); };

template <class T> struct table {
    static inline std::vector<T *> input, output;
    static inline std::unordered_map<T *, std::uint32_t> origins, places;

    static void clear()
    {
        input.clear();
        output.clear();
        origins.clear();
        places.clear();
    }

    // Where a node stands in the output.
    static std::uint32_t place(T *node)
    {
        auto [found, fresh] = places.try_emplace(node, static_cast<std::uint32_t>(output.size()));
        if (fresh)
            output.push_back(node);
        return found->second;
    }
};

// Without a word about constructors: the user's own class may have any.
template <class T> T *fresh_node()
{
    if constexpr (std::is_default_constructible_v<T>)
        return new T();
    else if constexpr (std::is_constructible_v<T, int>)
        return new T(0);
    else
        return new (::operator new(sizeof(T))) T{};
}

template <linked T> struct codec<T *> {
    static bool read(T *&node)
    {
        std::uint64_t index = 0;
        node = nullptr;
        if (judge_read_nil())
            return true;
        if (!judge_read_uint(0xFFFFFFFF, &index))
            return false;
        if (index >= table<T>::input.size())
            return judge_reject("a node of the table");
        node = table<T>::input[index];
        return true;
    }
    static void write(T *node)
    {
        if (node == nullptr)
            judge_write_null();
        else
            judge_write_uint(table<T>::place(node));
    }
};

template <class T> struct node_reader {
    static bool all()
    {
        std::uint32_t count = 0;
        table<T>::clear();
        if (!judge_read_array(&count))
            return false;
        table<T>::input.reserve(count);
        for (std::uint32_t i = 0; i < count; i++) {
            T *node = fresh_node<T>();
            table<T>::origins[node] = i;
            table<T>::input.push_back(node);
        }
        judge_left(static_cast<std::uint64_t>(count) * (sizeof(T) + 16));
        for (T *node : table<T>::input)
            if (!one(*node))
                return false;
        return true;
    }

    static bool one(T &node)
    {
        std::uint32_t fields = 0, wanted = 1;
        links<T>::each(node, [&](auto &) { wanted++; });
        if (!judge_read_array(&fields))
            return false;
        if (fields != wanted)
            return judge_reject("a node with all its links");
        bool good = codec<std::remove_cvref_t<decltype(node.val)>>::read(node.val);
        links<T>::each(node, [&](auto &link) {
            good = good && codec<std::remove_cvref_t<decltype(link)>>::read(link);
        });
        return good;
    }
};

template <class T> void discover()
{
    // The list grows while it is walked.
    for (std::size_t i = 0; i < table<T>::output.size(); i++)
        links<T>::each(*table<T>::output[i], [](auto &link) {
            if constexpr (std::is_pointer_v<std::remove_cvref_t<decltype(link)>>) {
                if (link)
                    table<T>::place(link);
            } else {
                for (T *each : link)
                    if (each)
                        table<T>::place(each);
            }
        });
}

template <class T> void write_table()
{
    discover<T>();
    judge_write_array(table<T>::output.size());
    for (T *node : table<T>::output) {
        std::size_t fields = 2;
        links<T>::each(*node, [&](auto &) { fields++; });
        judge_write_array(fields);
        auto origin = table<T>::origins.find(node);
        if (origin == table<T>::origins.end())
            judge_write_null();
        else
            judge_write_uint(origin->second);
        codec<std::remove_cvref_t<decltype(node->val)>>::write(node->val);
        links<T>::each(*node, [](auto &link) {
            codec<std::remove_cvref_t<decltype(link)>>::write(link);
        });
    }
}

// The tables of all linked classes of a signature.
template <class... Nodes> struct tables {
    static bool read()
    {
        std::uint32_t count = 0;
        if (!judge_read_array(&count))
            return false;
        if (count != sizeof...(Nodes))
            return judge_reject("a table for each linked type");
        return (node_reader<Nodes>::all() && ...);
    }
    // Nodes that nothing refers to any more may have been freed: the first one stands for all.
    static void place_first() { place_input<std::tuple_element_t<0, std::tuple<Nodes...>>>(); }
    static void write()
    {
        judge_write_array(sizeof...(Nodes));
        (write_table<Nodes>(), ...);
    }

private:
    template <class T> static void place_input()
    {
        if (!table<T>::input.empty())
            table<T>::place(table<T>::input.front());
    }
};

// The extended form of a call: `[tables, argument...]` in, `[result, after, tables]` out.
template <class Tables, bool heap, std::size_t... after> struct extended {
    template <class Result, class... Parameters, class Call, std::size_t... index>
    static status run(const char *const *names, Call call, std::index_sequence<index...>)
    {
        std::tuple<typename kept<Parameters>::type...> arguments;
        bool good = judge_open(sizeof...(Parameters) + 1) && Tables::read() &&
                    (read_argument(std::get<index>(arguments), names, index) && ...);
        if (!good || !judge_close())
            return JUDGE_BAD_INPUT;
        if constexpr (std::is_void_v<Result>) {
            judge_start();
            call(static_cast<Parameters &&>(std::get<index>(arguments))...);
            judge_stop();
            begin();
            judge_write_null();
        } else {
            judge_start();
            Result result = call(static_cast<Parameters &&>(std::get<index>(arguments))...);
            judge_stop();
            if (!judge_wants_output())
                return JUDGE_RETURNED;
            begin();
            codec<std::remove_cvref_t<Result>>::write(result);
        }
        judge_write_array(sizeof...(after));
        (write_argument(std::get<after>(arguments)), ...);
        if constexpr (heap)
            Tables::place_first();
        Tables::write();
        return JUDGE_RETURNED;
    }

private:
    static void begin() { judge_write_array(3); }
    template <class T> static void write_argument(const T &value) { codec<T>::write(value); }
};

// The plain form, for what takes a form as a parameter.
struct plain {
    template <class Result, class... Parameters, class Call, std::size_t... index>
    static status run(const char *const *names, Call call, std::index_sequence<index...> all)
    {
        return judge_codec::run<Result, Parameters...>(names, call, all);
    }
};

// Calls of a class, one after the other: `[tables, [[op, argument...], ...]]` in, the results
// and the tables out.
template <class Tables> class calls {
    std::uint32_t left_ = 0;

public:
    std::uint64_t op = 0;
    std::uint32_t arguments = 0;
    bool good = true;

    bool open()
    {
        good = judge_open(2) && Tables::read() && judge_read_array(&left_);
        if (good) {
            judge_write_array(3);
            judge_write_array(left_);
        }
        return good;
    }

    // Goes on to the next call; false where there is none, or none that can be read.
    bool next()
    {
        if (!good || left_ == 0)
            return false;
        left_--;
        good = judge_read_array(&arguments) && judge_read_uint(0xFFFF, &op);
        return good;
    }

    status close()
    {
        if (!good || !judge_close())
            return JUDGE_BAD_INPUT;
        judge_write_array(0);
        Tables::write();
        return JUDGE_RETURNED;
    }

    void refuse() { good = judge_reject("a call that the class has"); }

    template <class Result, class... Parameters, class Call, std::size_t... index>
    void run(const char *const *names, Call call, std::index_sequence<index...>)
    {
        std::tuple<typename kept<Parameters>::type...> values;
        if (arguments != sizeof...(Parameters) + 1)
            good = judge_reject("as many arguments as the method takes");
        good = good && (read_argument(std::get<index>(values), names, index) && ...);
        if (!good)
            return;
        if constexpr (std::is_void_v<Result>) {
            judge_start();
            call(static_cast<Parameters &&>(std::get<index>(values))...);
            judge_lap();
            judge_write_null();
        } else {
            judge_start();
            Result result = call(static_cast<Parameters &&>(std::get<index>(values))...);
            judge_lap();
            codec<std::remove_cvref_t<Result>>::write(result);
        }
    }

    // The constructor: `make` is a function of its parameters.
    template <class Owner, class... Parameters>
    void construct(std::unique_ptr<Owner> &self, const char *const *names,
                   Owner *(*make)(Parameters...))
    {
        auto call = [&](Parameters... values) {
            self.reset(make(static_cast<Parameters &&>(values)...));
        };
        run<void, Parameters...>(names, call, std::index_sequence_for<Parameters...>());
    }

    template <class Owner, class Result, class Class, class... Parameters>
    void method(std::unique_ptr<Owner> &self, const char *const *names,
                Result (Class::*pointer)(Parameters...))
    {
        auto call = [&](Parameters... values) -> Result {
            return (self.get()->*pointer)(static_cast<Parameters &&>(values)...);
        };
        run<Result, Parameters...>(names, call, std::index_sequence_for<Parameters...>());
    }

    template <class Owner, class Result, class Class, class... Parameters>
    void method(std::unique_ptr<Owner> &self, const char *const *names,
                Result (Class::*pointer)(Parameters...) const)
    {
        auto call = [&](Parameters... values) -> Result {
            return (self.get()->*pointer)(static_cast<Parameters &&>(values)...);
        };
        run<Result, Parameters...>(names, call, std::index_sequence_for<Parameters...>());
    }

    template <class Owner, class Result, class... Parameters>
    void method(std::unique_ptr<Owner> &self, const char *const *names,
                Result (*function)(Owner &, Parameters...))
    {
        auto call = [&](Parameters... values) -> Result {
            return function(*self, static_cast<Parameters &&>(values)...);
        };
        run<Result, Parameters...>(names, call, std::index_sequence_for<Parameters...>());
    }

    template <class Owner, class Result, class... Parameters>
    void method(std::unique_ptr<Owner> &, const char *const *names,
                Result (*function)(Parameters...))
    {
        run<Result, Parameters...>(names, function, std::index_sequence_for<Parameters...>());
    }
};

// A function's extended call, by a pointer to it.
template <class Form, class Owner, class Result, class Class, class... Parameters>
status call_extended(const char *const *names, Result (Class::*method)(Parameters...))
{
    std::unique_ptr<Owner> self(new Owner);
    auto call = [&](Parameters... values) -> Result {
        return (self.get()->*method)(static_cast<Parameters &&>(values)...);
    };
    return Form::template run<Result, Parameters...>(names, call,
                                                     std::index_sequence_for<Parameters...>());
}

template <class Form, class Owner, class Result, class Class, class... Parameters>
status call_extended(const char *const *names, Result (Class::*method)(Parameters...) const)
{
    std::unique_ptr<Owner> self(new Owner);
    auto call = [&](Parameters... values) -> Result {
        return (self.get()->*method)(static_cast<Parameters &&>(values)...);
    };
    return Form::template run<Result, Parameters...>(names, call,
                                                     std::index_sequence_for<Parameters...>());
}

template <class Form, class Owner, class Result, class... Parameters>
status call_extended(const char *const *names, Result (*function)(Parameters...))
{
    return Form::template run<Result, Parameters...>(names, function,
                                                     std::index_sequence_for<Parameters...>());
}

// There and back again: the second method is called with what the first one gives.
template <class Form, class Owner, class Middle, class Class, class... Parameters, class Back>
status call_trip(const char *const *names, Middle (Class::*there)(Parameters...), Back back)
{
    std::unique_ptr<Owner> self(new Owner);
    using Result = decltype(back(*self, std::declval<std::remove_cvref_t<Middle> &>()));
    auto call = [&](Parameters... values) -> Result {
        std::remove_cvref_t<Middle> middle =
            (self.get()->*there)(static_cast<Parameters &&>(values)...);
        return back(*self, middle);
    };
    return Form::template run<Result, Parameters...>(names, call,
                                                     std::index_sequence_for<Parameters...>());
}

} // namespace judge_codec

#endif
