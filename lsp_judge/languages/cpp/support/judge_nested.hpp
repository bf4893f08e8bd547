// The class of nested lists that problems about them are given, by its documented interface. The
// glue includes it where the user's file names it, behind the precompiled header.
#ifndef JUDGE_NESTED_HPP
#define JUDGE_NESTED_HPP

class NestedInteger {
    bool whole = false;
    int number = 0;
    std::vector<NestedInteger> items;

public:
    NestedInteger() = default;
    NestedInteger(int value) : whole(true), number(value) {}
    bool isInteger() const { return whole; }
    int getInteger() const { return number; }
    void setInteger(int value)
    {
        whole = true;
        number = value;
    }
    void add(const NestedInteger &item)
    {
        whole = false;
        items.push_back(item);
    }
    const std::vector<NestedInteger> &getList() const { return items; }
    std::vector<NestedInteger> &getList() { return items; }
};

template <> struct judge_codec::codec<NestedInteger> {
    static bool read(NestedInteger &value)
    {
        std::uint32_t count = 0;
        int number = 0;
        if (!judge_at_array()) {
            bool good = codec<int>::read(number);
            value = NestedInteger(number);
            return good;
        }
        value = NestedInteger();
        if (!judge_read_array(&count))
            return false;
        for (std::uint32_t i = 0; i < count; i++) {
            NestedInteger item;
            if (!read(item))
                return false;
            value.add(item);
        }
        return true;
    }
    static void write(const NestedInteger &value)
    {
        if (value.isInteger()) {
            judge_write_int(value.getInteger());
            return;
        }
        judge_write_array(value.getList().size());
        for (const NestedInteger &item : value.getList())
            write(item);
    }
};

#endif
