#pragma once
#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace surplace::model {

/// A value kept out of line and shared by its copies; one that was never changed takes no room at all. It is
/// read by `->` or `*`; edit() gives a copy of its own to change.
template <class Value>
class Shared {
public:
    Shared() noexcept = default;
    Shared(Value value) : _cell(new Cell{{1}, std::move(value)}) {}
    Shared(const Shared& other) noexcept : _cell(other._cell) {
        if (_cell != nullptr)
            _cell->holders.fetch_add(1, std::memory_order_relaxed);
    }
    Shared(Shared&& other) noexcept : _cell(std::exchange(other._cell, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(_cell, other._cell);
        return *this;
    }
    ~Shared() {
        if (_cell != nullptr && _cell->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete _cell;
    }

    const Value& operator*() const {
        static const Value none{};
        return _cell == nullptr ? none : _cell->value;
    }
    const Value* operator->() const { return &**this; }
    Value& edit() {
        if (_cell == nullptr)
            *this = Shared(Value{});
        else if (_cell->holders.load(std::memory_order_acquire) != 1)
            *this = Shared(_cell->value);
        return _cell->value;
    }
    bool operator==(const Shared& other) const { return _cell == other._cell || **this == *other; }

private:
    struct Cell {
        std::atomic<std::uint32_t> holders;
        Value value;
    };
    Cell* _cell = nullptr;
};

/// A list of few values in eight bytes, shared by its copies; an empty one takes no more room.
template <class Value>
class List {
public:
    List() noexcept = default;
    List(std::vector<Value> values) {
        if (!values.empty())
            _values = Shared(std::move(values));
    }
    List(std::initializer_list<Value> values) : List(std::vector<Value>(values)) {}

    const std::vector<Value>& values() const { return *_values; }
    operator const std::vector<Value>&() const { return *_values; }
    bool empty() const { return _values->empty(); }
    std::size_t size() const { return _values->size(); }
    auto begin() const { return _values->begin(); }
    auto end() const { return _values->end(); }
    const Value& front() const { return _values->front(); }
    const Value& operator[](std::size_t i) const { return (*_values)[i]; }
    /// The list to change, of its own.
    std::vector<Value>& edit() { return _values.edit(); }
    void push_back(Value value) { edit().push_back(std::move(value)); }
    bool operator==(const List&) const = default;

private:
    Shared<std::vector<Value>> _values;
};

} // namespace surplace::model
